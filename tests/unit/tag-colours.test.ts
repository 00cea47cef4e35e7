// @vitest-environment node
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { COLOURS, carried, coloured, colourOf, type TagColour } from '../../utils/domain/tag-colours';
import { dismissedMerges, groupName } from '../../utils/storage/dismissed-merges';
import { tagColours } from '../../utils/storage/tag-colours';

beforeEach(() => {
  fakeBrowser.reset();
});

const giving = (tags: string[], colour: TagColour | undefined) => new Map(tags.map((tag) => [tag, colour]));

describe('colours of tags', () => {
  it('a tag without one of its own has that of its nearest parent', () => {
    const colours = new Map([
      ['经济', 'red'],
      ['经济/宏观', 'blue'],
    ] as const);
    expect(colourOf(colours, '经济/产业/汽车')).toBe('red');
    expect(colourOf(colours, '经济/宏观/货币')).toBe('blue');
    expect(colourOf(colours, '经济学')).toBeUndefined();
  });

  it('are copied to new names, and stay with the old ones in case of an undo', () => {
    const colours = new Map([
      ['周刊', 'green'],
      ['经济', 'red'],
      ['经济/宏观', 'blue'],
    ] as const);
    const after = carried(colours, new Map([['经济', ['财经', '周刊']]]));
    expect([...after]).toEqual([...colours, ['财经', 'red'], ['财经/宏观', 'blue'], ['周刊/宏观', 'blue']]);
    expect(carried(colours, new Map([['经济', []]]))).toBe(colours);
  });

  it('are set and removed, and every surface is told', async () => {
    const stop = new AbortController();
    const heard: string[][] = [];
    tagColours.onChange((all) => heard.push([...all.values()]), stop.signal);
    await tagColours.change((now) => coloured(now, giving(['经济', '周刊'], 'red')));
    await tagColours.change((now) => coloured(now, giving(['周刊'], undefined)));
    await tagColours.change((now) => now);
    stop.abort();
    await tagColours.change((now) => coloured(now, giving(['经济'], 'blue')));
    expect(heard).toEqual([['red', 'red'], ['red']]);
    expect([...(await tagColours.read())]).toEqual([['经济', 'blue']]);
  });

  it('two changes at once both count', async () => {
    await Promise.all(
      ['甲', '乙', '丙'].map((tag) => tagColours.change((now) => coloured(now, giving([tag], 'teal')))),
    );
    expect([...(await tagColours.read()).keys()]).toEqual(['甲', '乙', '丙']);
  });

  it('damaged ones in the store are ignored, and their number is limited', async () => {
    const damaged = [null, 'x', ['甲'], ['乙', 'pink'], ['#丙', 'red'], [7, 'red'], ['丁', 'red']];
    await fakeBrowser.storage.local.set({ 'tag:colours': damaged });
    expect([...(await tagColours.read())]).toEqual([['丁', 'red']]);
    await fakeBrowser.storage.local.set({ 'tag:colours': { __proto__: null, a: 1 } });
    expect((await tagColours.read()).size).toBe(0);
    const many = Array.from({ length: 2500 }, (_, n) => `标签${n}`);
    await tagColours.change((now) => coloured(now, giving(many, 'grey')));
    expect((await tagColours.read()).size).toBe(2000);
    expect((await tagColours.read()).has('标签2499')).toBe(true);
  });
});

describe('tags that are to stay apart', () => {
  it('are known as a group; with one more tag it is another group', async () => {
    const pair = [{ tag: '经济' }, { tag: '經濟' }];
    await dismissedMerges.change((now) => new Set([...now, groupName(pair)]));
    const apart = await dismissedMerges.read();
    expect(apart.has(groupName(pair.toReversed()))).toBe(true);
    expect(apart.has(groupName([...pair, { tag: 'ｊ' }]))).toBe(false);
    await fakeBrowser.storage.local.set({ 'tag:apart': ['甲\n乙', 7, 'x'.repeat(5000)] });
    expect([...(await dismissedMerges.read())]).toEqual(['甲\n乙']);
  });
});

/** Backgrounds of a dot: paper, a row under the pointer, a chip, a pressed chip. */
const GROUNDS = ['paper', 'paper-raised', 'paper-pressed', 'accent-wash'];

describe('the dots', () => {
  const css = ['theme', 'theme-pages', 'tag-colours']
    .map((name) => readFileSync(`assets/${name}.css`, 'utf8'))
    .join('');
  const hex = (name: string) => {
    const [, light = '', dark = ''] =
      new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css) ?? [];
    return { light, dark };
  };

  it.each(COLOURS)('in %s contrast with every background, in light and in dark', (colour) => {
    for (const ground of GROUNDS) {
      for (const scheme of ['light', 'dark'] as const) {
        const ratio = contrast(hex(`tag-${colour}`)[scheme], hex(ground)[scheme]);
        expect(ratio, `${colour} on ${ground}, ${scheme}`).toBeGreaterThanOrEqual(3);
      }
    }
  });
});

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
