// @vitest-environment node
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../utils/sites';
import { bodyOfArticle, readArticle } from '../../utils/sites/article';
import { domOf } from '../../utils/sites/dom';
import { findLinks } from '../../utils/sites/links';
import { rowReading } from '../../utils/sites/read-list';

const { document } = new JSDOM('').window;
const NOW = new Date('2026-11-27T04:00:00Z');
const BLOG = 'https://somebody.blog.caixin.com/archives/7';
const NEWS = 'https://finance.caixin.com/2026-08-01/102345678.html';

function article(markup: string, address = NEWS) {
  document.body.innerHTML = markup;
  const dom = domOf(document);
  const url = new URL(address);
  const { url: _own, ...rest } =
    (dom && readArticle(rowReading(dom, url, NOW, findLinks(dom, url)), address)) ?? {};
  return rest;
}

const TITLE = '<div id="conTit"><h1>题目</h1></div>';
const whole = (...lines: string[]) =>
  `${TITLE}<div id="content">${lines.map((one) => `<p>${one}</p>`).join('')}</div>`;

describe('an article', () => {
  it.each<[string, object]>([
    [TITLE, { title: '题目' }],
    ['<meta property="og:title" content=" 题目 ">', { title: '题目' }],
    [`<meta property="og:title" content="${'甲'.repeat(301)}">`, { title: '甲'.repeat(300) }],
    ['<title>题目_金融_财新网</title>', { title: '题目' }],
    ['<p>x</p>', {}],
    [`${TITLE}<p id="author_baidu">作者：甲乙</p>`, { title: '题目', author: '甲乙' }],
    [`${TITLE}<p id="author_baidu">作者  :  甲乙</p>`, { title: '题目', author: '甲乙' }],
    [`${TITLE}<p id="author_baidu">甲作者：乙</p>`, { title: '题目', author: '甲作者：乙' }],
    [whole('文｜甲乙', '文｜丙丁'), { title: '题目', author: '甲乙' }],
    [
      whole('2026-11-20 文｜甲乙', '2026-11-21'),
      { title: '题目', author: '甲乙', publishedAt: '2026-11-20' },
    ],
    [whole('11月20日', '2026-11-21'), { title: '题目', publishedAt: '2026-11-21' }],
    [whole(...Array(11).fill('一句话。'), '文｜甲乙'), { title: '题目', author: '甲乙' }],
    [whole(...Array(12).fill('一句话。'), '文｜甲乙'), { title: '题目' }],
    [`<p id="artInfo">2026-11-19</p>${whole('2026-11-20')}`, { title: '题目', publishedAt: '2026-11-19' }],
    [`<p id="artInfo">11月19日</p>${whole('2026-11-20')}`, { title: '题目', publishedAt: '2026-11-20' }],
    [`${TITLE}<p id="subhead">副题...</p>`, { title: '题目', excerpt: '副题' }],
    [`${TITLE}<meta property="og:description" content="说明">`, { title: '题目', excerpt: '说明' }],
    [
      `${TITLE}<meta property="og:description"><meta property="og:description" content="说明">`,
      { title: '题目', excerpt: '说明' },
    ],
    [
      `${TITLE}<meta property="og:description" content="${'甲'.repeat(601)}">`,
      { title: '题目', excerpt: '甲'.repeat(600) },
    ],
    [
      `${TITLE}<meta property="og:image" content="//img.caixin.com/a.jpg">`,
      { title: '题目', image: 'https://img.caixin.com/a.jpg' },
    ],
    [`${TITLE}<meta property="og:image" content="javascript:x">`, { title: '题目' }],
  ])('of %s', (markup, expected) => expect(article(markup)).toStrictEqual(expected));

  const home = { authorUrl: 'https://somebody.blog.caixin.com/' };
  it.each<[string, object]>([
    ['<title>题目-甲-乙的财新博客-财新网</title>', { title: '题目-甲', author: '乙', ...home }],
    ['<title>题目-乙-财新博客-新世纪的常识传播者-财新网</title>', { title: '题目', author: '乙', ...home }],
    ['<title>题目-财新网的人-乙的财新博客</title>', { title: '题目-财新网的人', author: '乙', ...home }],
    [
      '<title>题目-财新博客-新世纪的常识传播者的事-乙的财新博客-财新网</title>',
      { title: '题目-财新博客-新世纪的常识传播者的事', author: '乙', ...home },
    ],
    ['<title>-乙的财新博客-财新网</title>', {}],
    [whole('文｜甲乙'), { title: '题目' }],
    [`${TITLE}<p id="author_baidu">甲乙</p>`, { title: '题目', author: '甲乙', ...home }],
  ])('of a blog, of %s', (markup, expected) => expect(article(markup, BLOG)).toStrictEqual(expected));

  it('has around it what rows of others must not contain', () => {
    document.body.innerHTML = `<main><div id="content"><p>x</p></div></main><aside></aside>`;
    const dom = domOf(document);
    const around = [...(dom ? bodyOfArticle(dom) : [])].map(({ localName }) => localName);
    expect(around.sort()).toEqual(['body', 'div', 'html', 'main']);
  });
});

describe('a page as a whole', () => {
  const read = (markup: string, address: string) => {
    document.body.innerHTML = markup;
    return readPage(document, new URL(address), NOW);
  };
  const row = (id: number, more = '') =>
    `<div><h2><a href="/archives/${id}">第${id}个题目</a></h2>${more}</div>`;
  const BOX = '<div class="new-con"><a href="/archives/8">别的题目</a></div>';

  it('of another site is nothing', () => {
    expect(read(row(1) + row(2), 'https://example.com/')).toStrictEqual({
      kind: 'other',
      site: 'structure',
      posts: [],
      others: [],
      confidence: 'structure',
      doubts: [],
    });
  });

  it('of a tag has the last lines as excerpts', () => {
    const markup = `<div id="content">${row(1, '<p>甲乙丙丁</p><p>一段文字</p>')}${row(2)}</div>`;
    const page = read(markup, 'https://blog.caixin.com/archives/tag/x');
    expect(page.posts[0]).toMatchObject({ excerpt: '一段文字', category: 'x' });
    expect(page).toMatchObject({ site: 'blog-tag', confidence: 'rules', heading: 'x', category: 'x' });
  });

  it('of a front has its boxes where its list is empty', () => {
    const markup = `<div class="all-blog"></div><div id="blog_recommend_list"><div><h2><a href="https://a.blog.caixin.com/archives/1">一个题目</a></h2><p class="author">甲乙</p></div></div>${BOX}`;
    const page = read(markup, 'https://blog.caixin.com/');
    expect(page.posts.map(({ title }) => title)).toContain('一个题目');
    expect(page.posts[0]?.author).toBe('甲乙');
    expect(page.doubts).not.toContain('the main list of the page is empty');
  });

  it('of a blog says where its list is empty', () => {
    const page = read(
      `<div class="author-all-blog"><p class="all-blog-con"></p></div>${BOX}`,
      BLOG.replace('archives/7', ''),
    );
    expect(page).toMatchObject({ kind: 'other', site: 'blog-current', posts: [] });
    expect(page.doubts).toContain('the main list of the page is empty');
    expect(page.others.map(({ title }) => title)).toEqual(['别的题目']);
  });

  it('of an article has other posts beside it', () => {
    const page = read(`${TITLE}${row(1)}${row(2)}`, BLOG);
    expect(page).toMatchObject({ kind: 'article', heading: '题目', site: 'article', doubts: [] });
    expect(page.others.map(({ title }) => title)).toEqual(['第1个题目', '第2个题目']);
  });
});
