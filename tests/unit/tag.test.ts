import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { suggestTags } from '../../utils/domain/counted-tags';
import { cleanTag, splitTags } from '../../utils/domain/tag';

it.each([
  ['  治理 ', '治理'],
  ['#治理', '治理'],
  ['＃ 治理', '治理'],
  ['社区\n治理', '社区 治理'],
  ['治\u202e理', '治理'],
  ['', undefined],
  [' # ', undefined],
  ['，', undefined],
  ['社区,治理、物业', '社区 治理 物业'],
  ['a \u200b b', 'a b'],
  ['e\u200d\u0301', 'é'],
  ['👨\u200d👩\u200d👧', '👨\u200d👩\u200d👧'],
  ['👨\u200d', '👨'],
])('%j is stored as %j', (typed, kept) => {
  expect(cleanTag(typed)).toBe(kept);
});

it('cleaning twice changes nothing, and nothing is longer than 40 characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      const once = cleanTag(text);
      if (once === undefined) return;
      expect(once.length).toBeLessThanOrEqual(40);
      expect(cleanTag(once)).toBe(once);
    }),
  );
});

it.each(['😀', '👨\u200d👩\u200d👧', '🇨🇳', 'e\u0301\u0323', '각'.normalize('NFD'), '\u9089\u{e0101}'])(
  'a tag that is too long is cut before %s, and never inside it',
  (character) => {
    for (let n = 41 - character.length; n < 41; n++) {
      const tag = cleanTag(`${'a'.repeat(n)}${character}`);
      if (tag !== `${'a'.repeat(n)}${character.normalize('NFC')}`) expect(tag).toBe('a'.repeat(n));
    }
  },
);

it('typed or pasted text splits at the separators of both scripts', () => {
  expect(splitTags('治理，社区、物业;宏观\n治理, ')).toEqual(['治理', '社区', '物业', '宏观']);
});

it.each([
  ['lines', '宏观\n金融\r\n地产', ['宏观', '金融', '地产']],
  ['cells', '宏观\t金融', ['宏观', '金融']],
  ['signs', '#a #b', ['a', 'b']],
  ['full-width signs', '＃甲 ＃乙', ['甲', '乙']],
  ['separators at the end', '宏观，金融；', ['宏观', '金融']],
  ['bullets', '- 宏观\n* 金融\n• 地产\n·基金', ['宏观', '金融', '地产', '基金']],
  ['numbers', '1. 宏观\n2) 金融\n3）  地产', ['宏观', '金融', '地产']],
  ['quotes', '“宏观”、“金融”, "地产"', ['宏观', '金融', '地产']],
  ['a space is of the tag', '社区 治理', ['社区 治理']],
  ['signs of their own stay', 'C#, C++, 3D打印, 1.5度', ['C#', 'C++', '3D打印', '1.5度']],
])('a list is as many tags: %s', (_form, text, tags) => {
  expect(splitTags(text)).toEqual(tags);
});

it('suggests tags that begin with the typed text before those that contain it, never chosen ones', () => {
  const tags = ['社区', '治理', '社会治理', '治安'].map((tag, index) => ({ tag, count: 9 - index }));
  expect(suggestTags(tags, '治', ['治安'], 5).map(({ tag }) => tag)).toEqual(['治理', '社会治理']);
  expect(suggestTags(tags, '', [], 2)).toEqual(tags.slice(0, 2));
});
