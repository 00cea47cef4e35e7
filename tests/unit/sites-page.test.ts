// @vitest-environment node
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { read } from '../../utils/sites';
import { domOf } from '../../utils/sites/dom';

const HOME = 'https://somebody.blog.caixin.com/';
const NOW = new Date('2026-11-27T04:00:00Z');

/** What a page is read as, in a realm of its own. */
function readingOf(markup: string, address = `${HOME}odd/`) {
  const { document } = new JSDOM(markup).window;
  return { document, ...read(document, new URL(address), NOW) };
}

const row = (id: number, more = '<p>2026-11-20</p>') =>
  `<div><h2><a href="/archives/${id}">第${id}个题目</a></h2>${more}</div>`;
const titles = (posts: { title: string }[]) => posts.map(({ title }) => title);

describe('a document', () => {
  it('is read alike in every realm', () => {
    const { document } = new JSDOM('<p class="x">甲<b>乙</b><!--丙--></p><p></p>').window;
    const dom = domOf(document);
    const [p, other] = dom?.all('p') ?? [];
    if (!dom || !p || !other) throw new Error('no paragraphs');
    const first = dom.first(p);
    const bold = first && dom.next(first);
    if (!first || !bold) throw new Error('no text');
    expect([dom.tag(p), dom.attribute(p, 'class'), dom.attribute(other, 'class')]).toEqual(['p', 'x', null]);
    expect([dom.text(p), dom.text(first), dom.text(document)]).toEqual(['甲乙', '甲', '']);
    expect([dom.kind(p), dom.kind(first)]).toEqual([1, 3]);
    expect([dom.markup(bold), dom.markup(first), dom.markup(document)]).toEqual(['<b>乙</b>', '甲', '']);
    expect([dom.parent(bold), dom.previous(bold), dom.previous(first)]).toEqual([p, first, null]);
    expect([dom.root.localName, dom.texts().nextNode()?.nodeValue]).toEqual(['html', '甲']);
  });

  it('without an element is none', () => {
    const { document } = new JSDOM('').window;
    document.documentElement.remove();
    expect(domOf(document)).toBeUndefined();
    expect(read(document, new URL(HOME), NOW).page.kind).toBe('other');
  });

  it('that is none is told as a doubt', () => {
    const { page, places } = read({} as Document, new URL(HOME), NOW);
    expect(page).toMatchObject({ kind: 'other', posts: [] });
    const broken = new Proxy({} as Document, {
      getPrototypeOf: () => {
        throw new Error('broken');
      },
    });
    expect(read(broken, new URL(HOME), NOW).page.doubts).toEqual(['the page could not be read: broken']);
    expect(places.size).toBe(0);
  });
});

describe('a page that no rule knows', () => {
  it('is a list by its structure, with what stands beside it', () => {
    const beside = `<aside><p><a href="/archives/8">别的题目</a></p></aside><p><a href="/page/2">下一页</a></p>`;
    const { page, places, document } = readingOf(
      `<title>甲乙_财新网</title><main>${row(1)}${row(2)}</main>${beside}`,
    );
    expect(page).toStrictEqual({
      kind: 'list',
      site: 'structure',
      confidence: 'structure',
      heading: '甲乙',
      posts: [1, 2].map((id) => ({
        url: `${HOME}archives/${id}`,
        title: `第${id}个题目`,
        publishedAt: '2026-11-20',
      })),
      others: [{ url: `${HOME}archives/8`, title: '别的题目' }],
      next: `${HOME}page/2`,
      doubts: [],
    });
    expect([...places.keys()].map((url) => url.replace(/^.*\//, ''))).toEqual(['8', '1', '2']);
    expect(places.get(`${HOME}archives/1`)?.title).toBe(document.querySelector('a'));
  });

  it('is none with one post, but at the address of a list', () => {
    expect(readingOf(row(1)).page).not.toHaveProperty('next');
    expect(readingOf(row(1)).page.kind).toBe('other');
    expect(readingOf(row(1), HOME).page.kind).toBe('list');
    expect(readingOf('', HOME).page.kind).toBe('other');
  });

  it('has what its rows mention, and what was put between them, beside its list', () => {
    const mention = row(1, '<p>2026-11-20 <a href="/archives/7">别的题目</a></p>');
    const promo = row(6, '<p>推荐</p>');
    const { page } = readingOf(mention + row(2) + promo + row(3));
    expect(titles(page.posts)).toEqual(['第1个题目', '第2个题目', '第3个题目']);
    expect(titles(page.others)).toEqual(['第6个题目', '别的题目']);
  });

  it('has the addresses of its base', () => {
    const of = (base: string) =>
      readingOf(`<head><base href="${base}"></head>${row(1)}${row(2)}`).page.posts[0]?.url;
    expect(of('https://other.blog.caixin.com/x/')).toBe('https://other.blog.caixin.com/archives/1');
    expect(of('https://[')).toBe(`${HOME}archives/1`);
  });
});

describe('a page of a blog', () => {
  const read = (markup: string) =>
    readingOf(`<title>甲乙的财新博客</title><div id="content">${markup}</div>`, HOME).page;

  it('names its owner as the author of posts of his own', () => {
    const foreign = row(3).replace('/archives', 'https://other.blog.caixin.com/archives');
    const page = read(row(1) + row(2, '<p>文｜丙丁</p>') + foreign);
    expect(page).toMatchObject({ kind: 'list', site: 'blog-legacy', confidence: 'rules', author: '甲乙' });
    expect(page.posts.map(({ author, authorUrl }) => [author, authorUrl])).toEqual([
      ['甲乙', HOME],
      ['丙丁', undefined],
      [undefined, undefined],
    ]);
    expect(page.posts[0]).not.toHaveProperty('category');
  });

  it('is a list with one post, and has no post twice', () => {
    const { page } = readingOf(
      `<div id="content">${row(1)}</div><p><a href="/archives/1">又一次</a></p>`,
      HOME,
    );
    expect(page).toMatchObject({ kind: 'list', others: [] });
    expect(page).not.toHaveProperty('author');
  });

  it('that is an article without a title is doubted', () => {
    const { page } = readingOf('', `${HOME}archives/1`);
    expect(page).toStrictEqual({
      kind: 'article',
      site: 'article',
      posts: [],
      others: [],
      confidence: 'rules',
      doubts: ['the article has no title'],
    });
    const whole = readingOf(
      '<div id="conTit"><h1>题目</h1></div><p id="author_baidu">甲乙</p>',
      `${HOME}archives/1`,
    );
    expect(whole.page).toMatchObject({ heading: '题目', author: '甲乙', posts: [{ title: '题目' }] });
  });
});
