import { describe, expect, it } from 'vitest';
import { merged } from '../../utils/db/import-entries';
import { isHealedBy, isSyntax } from '../../utils/domain/title';
import { anEntry, aPost } from './a-library';

describe('a piece of a format is no title', () => {
  it.each([
    '"url": "',
    '[{"is_archived": 0, "title": "账本", "url": "',
    '},{"href":"',
    "{'url': ",
    '<li><a href="',
    '<A HREF="https://x" ADD_DATE="1">',
    '@misc{a_2026, title={土地}, url={',
    'url = {',
    '\\url{',
    '| 利率 |',
    '--- | ---',
    '- [ ]',
    '```',
    'URL:',
    '链接：',
    '原文链接',
    '***',
  ])('%s', (text) => {
    expect(isSyntax(text)).toBe(true);
  });

  it.each([
    '1984',
    '《粮价》',
    '“双碳”之后',
    '他们说的"双碳"',
    '"双碳"之后',
    'M2: what next?',
    'a | b',
    '😀',
    '链接人心',
    'C# 与 {花括号} 之争',
    '为什么 <9月> 不降',
  ])('%s is one', (text) => {
    expect(isSyntax(text)).toBe(false);
  });
});

describe('a title that an earlier import read wrongly', () => {
  it.each([
    ['"url": "', '账本'],
    ['1,账本', '账本'],
    ['| 账本', '账本'],
    ['2026-01-05;账本;', '账本'],
  ])('%s becomes %s', (kept, offered) => {
    expect(isHealedBy(kept, offered)).toBe(true);
    const file = { post: aPost(1, { title: offered }), shelving: {} };
    expect(merged(anEntry(1, { title: kept }), file, 1).title).toBe(offered);
  });

  it.each([
    ['账本', '别的题目'],
    ['《账本》', '账本'],
    ['【税改】账本', '账本'],
    ['县城，账本', '账本'],
    ['账本', '{"url": "'],
    ['"a": "', '"url": "'],
  ])('%s stays where %s is offered', (kept, offered) => {
    const file = { post: aPost(1, { title: offered }), shelving: {} };
    expect(merged(anEntry(1, { title: kept }), file, 1).title).toBe(kept);
  });
});
