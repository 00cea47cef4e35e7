// @vitest-environment node
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { findNext } from '../../utils/sites/about';
import { findAdded } from '../../utils/sites/added';
import { domOf } from '../../utils/sites/dom';
import { findHidden, findLinks } from '../../utils/sites/links';
import { findMentions, pathOf } from '../../utils/sites/mentions';
import { findOwners, findRows } from '../../utils/sites/rows';
import { joinSiblings } from '../../utils/sites/siblings';

const { document } = new JSDOM('').window;
const HOME = new URL('https://somebody.blog.caixin.com/');

function pageOf(markup: string, base = HOME) {
  document.body.innerHTML = markup;
  const dom = domOf(document);
  if (!dom) throw new Error('no document');
  return { dom, links: findLinks(dom, base) };
}

const short = (url: string) => url.replace(/^https:\/\/somebody\.blog\.caixin\.com/, '');
const ids = (all: Iterable<Element>) => [...all].map(({ id }) => id).join();

describe('a link to a post', () => {
  it.each([
    ['<a href="/archives/1">x</a>', '/archives/1'],
    ['<a href="/archives/1#">x</a>', '/archives/1'],
    ['<a href="/archives/1?javascript:">x</a>', '/archives/1'],
    [`<div onclick="go('http://somebody.blog.caixin.com/archives/1')">x</div>`, '/archives/1'],
    ['<a href="/go?url=http://somebody.blog.caixin.com/archives/1">x</a>', '/archives/1'],
    ['<div data-url="/archives/1">x</div>', '/archives/1'],
    ['<div data-href="/archives/1">x</div>', '/archives/1'],
    ['<div data-link="/archives/1">x</div>', '/archives/1'],
    [`<div onclick="window.open('/archives/1')">x</div>`, '/archives/1'],
    [`<div onclick="go('https://somebody.blog.caixin.com/archives/1', 5)">x</div>`, '/archives/1'],
    [`<div onclick='go("//somebody.blog.caixin.com/archives/1")'>x</div>`, '/archives/1'],
    ['<a href="javascript:void(0)" data-url="/archives/1">x</a>', '/archives/1'],
    ['<a href="#" data-url="/archives/1">x</a>', '/archives/1'],
    ['<a href="" data-url="/archives/1">x</a>', '/archives/1'],
    [`<a href="#" onclick="go('x')" data-link="/archives/1">x</a>`, '/archives/1'],
    ['<a href="/go?url=https%3A%2F%2Fsomebody.blog.caixin.com%2Farchives%2F1">x</a>', '/archives/1'],
    ['<a href="/go?a=b&url=https://somebody.blog.caixin.com/archives/1">x</a>', '/archives/1'],
    ['<a href="/go?url=%2F%2Fsomebody.blog.caixin.com%2Farchives%2F1">x</a>', '/archives/1'],
    [`<a href="/archives/1?${'x'.repeat(1988)}">x</a>`, '/archives/1'],
  ])('%s', (markup, url) => expect(pageOf(markup).links.posts.map((link) => short(link.url))).toEqual([url]));

  it.each([
    '<a>x</a>',
    '<a href="/about">x</a>',
    '<a href="#/archives/1">x</a>',
    '<a href="#x" data-url="/archives/1">x</a>',
    `<a href="/archives/1?${'x'.repeat(1989)}">x</a>`,
    `<div onclick="go(archives/1)">x</div>`,
    `<div onclick="go('archives/1')">x</div>`,
    `<div onclick="go('/archives/1 x')">x</div>`,
    '<a href="javascript:go(\'/archives/1\')">x</a>',
    '<a href="/go?url=%2Farchives%2F1">x</a>',
    '<a href="/login?url=https%3A%2F%2Fsomebody.blog.caixin.com%2Farchives%2F1">x</a>',
    '<a href="https://user.caixin.com/?url=https%3A%2F%2Fsomebody.blog.caixin.com%2Farchives%2F1">x</a>',
    '<a href="https://example.com/?url=https%3A%2F%2Fsomebody.blog.caixin.com%2Farchives%2F1">x</a>',
    '<a href="/go?url=xhttps://somebody.blog.caixin.com/archives/1">x</a>',
  ])('but not %s', (markup) => expect(pageOf(markup).links.posts).toEqual([]));

  it('is not one to the page itself', () => {
    const { links } = pageOf(
      '<a href="/archives/1">x</a><a href="/archives/2">y</a>',
      new URL('/archives/1', HOME),
    );
    expect(links.posts.map(({ url }) => short(url))).toEqual(['/archives/2']);
    expect([...links.urls.values()].map(short)).toEqual(['/archives/2']);
  });

  it('is not one to a page of a list', () => {
    const markup = [
      '/page/2',
      'index-2.html',
      'index_3.html',
      '/x?p=2',
      '/x?a=b&page=2',
      'index.html',
      '/x?up=2',
      '/x?p=x',
    ];
    const { links } = pageOf(markup.map((href) => `<a id="${href}" href="${href}">x</a>`).join(''));
    expect(ids(links.paging)).toBe('/page/2,index-2.html,index_3.html,/x?p=2,/x?a=b&page=2');
  });
});

describe('the next page', () => {
  it.each([
    ['<a href="/page/12">下一页</a>', '/', '/page/12'],
    ['<a href="/page/9" rel="next">x</a>', '/', '/page/9'],
    ['<a href="/page/9" class="nextpostslink">x</a>', '/', '/page/9'],
    ['<a href="/page/9">后页 »</a>', '/', '/page/9'],
    ['<a href="/page/9">下页</a>', '/', '/page/9'],
    ['<a href="/page/9">下一</a>', '/', undefined],
    ['<a href="/page/9">看下一页</a>', '/', undefined],
    ['<a href="/page/9">下一页吗</a>', '/', undefined],
    ['<a href="/page/9">后一页</a>', '/', '/page/9'],
    ['<a href="/page/9">next</a>', '/', '/page/9'],
    ['<a href="/page/9">›</a>', '/', '/page/9'],
    ['<a href="/page/9">Next page</a>', '/', '/page/9'],
    ['<a href="/page/12">12</a>', '/page/11', '/page/12'],
    ['<a href="/index-12.html">12</a>', '/index-11.html', '/index-12.html'],
    ['<a href="/index_12.html">12</a>', '/index_11.html', '/index_12.html'],
    ['<a href="/X/index_2.html">2</a>', '/x/', '/X/index_2.html'],
    ['<a href="/x/page/2">2</a>', '/x/', '/x/page/2'],
    ['<a href="/y/page/2">2</a>', '/x/', undefined],
    ['<a href="/page/2">2</a><a href="/page/2?a">2</a>', '/', '/page/2'],
    ['<a href="/page/2" class="unnextx">3</a><a href="/page/3">3</a>', '/page/3', undefined],
    ['<a href="https://other.blog.caixin.com/page/2">下一页</a>', '/', undefined],
  ])('of %s at %s is %s', (markup, at, next) => {
    const url = new URL(at, HOME);
    const { dom, links } = pageOf(markup, url);
    expect(findNext(dom, links.paging, url)).toBe(next && new URL(next, HOME).href);
  });
});

describe('what is hidden', () => {
  it('is hidden by an attribute or its style, or is never shown', () => {
    const hidden = [
      'hidden',
      'style="display:none"',
      'style="display : none"',
      'style="VISIBILITY  :  hidden"',
    ];
    const shown = ['style="display:block"', 'style="visibility:visible"', ''];
    const all = [...hidden, ...shown].map((more, at) => `<p id="${at}" ${more}></p>`).join('');
    const { dom } = pageOf(
      `${all}<template id="t"></template><noscript id="n"></noscript><template-x id="x" style="display:block"></template-x><x-template id="y" style="display:block"></x-template>`,
    );
    expect(ids(findHidden(dom))).toBe('0,1,2,3,t,n');
  });

  it('is what a tool of the reader added beside the page’s own text', () => {
    const added = (markup: string) => {
      const { dom, links } = pageOf(markup);
      return ids(findAdded(dom, findOwners(dom, links.posts)));
    };
    expect(added('<p>甲<font id="a" lang="en">x</font></p>')).toBe('a');
    expect(added('<p><font id="a" lang="en">x</font>甲</p>')).toBe('a');
    expect(added('<p> <b>甲</b><font id="a" lang="en">x</font></p>')).toBe('a');
    expect(added('<p><font id="a" lang="en">x</font></p>')).toBe('');
    expect(added('<p> <font id="a" lang="en">x</font> </p>')).toBe('');
    expect(added('<p>甲<b id="a" lang="en">x</b></p>')).toBe('');
    expect(added('<p>甲<font id="a" lang="en"><a href="/archives/1">x</a></font></p>')).toBe('');
    expect(added('<p>甲</p>')).toBe('');
  });
});

describe('rows', () => {
  const a = (id: number, text = '题目在此') => `<a href="/archives/${id}">${text}</a>`;
  const rowsOf = (markup: string) => {
    const { dom, links } = pageOf(markup);
    const owners = findOwners(dom, links.posts);
    const rows = findRows(dom, links.posts, new Set([document.body]), owners);
    joinSiblings({ dom, owners, hidden: findHidden(dom) }, rows);
    return rows.map(({ element, after, heading }) =>
      [element.localName, ...after.map((node) => node.textContent), heading && `(${heading})`]
        .filter(Boolean)
        .join(' '),
    );
  };
  const flat = (...after: string[]) => after.map((more, at) => `<h2>${a(at)}</h2>${more}`).join('');

  it.each<[string, string, string[]]>([
    ['have what follows each', flat('<p>甲</p>', '<p>乙</p>', '<p>丙</p>'), ['h2 甲', 'h2 乙', 'h2 丙']],
    ['have texts that follow', flat('甲', ' 乙', '丙'), ['h2 甲', 'h2  乙', 'h2 丙']],
    [
      'have no more behind the last than behind others',
      flat('<p>甲</p>', '<p>乙</p>', '<p>丙</p><p>丁</p>'),
      ['h2 甲', 'h2 乙', 'h2 丙'],
    ],
    ['have nothing where half are followed', flat('<p>甲</p>', '', '<p>丙</p>'), ['h2', 'h2', 'h2']],
    [
      'have it where two of three are followed',
      flat('<p>甲</p>', '', '<p>丙</p>', ''),
      ['h2 甲', 'h2', 'h2 丙', 'h2'],
    ],
    ['have nothing where there is one', flat('<p>甲</p>'), ['h2']],
    ['have no scripts', flat('<script>x</script>', '<br>', ' '), ['h2', 'h2', 'h2']],
    ['have nothing hidden', flat('<p hidden>甲</p><p>丁</p>', '<p hidden>乙</p>', ''), ['h2', 'h2', 'h2']],
    [
      'have nothing like them',
      [1, 2, 3].map((id) => `<p>${a(id)}一段文字</p><p>别的</p>`).join(''),
      ['p', 'p', 'p'],
    ],
    [
      'have what is like a bare title',
      [1, 2, 3].map((id) => `<p>${a(id)}</p><p>别的</p>`).join(''),
      ['p 别的', 'p 别的', 'p 别的'],
    ],
    ['have the date over them', `<h3>2026年11月</h3>${flat('', '')}`, ['h2 (2026年11月)', 'h2 (2026年11月)']],
    [
      'have the date over each',
      `<h3>11月</h3><h2>${a(1)}</h2><h3>10月</h3><h2>${a(2)}</h2>`,
      ['h2 (11月)', 'h2 (10月)'],
    ],
    [
      'have the date over their block',
      `<h3>11月</h3> <div>${flat('', '')}</div>`,
      ['h2 (11月)', 'h2 (11月)'],
    ],
    [
      'have the date three blocks above',
      `<h3>11月</h3><div><div><div>${flat('', '')}</div></div></div>`,
      ['h2 (11月)', 'h2 (11月)'],
    ],
    [
      'but not four',
      `<h3>11月</h3><div><div><div><div>${flat('', '')}</div></div></div></div>`,
      ['h2', 'h2'],
    ],
    ['have no other text over them', `<h3>11月</h3><p>别的</p><div>${flat('', '')}</div>`, ['h2', 'h2']],
    ['have no date over others', `<h3>11月</h3><p hidden>x</p><div>${flat('', '')}</div>`, ['h2', 'h2']],
  ])('%s', (_what, markup, expected) => expect(rowsOf(markup)).toEqual(expected));

  it('may mention other posts', () => {
    const mentioned = (markup: string) => {
      const { dom, links } = pageOf(markup);
      return [...findMentions(dom, links.posts, findOwners(dom, links.posts))]
        .map(({ url }) => short(url))
        .join();
    };
    const rowWith = (id: number, ...more: number[]) =>
      `<div><h2>${a(id)}</h2><p>${more.map((one) => a(one)).join('')}</p></div>`;
    expect(mentioned(rowWith(1, 8) + rowWith(2))).toBe('/archives/8');
    expect(mentioned(rowWith(1, 7, 8) + rowWith(2))).toBe('/archives/7,/archives/8');
    expect(mentioned(rowWith(1, 7, 8, 8) + rowWith(2))).toBe('/archives/7,/archives/8,/archives/8');
    expect(mentioned(rowWith(1, 6, 7, 8) + rowWith(2))).toBe('');
    expect(mentioned(rowWith(1, 1) + rowWith(2))).toBe('');
    expect(mentioned(rowWith(1, 8))).toBe('');
    expect(mentioned(`<div><h2>${a(1)}</h2><h2>${a(8)}</h2></div>${rowWith(2)}`)).toBe('');
  });

  it('have a path down to their links', () => {
    const { dom } = pageOf(`<ul><li><b>${a(1)}</b></li></ul>`);
    const [link, block] = [document.querySelector('a'), document.querySelector('ul')];
    expect(link && block && pathOf(dom, link, block)).toBe('ul>li>b>a');
    expect(link && pathOf(dom, link, link)).toBe('a');
  });
});
