// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { cut } from '../../utils/domain/plain-text';
import { readPage } from '../../utils/sites';
import { clean, TITLE_LIMIT, withoutCut } from '../../utils/sites/text';
import { hostilePage, hugePage } from '../site/odd-pages';
import { inHappyDom, inJsdom, NOW } from './a-page';

const URL_OF_PAGE = new URL('https://odd.blog.caixin.com/');
const read = (html: string) => readPage(inJsdom(html, URL_OF_PAGE), URL_OF_PAGE, NOW);
const row = (n: number, title: string, more = '') =>
  `<div><h3><a href="https://odd.blog.caixin.com/archives/${n}">${title}</a></h3><span>2026-01-0${n} 08:00</span>${more}</div>`;

describe('a hostile page', () => {
  it('with clobbered names is read like any other', () => {
    const page = read(hostilePage());
    expect(page.doubts).toEqual([]);
    expect(page.posts).toHaveLength(6);
    expect(page.posts[1]?.title).toMatch(/^<img src=x onerror=/);
  });

  it('with ten thousand entries gives them all', () => {
    const page = readPage(inHappyDom(hugePage(10_000), URL_OF_PAGE), URL_OF_PAGE, NOW);
    expect(page.posts).toHaveLength(10_000);
    expect(page.posts[9_999]).toMatchObject({
      title: '第 10000 篇文章的题目',
      publishedAt: '2020-01-01T08:00+08:00',
    });
    // In happy-dom the way from a node to its next sibling grows with their number.
  }, 240_000);

  it('with a title of two megabytes gives its beginning', () => {
    const page = read(row(1, '长'.repeat(2_000_000)) + row(2, '短'));
    expect(page.posts.map((post) => post.title.length)).toEqual([TITLE_LIMIT, 1]);
  });

  it('nested five thousand deep is read to the bottom', () => {
    const depth = 5000;
    const nested = '<div>'.repeat(depth) + row(1, '深处') + row(2, '旁边') + '</div>'.repeat(depth);
    const { posts } = readPage(inJsdom(nested, URL_OF_PAGE), URL_OF_PAGE, NOW);
    expect(posts.map((post) => post.title)).toEqual(['深处', '旁边']);
  });

  it('with characters that reorder or hide text is read without them', () => {
    const page = read(row(1, '正\u202e反\u2066文\u200b\ufeff字\u0000') + row(2, '二'));
    expect(page.posts[0]?.title).toBe('正反文字');
  });

  it('of nothing at all is no list', () => {
    expect(read('')).toMatchObject({ kind: 'other', posts: [], others: [] });
    expect(read('<svg><a href="https://odd.blog.caixin.com/archives/1">x</a></svg>').kind).toBe('other');
  });

  it('of another host is not read', () => {
    const url = new URL('https://caixin.com.evil.example/');
    expect(readPage(inJsdom(row(1, '一') + row(2, '二'), url), url, NOW).posts).toEqual([]);
  });
});

describe('text of a page', () => {
  it.each([
    ['　　第一段\u00a0文字\n 第二行 ', '第一段 文字 第二行'],
    ['👨‍👩‍👧 一家', '👨‍👩‍👧 一家'],
    ['a\u200db', 'ab'],
    ['\ud800坏', '\ufffd坏'],
  ])('%j is shown as %j', (text, shown) => {
    expect(clean(text)).toBe(shown);
  });

  it.each([
    ['说到这里...', '说到这里'],
    ['说到这里......', '说到这里'],
    ['说到这里……', '说到这里'],
    ['抢&rd......', '抢'],
    ['空&nbsp......', '空'],
    ['完 </......', '完'],
    ['完<......', '完'],
    ['没有省略。', '没有省略。'],
    ['AT&T 的账', 'AT&T 的账'],
  ])('an excerpt cut off as %j ends as %j', (text, shown) => {
    expect(withoutCut(text)).toBe(shown);
  });

  it('is never cut inside a character', () => {
    expect(cut('一👍二', 2)).toBe('一');
    expect(cut('一👍二', 3)).toBe('一👍');
  });
});
