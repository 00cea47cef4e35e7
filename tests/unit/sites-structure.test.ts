// @vitest-environment node
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { domOf } from '../../utils/sites/dom';
import type { RowPost } from '../../utils/sites/row-post';
import { mainPart } from '../../utils/sites/structure';

const { document } = new JSDOM('').window;

/** The ids of the rows of the main part, and of the others. Rows are `p`; those with a date have class `d`, with an excerpt `e`. */
function parts(markup: string): string {
  document.body.innerHTML = markup;
  const dom = domOf(document);
  if (!dom) throw new Error('no document');
  const rows = [...document.querySelectorAll('p')].map(
    (row): RowPost => ({
      post: { url: row.id, title: row.id, ...(row.className === 'e' && { excerpt: 'x' }) },
      date: row.className === 'd' ? { month: 1, day: 1 } : undefined,
      label: undefined,
      place: { title: row.firstElementChild ?? row, row },
      isPinned: false,
      isPromo: false,
      hasDigits: false,
    }),
  );
  const { main, rest } = mainPart(dom, rows);
  return [main, rest].map((all) => all.map(({ post }) => post.url).join('')).join(' ');
}

const p = (names: string, kind = '', inner = '<a></a>') =>
  [...names].map((name) => `<p id="${name}" class="${kind}">${inner}</p>`).join('');
const div = (inner: string, more = '') => `<div ${more}>${inner}</div>`;

describe('the main list of a page', () => {
  it.each([
    [
      'rows with dates, before more without',
      div(p('abc', 'd')) + div(p('xyzuvw', '', '<b></b>')),
      'abc xyzuvw',
    ],
    ['rows with excerpts', div(p('abc', 'e')) + div(p('xyzu', '', '<b></b>')), 'abc xyzu'],
    [
      'rows of which half have a date',
      div(p('ab', 'd') + p('cd')) + div(p('xyz', '', '<b></b>')),
      'abcd xyz',
    ],
    ['not where fewer have one', div(p('a', 'd') + p('bc')) + div(p('xyz', '', '<b></b>')), 'abcxyz '],
    ['the largest box', div(p('abcdefghi', 'd')) + div(p('xy', 'd', '<b></b>')), 'abcdefghi xy'],
    ['and one a fourth as large', div(p('abcdefgh', 'd')) + div(p('xy', 'd', '<b></b>')), 'abcdefghxy '],
    ['boxes of the same rows as one', div(p('abcdefgh', 'd')) + div(p('i', 'd')), 'abcdefghi '],
    ['not by the names of other elements', div(p('abcd', 'd')) + `<main>${p('x', 'd')}</main>`, 'abcd x'],
    ['nothing but titles, all of them', div(p('abc')) + div(p('xy', '', '<b></b>')), 'abcxy '],
    ['one row that says more, alone', div(p('a', 'd')), 'a '],
    [
      'one row that says more, beside boxes of titles',
      div(p('a', 'd')) + div(p('xy', '', '<b></b>')),
      'axy ',
    ],
    ['one row that says more, beside one title', div(p('a', 'd')) + div(p('x', '', '<b></b>')), 'a x'],
    ['boxes of titles of any size', div(p('abcdefghi')) + div(p('x', '', '<b></b>')), 'abcdefghix '],
    [
      'boxes whose rows are mostly the same',
      div(p('x', 'd', '<b></b>') + p('ab', 'd')) + div(p('cdefghijklmno', 'd')),
      'xabcdefghijklmno ',
    ],
    [
      'boxes whose first rows are mostly the same',
      div(p('ab', 'd') + p('x', 'd', '<b></b>')) + div(p('cdefghijklmno', 'd')),
      'abxcdefghijklmno ',
    ],
    [
      'boxes whose first row is the same, of two',
      div(p('a', 'd') + p('x', 'd', '<b></b>')) + div(p('cdefghijklmno', 'd')),
      'axcdefghijklmno ',
    ],
    ['none of no rows', '', ' '],
  ])('is %s', (_what, markup, expected) => expect(parts(markup)).toBe(expected));

  it('has a row that stands beside its blocks', () => {
    const blocks = `<section>${div(p('ab', 'd'))}${div(p('cd', 'd'))}${p('e', 'd')}</section>`;
    expect(parts(blocks)).toBe('abcde ');
    expect(parts(`${blocks}<main>${p('f', 'd')}</main>`)).toBe('abcde f');
    expect(parts(blocks.replace('id="e" class="d"', 'id="e"'))).toBe('abcd e');
  });

  it.each([
    `<aside>${div(p('xyz', 'd'))}</aside>`,
    `<nav>${div(p('xyz', 'd'))}</nav>`,
    `<footer>${p('xyz', 'd')}</footer>`,
    div(p('xyz', 'd'), 'role="complementary"'),
    div(p('xyz', 'd'), 'class="Sidebar"'),
    div(p('xyz', 'd'), 'id="right-side"'),
    div(div(div(div(p('xyz', 'd')))), 'class="widget"'),
    div(p('xyz', 'd'), 'class="new-con"'),
    `<h3>热门文章</h3>${div(p('xyz', 'd'))}`,
    `<h3>  Related posts </h3>${div(p('xyz', 'd'))}`,
    `<h3>热门${' '.repeat(40)}甲乙丙丁戊己庚</h3>${div(p('xyz', 'd'))}`,
    `<h3>更多：排行</h3>${div(p('xyz', 'd'))}`,
    `<h3>热门</h3>${div(div(div(p('xyz', 'd'))))}`,
    `<h3>热门</h3><i></i><i></i>${div(p('xyz', 'd'))}`,
    `<h3>热门</h3><i></i>${div(`<i></i>${div(p('xyz', 'd'))}`)}`,
  ])('is not beside it: %s', (markup) => expect(parts(div(p('ab', 'd')) + markup)).toBe('ab xyz'));

  it.each([
    `<h3>最新文章在热门之外</h3>${div(p('xyz', 'd', '<b></b>'))}`,
    `<h3>热门${'甲'.repeat(7)}</h3>${div(p('xyz', 'd', '<b></b>'))}`,
    `<h3>甲乙丙丁戊热门</h3>${div(p('xyz', 'd', '<b></b>'))}`,
    `<h3>热门</h3>${div(div(div(div(p('xyz', 'd', '<b></b>')))))}`,
    `<h3>热门</h3><i></i><i></i><i></i>${div(p('xyz', 'd', '<b></b>'))}`,
    div(p('xyz', 'd', '<b></b>'), 'class="content"'),
  ])('but is in %s', (markup) => expect(parts(`<main>${div(p('ab', 'd'))}</main>${markup}`)).toBe('abxyz '));

  it('is beside where nothing else is, under a heading, but not in what is called so', () => {
    expect(parts(`<h3>热门</h3>${div(p('xyz', 'd'))}`)).toBe('xyz ');
    expect(parts(`<h3>热门</h3>${div(p('xyz'))}`)).toBe(' xyz');
    expect(parts(`<h3>热门</h3>${div(p('xyz', 'd') + p('u'))}<aside>${p('ab', 'd')}</aside>`)).toBe(
      'xyzu ab',
    );
    expect(parts(`<aside>${p('xyz', 'd')}</aside>`)).toBe(' xyz');
  });
});
