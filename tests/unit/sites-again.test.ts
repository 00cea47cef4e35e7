// @vitest-environment node
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../scripts/score/cases';
import { generatedPage } from '../../scripts/score/generated/page';
import { type Random, randomOf } from '../../scripts/score/generated/random';
import { read, readPage } from '../../utils/sites';

const NOW = new Date('2026-11-27T12:00:00+08:00');
const HOME = new URL('https://somebody.blog.caixin.com/');

function listOf(rows: string): Document {
  return new JSDOM(`<main><h1>甲的博客</h1><div id="list">${rows}</div></main>`).window.document;
}

const row = (id: number, more = '<p>2026-11-01</p>') =>
  `<div class="row"><h2><a href="/archives/${id}">第${id}篇的题目</a></h2>${more}<p>这是一段虚构的摘要。</p></div>`;

const WHOLE = {
  url: 'https://somebody.blog.caixin.com/archives/2',
  title: '第2篇的题目',
  publishedAt: '2026-11-01',
  excerpt: '这是一段虚构的摘要。',
};

function changed(change: (document: Document) => void, rows = row(1) + row(2), later = NOW) {
  const document = listOf(rows);
  const first = readPage(document, HOME, NOW);
  change(document);
  return { first, again: readPage(document, HOME, later) };
}

describe('a row that changed since it was read', () => {
  it.each<[string, (document: Document) => void, object]>([
    [
      'its text',
      (page) => page.querySelectorAll('a')[1]?.replaceChildren('新的题目在这里'),
      { title: '新的题目在这里' },
    ],
    [
      'an address',
      (page) => page.querySelectorAll('a')[1]?.setAttribute('href', '/archives/9'),
      { url: 'https://somebody.blog.caixin.com/archives/9' },
    ],
    [
      'what is hidden',
      (page) => page.querySelectorAll('p')[2]?.setAttribute('hidden', ''),
      { publishedAt: undefined },
    ],
    ['a child', (page) => page.querySelectorAll('p')[3]?.remove(), { excerpt: undefined }],
  ])('is read again: %s', (_what, change, expected) => {
    expect({ ...changed(change).again.posts[1] }).toEqual({ ...WHOLE, ...expected });
  });

  it('is read again where the date over it changed', () => {
    const headed = `<h3>2026-11-05</h3>${row(1, '')}${row(2, '')}`;
    const change = (page: Document) => page.querySelector('h3')?.replaceChildren('2025-10-06');
    const { first, again } = changed(change, headed);
    expect(first.posts[1]?.publishedAt).toBe('2026-11-05');
    expect(again.posts[1]?.publishedAt).toBe('2025-10-06');
  });

  it('is read again where what follows a bare title changed', () => {
    const flat = [1, 2, 3].map(
      (id) => `<h2><a href="/archives/${id}">第${id}篇的题目</a></h2><p>第${id}段虚构的摘要。</p>`,
    );
    const change = (page: Document) => page.querySelectorAll('p')[1]?.replaceChildren('换过的一段摘要。');
    const { first, again } = changed(change, flat.join(''));
    expect(first.posts[1]?.excerpt).toBe('第2段虚构的摘要。');
    expect(again.posts[1]?.excerpt).toBe('换过的一段摘要。');
  });

  it('tells its moment from the time of each reading', () => {
    const told = row(1, '<time>14小时前</time>') + row(2, '<time>16小时前</time>');
    const { first, again } = changed(() => {}, told, new Date(NOW.getTime() + 3 * 3_600_000));
    expect(first.posts[0]?.publishedAt).toBe('2026-11-26');
    expect(again.posts[0]?.publishedAt).toBe('2026-11-27');
  });

  it('has its place in the document where the same markup was written anew', () => {
    const document = listOf(row(1) + row(2));
    read(document, HOME, NOW);
    for (const part of document.querySelectorAll('.row')) part.innerHTML = String(part.innerHTML);
    const { places } = read(document, HOME, NOW);
    expect(places.size).toBe(2);
    for (const { title } of places.values()) expect(document.contains(title)).toBe(true);
  });
});

describe('pages that change again and again', () => {
  it('are read as if for the first time', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const page = generatedPage(seed);
      const document = documentOf(page);
      const chance = randomOf(seed);
      for (let turn = 0; turn < 6; turn++) {
        const copy = new JSDOM('').window.document;
        copy.replaceChild(copy.importNode(document.documentElement, true), copy.documentElement);
        expect(readPage(document, page.url, page.now), `page ${seed}, turn ${turn}`).toEqual(
          readPage(copy, page.url, page.now),
        );
        changeSomewhere(document, chance);
      }
    }
  });
});

/** Does something to an element, as a page's script could. */
function changeSomewhere(document: Document, chance: Random): void {
  const all = [...document.body.querySelectorAll('*')];
  if (all.length === 0) return;
  const element = chance.one(all);
  const other = chance.one(all);
  chance.one([
    () => element.remove(),
    () => other.contains(element) || element.contains(other) || other.after(element),
    () => other.after(element.cloneNode(true)),
    () => element.append('刚刚更新'),
    () => element.prepend('2026-10-09 '),
    () =>
      element.setAttribute(
        chance.one(['class', 'href', 'style', 'title']),
        chance.one(['author', 'display:none', '/archives/7']),
      ),
    () => {
      element.innerHTML = String(element.innerHTML);
    },
  ])();
}
