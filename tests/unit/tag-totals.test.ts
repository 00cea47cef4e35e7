import { expect, it } from 'vitest';
import { byPath, tagTotals } from '../../utils/search/tags/tag-totals';

it('a tag counts the entries with it or one below it, each once, as the filter finds them', () => {
  const lists = [['经济', '经济/宏观'], ['经济/宏观', '经济/产业'], ['经济学'], []];
  expect(tagTotals(lists)).toEqual([
    { tag: '经济', count: 1, total: 2 },
    { tag: '经济/宏观', count: 2, total: 2 },
    { tag: '经济/产业', count: 1, total: 1 },
    { tag: '经济学', count: 1, total: 1 },
  ]);
});

it('a tag that only has tags below it is in the list', () => {
  expect(tagTotals([['经济/宏观/货币']]).map(({ tag, count, total }) => [tag, count, total])).toEqual([
    ['经济', 0, 1],
    ['经济/宏观', 0, 1],
    ['经济/宏观/货币', 1, 1],
  ]);
});

it('by name each tag is right before those below it', () => {
  const tags = ['经济学', '周刊', '经济/宏观', '10 年', '经济', '9 年', '经济 史', '经济/产业'];
  expect(
    tags
      .map((tag) => ({ tag, count: 1 }))
      .sort(byPath)
      .map(({ tag }) => tag),
  ).toEqual(['9 年', '10 年', '经济', '经济/产业', '经济/宏观', '经济 史', '经济学', '周刊']);
});
