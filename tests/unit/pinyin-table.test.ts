import { describe, expect, it } from 'vitest';
import { readingsOf } from '../../scripts/readings-plugin';
import { decodePinyinTable } from '../../utils/search/text/pinyin-table';

// @vitest-environment node

describe('the readings of characters', () => {
  it('are those of pinyin-pro, without tones and with v for ü', async () => {
    const { syllables, numbers } = decodePinyinTable(await import('virtual:readings'));
    const wrong: string[] = [];
    for (let code = 0; code < 0x1_00_00; code++) {
      const char = String.fromCharCode(code);
      const said = readingsOf(char).map((one) => one.replaceAll('ü', 'v'));
      const typed = said.filter((one) => /^[a-z0-9]+$/.test(one));
      const ours = syllables[numbers[code] ?? -1] ?? ['?'];
      if ([...new Set(typed)].sort().join() !== ours.join()) wrong.push(`${char}: ${typed} is ${ours}`);
    }
    expect(wrong).toEqual([]);
    expect(syllables[numbers['女'.charCodeAt(0)] ?? 0]).toContain('nv');
    expect(syllables[numbers['行'.charCodeAt(0)] ?? 0]).toEqual(expect.arrayContaining(['hang', 'xing']));
  });
});
