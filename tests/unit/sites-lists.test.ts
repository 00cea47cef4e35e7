// @vitest-environment node
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { domOf } from '../../utils/sites/dom';
import { findHidden, findLinks } from '../../utils/sites/links';
import { readMentions, readRows, rowReading, splitLinks } from '../../utils/sites/read-list';
import { findOwners, findRows } from '../../utils/sites/rows';
import { joinSiblings } from '../../utils/sites/siblings';

const { document } = new JSDOM('').window;
const HOME = new URL('https://somebody.blog.caixin.com/');
const NOW = new Date('2026-11-27T04:00:30Z');
const a = (id: number, text = '题目在此') => `<a href="/archives/${id}">${text}</a>`;
const last = (url: string) => url.replace(/^.*\//, '');

function readingOf(markup: string, now = NOW) {
  document.body.innerHTML = markup;
  const dom = domOf(document);
  if (!dom) throw new Error('no document');
  return rowReading(dom, HOME, now, findLinks(dom, HOME));
}

function rowsOf(markup: string, isList?: boolean) {
  const reading = readingOf(markup);
  return readRows(reading, reading.links.posts, new Set([document.body]), isList);
}

describe('a moment that an attribute says', () => {
  const moments = (more: string) => [...readingOf(`<p ${more}></p>`).stamps.values()];
  it.each([
    ['datetime="5"', '5'],
    ['data-time="5"', '5'],
    ['data-ts="5" title="6"', '5'],
    ['data-date="" data-publish-time="5"', '5'],
    [`data-date="${'1'.repeat(59)}"`, '1'.repeat(59)],
    [`data-date="${'1'.repeat(60)}" data-ts="5"`, '5'],
    ['data-time="5" class="publish update"', '5'],
    ['data-time="5" class="time"', '5'],
  ])('%s', (more, said) => expect(moments(more)).toEqual([said]));

  it.each([
    'class="x"',
    'title="5"',
    'data-time=""',
    'data-time="5" class="last-update"',
    'data-time="5" class="x Modified"',
  ])('not %s', (more) => expect(moments(more)).toEqual([]));

  it('of an abbreviation is its title', () => {
    expect([...readingOf('<abbr title="5"></abbr>').stamps.values()]).toEqual(['5']);
  });

  it('is the same for a minute, at the same address', () => {
    const { context } = readingOf('');
    expect(readingOf('', new Date('2026-11-27T04:00:59Z')).context).toBe(context);
    expect(readingOf('', new Date('2026-11-27T04:01:00Z')).context).not.toBe(context);
    expect(context).toContain(HOME.href);
  });
});

describe('links', () => {
  const split = (markup: string) => {
    const reading = readingOf(markup);
    const { inside, outside, mentions } = splitLinks(reading, new Set(document.querySelectorAll('main')));
    const said = [inside, outside, mentions].map((all) => all.map(({ url }) => last(url)).join());
    return { said, reading, mentions };
  };

  it('are inside a list, or outside, or hidden in it', () => {
    const markup = `<main><p>${a(1)}</p><p>${a(2)}</p><p hidden>${a(3)}<b>${a(4)}</b></p></main><p>${a(5)}</p><p>${a(6)}</p>`;
    expect(split(markup).said).toEqual(['1,2', '3,4,5,6', '']);
  });

  it('are mentioned in the rows of others', () => {
    const row = (id: number, more = '') => `<div><h2>${a(id)}</h2><p>一段文字${more}</p></div>`;
    const { said, reading, mentions } = split(`<main>${row(1, a(8, '别的题目'))}${row(2)}</main>`);
    expect(said).toEqual(['1,2', '', '8']);
    expect([...reading.urls.values()].map(last)).toEqual(['1', '2']);
    const first = document.querySelector('main > div');
    expect(first && reading.owners.get(first)).toBe(`${HOME}archives/1`);
    expect(readMentions(reading, mentions).map(({ post }) => post)).toEqual([
      { url: `${HOME}archives/8`, title: '别的题目' },
    ]);
    expect(readMentions(readingOf(a(1, '')), readingOf(a(1, '')).links.posts)).toEqual([]);
  });
});

describe('the rows of a list', () => {
  const row = (id: number, more = '', text?: string) => `<div><h2>${a(id, text)}</h2>${more}</div>`;
  const titles = (...inner: string[]) =>
    rowsOf(inner.map((one, at) => row(at, '', one)).join('')).rows.map(({ post }) => post.title);

  it('are each as that with most of a post there twice says', () => {
    const [plain, told, dated] = ['', '<p>一段文字</p>', '<p>2026-11-20</p>'].map((more) => row(1, more));
    const first = (...all: (string | undefined)[]) => rowsOf(all.join(row(2))).rows[0];
    expect(first(plain, told)?.post.excerpt).toBe('一段文字');
    expect(first(told, plain)?.post.excerpt).toBe('一段文字');
    expect(first(told, dated)?.date).toEqual({ iso: '2026-11-20' });
    expect(first(dated, told)?.date).toEqual({ iso: '2026-11-20' });
    expect(first(dated, row(1, '<p>2026-11-20</p><p>一段文字</p>'))?.post.excerpt).toBe('一段文字');
    expect(first(told, row(1, '<p>别的文字</p>'))?.post.excerpt).toBe('一段文字');
  });

  it('are counted where they have no title', () => {
    const markup = row(1) + row(2, '', '<img>') + row(3, '', '<img>') + row(4) + row(3);
    const { rows, untitled } = rowsOf(markup);
    expect(rows.map(({ post }) => last(post.url))).toEqual(['1', '4', '3']);
    expect(untitled.map(last)).toEqual(['2']);
  });

  it('have what stands beside them, in a list only', () => {
    const flat = [1, 2, 3].map((id) => `<h2>${a(id)}</h2><p>一段文字</p>`).join('');
    expect(rowsOf(flat).rows[0]?.post.excerpt).toBe('一段文字');
    expect(rowsOf(flat, false).rows[0]?.post).not.toHaveProperty('excerpt');
  });

  it('have no label in front where most have one', () => {
    const labelled = ['<i>社会</i>｜ 甲的题目', '<i>经济</i>乙的·题目', '<i>文化</i>：丙的题目'];
    const bare = ['甲的题目', '乙的·题目', '丙的题目'];
    expect(titles(...labelled)).toEqual(bare);
    expect(titles(...labelled, '丁的题目')).toEqual([...bare, '丁的题目']);
    expect(titles(...labelled, '丁的题目', '戊的题目')[0]).toBe('社会｜ 甲的题目');
    expect(titles(...labelled.slice(0, 2))).toEqual(['社会｜ 甲的题目', '经济乙的·题目']);
    expect(titles(...labelled, '<i>社会</i>｜')).toEqual([...bare, '社会｜']);
    const six = [...labelled, '<i>体育</i>丁的题目', '戊的题目', '己的题目'];
    expect(titles(...six)).toEqual([...bare, '丁的题目', '戊的题目', '己的题目']);
  });
});

describe('what stands between rows', () => {
  const joined = (markup: string) => {
    const { dom, links } = readingOf(markup);
    const owners = findOwners(dom, links.posts);
    const rows = findRows(dom, links.posts, new Set([document.body]), owners);
    joinSiblings({ dom, owners, hidden: findHidden(dom) }, rows);
    return rows.map(
      ({ after, heading }) => after.map((node) => node.textContent).join() + (heading ? `(${heading})` : ''),
    );
  };
  const flat = (...after: string[]) => after.map((more, at) => `<h2>${a(at)}</h2>${more}`).join('');

  it.each<[string, string, string[]]>([
    [
      'is a date of each row',
      flat('<p>2026年11月20日</p>', '<p>2026年11月19日</p>', ''),
      ['2026年11月20日', '2026年11月19日', ''],
    ],
    [
      'is cut to what the others have',
      flat('<p>甲</p>', '<p>乙</p><p>丙</p>', '<p>丁</p><p>戊</p><p>己</p>'),
      ['甲', '乙,丙', '丁,戊'],
    ],
    [
      'is part of three rows of five gaps',
      flat('<p>甲</p>', '<p>乙</p>', '<p>丙</p>', '', '', ''),
      ['甲', '乙', '丙', '', '', ''],
    ],
    ['is not part of two of five', flat('<p>甲</p>', '<p>乙</p>', '', '', '', ''), ['', '', '', '', '', '']],
    [
      'is told by the first three',
      flat('<p>甲</p>', '<p>乙</p>', '<p>丙</p>', '<h2>丁</h2>', ''),
      ['甲', '乙', '丙', '丁', ''],
    ],
    ['is text', [1, 2].map((id) => `<p>${a(id)}一段文字</p>甲`).join(''), ['甲', '甲']],
    [
      'is not of the same kind as a row',
      [1, 2].map((id) => `<p>${a(id)}一段</p><b>丙</b>`).join(''),
      ['丙', '丙'],
    ],
    [
      'is of the same kind as a bare title',
      [1, 2].map((id) => `<p> ${a(id, ' 题目在此 ')}： </p><p>甲</p>`).join(''),
      ['甲', '甲'],
    ],
    [
      'is not with three signs beside the title',
      [1, 2].map((id) => `<p>${a(id)}三个字</p><p>甲</p>`).join(''),
      ['', ''],
    ],
    ['is no comment', flat('<!--x-->', '<!--y-->', '<!--z-->'), ['', '', '']],
    [
      'is an element with a name like a script',
      flat('<x-br>甲</x-br>', '<br-x>乙</br-x>', ''),
      ['甲', '乙', ''],
    ],
    [
      'is empty, where a moment is said',
      flat('<i>甲</i><i></i>', '<i>乙</i><i></i>', ''),
      ['甲,', '乙,', ''],
    ],
    [
      'is not behind what is hidden',
      flat('<i>甲</i><i hidden></i><i>丙</i>', '<i>乙</i>', ''),
      ['甲', '乙', ''],
    ],
    [
      'is no date far into a text over the rows',
      `<p>${' '.repeat(100)}11月</p><div>${flat('', '')}</div>`,
      ['', ''],
    ],
  ])('%s', (_what, markup, expected) => expect(joined(markup)).toEqual(expected));
});
