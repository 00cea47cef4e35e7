import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { retagged } from '../../utils/domain/renaming';
import { merging, similarTags } from '../../utils/search/tags/similar-tags';
import { tagTotals } from '../../utils/search/tags/tag-totals';
import { loadFold } from '../../utils/search/text/chinese';
import { folder } from '../../utils/search/text/fold';

const TABLE = folder('經 经|濟 济|宏 宏|鐘 钟 锺|𠵾 㗲');
const counted = (tags: string[]) => tags.map((tag, n) => ({ tag, count: 99 - n }));
const names = (groups: { tag: string }[][]) => groups.map((group) => group.map(({ tag }) => tag));

it('tags that differ only in width, case or spaces are similar, the most used first', () => {
  const tags = counted(['社区 治理', '社区治理', 'AI', 'ａｉ', '宏观', '宏觀']);
  expect(names(similarTags(tags, folder()))).toEqual([
    ['社区 治理', '社区治理'],
    ['AI', 'ａｉ'],
  ]);
});

it('so are tags in simplified and in traditional characters', async () => {
  const tags = counted(['经济', '經濟', '经济/宏观', '周刊', '時鐘', '时钟']);
  expect(names(similarTags(tags, await loadFold()))).toEqual([
    ['经济', '經濟'],
    ['時鐘', '时钟'],
  ]);
});

it('of two that are used equally the one in simplified characters comes first', () => {
  const tags = ['經濟', '经济', '經 濟'].map((tag) => ({ tag, count: 1 }));
  expect(names(similarTags(tags, TABLE))).toEqual([['经济', '經濟', '經 濟']]);
});

it('merging all of them moves the tags below a merged tag', () => {
  const groups = similarTags(counted(['经济', '經濟/宏观', '經濟', '经济/宏观']), TABLE);
  expect(retagged(['經濟', '经济/宏观', '經濟/宏观', '經濟/产业'], merging(groups))).toEqual([
    '经济',
    '经济/宏观',
    '经济/产业',
  ]);
});

it('after merging nothing is similar any more', () => {
  const tag = fc
    .array(fc.constantFrom('经', '經', '济', 'A', 'a', ' ', '/', 'ａ'), { minLength: 1, maxLength: 6 })
    .map((all) => all.join('').trim());
  fc.assert(
    fc.property(fc.array(fc.array(tag.filter(Boolean), { maxLength: 4 }), { maxLength: 8 }), (lists) => {
      const before = lists.map((tags) => retagged(tags, new Map()));
      const groups = similarTags(tagTotals(before), TABLE);
      const after = before.map((tags) => retagged(tags, merging(groups)));
      expect(names(similarTags(tagTotals(after), TABLE))).toEqual([]);
    }),
  );
});

it('one pair is found among 12,700 tags', async () => {
  const fold = await loadFold();
  const tags = counted(Array.from({ length: 12_700 }, (_, n) => `標籤${n}`));
  expect(similarTags([...tags, { tag: '标签7', count: 1 }], fold)).toHaveLength(1);
});
