// @vitest-environment node
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { bloggerOfTitle, headingOfTitle } from '../../utils/sites/about';
import { blogCurrent } from '../../utils/sites/blog-current';
import { blogFront } from '../../utils/sites/blog-front';
import { blogLegacy } from '../../utils/sites/blog-legacy';
import { blogTag } from '../../utils/sites/blog-tag';
import { domOf } from '../../utils/sites/dom';
import { channel, columnist, culture, home, section, weekly } from '../../utils/sites/lists';
import type { Site } from '../../utils/sites/site';

const { document } = new JSDOM('').window;
const SITES = [
  blogTag,
  blogFront,
  blogCurrent,
  blogLegacy,
  home,
  weekly,
  culture,
  columnist,
  section,
  channel,
];

function pageOf(markup: string) {
  document.body.innerHTML = markup;
  const dom = domOf(document);
  if (!dom) throw new Error('no document');
  return dom;
}

const about = (site: Site, markup: string, address = 'https://somebody.blog.caixin.com/') => {
  const said = Object.entries(site.about?.(pageOf(markup), new URL(address)) ?? {});
  return Object.fromEntries(said.filter(([, value]) => value));
};
/** The lists of a page, if it is of this kind. */
const found = ({ list, signs = list }: Site, markup: string) => {
  const dom = pageOf(markup);
  return dom.all(signs).length > 0 ? dom.all(list).map(({ id }) => id) : undefined;
};

describe('the kinds of page an address may have', () => {
  it.each([
    ['https://blog.caixin.com/archives/tag/x', 'blog-tag'],
    ['https://blog.caixin.com/', 'blog-front'],
    ['https://blog.caixin.com/archive/tags?tag=x', 'blog-front,blog-current'],
    ['https://blog.caixin.com/archives/5', ''],
    ['https://somebody.blog.caixin.com/', 'blog-current,blog-legacy'],
    ['https://somebody.blog.caixin.com/archives/tag/x', 'blog-current,blog-legacy'],
    ['https://other.caixin.com/archive/main', 'blog-current,section,channel'],
    ['https://other.caixin.com/x/archive/main', 'section,channel'],
    ['https://www.caixin.com/', 'home,section,channel'],
    ['https://www.caixin.com/x', 'section,channel'],
    ['https://weekly.caixin.com/', 'weekly,section,channel'],
    ['https://culture.caixin.com/x', 'culture,section,channel'],
    ['https://opinion.caixin.com/x', 'columnist,section,channel'],
    ['https://finance.caixin.com/', 'section,channel'],
    ['https://myblog.caixin.com/', 'section,channel'],
    ['https://blog.caixin.com.example/', 'section,channel'],
  ])('%s', (address, names) => {
    const matching = SITES.filter((site) => site.matches(new URL(address)));
    expect(matching.map(({ name }) => name).join()).toBe(names);
  });
});

describe('the list of a page', () => {
  it.each<[string, Site, string, string[] | undefined]>([
    ['of a tag', blogTag, '<div id="content"></div>', ['content']],
    ['of no tag', blogTag, '<p></p>', undefined],
    ['of a blog of old', blogLegacy, '<div id="content"></div>', ['content']],
    ['of no blog of old', blogLegacy, '<p></p>', undefined],
    ['of a front', blogFront, '<div class="all-blog"><div class="all-blog-con" id="a"></div></div>', ['a']],
    ['of a front that is empty yet', blogFront, '<div class="more-blog"></div>', []],
    ['of no front', blogFront, '<p></p>', undefined],
    [
      'of a blog',
      blogCurrent,
      '<div class="author-all-blog"><p class="all-blog-con" id="a"></p></div>',
      ['a'],
    ],
    [
      'of a blog, beside a search',
      blogCurrent,
      '<div class="author-all-blog"><p class="all-blog-con search-author-list"></p></div>',
      [],
    ],
    ['of a blog that is empty yet', blogCurrent, '<div class="author-more-blog"></div>', []],
    ['of no blog', blogCurrent, '<p></p>', undefined],
    ['of a section', section, '<div class="stitXtuwen_list" id="a"></div>', ['a']],
    ['of no section', section, '<p></p>', undefined],
    ['of a columnist', columnist, '<div class="NewsList" id="a"><p class="newsItem"></p></div>', ['a']],
    ['of a channel', channel, '<div id="listArticle"></div>', ['listArticle']],
    [
      'of an issue',
      weekly,
      '<div class="report" id="a"></div><div class="magContent2" id="b"></div>',
      ['a', 'b'],
    ],
    ['of the home page', home, '<div class="news_list" id="a"></div>', ['a']],
    [
      'of culture',
      culture,
      '<div class="channelBox"><div class="demolNews" id="a"><dl></dl></div></div>',
      ['a'],
    ],
  ])('%s', (_what, site, markup, expected) => expect(found(site, markup)).toEqual(expected));
});

describe('what a page says of itself', () => {
  it.each([
    ['位置：博客 > 甲乙 > 个人分类 > 丙丁', { author: '甲乙', heading: '丙丁', category: '丙丁' }],
    ['位置:博客>甲乙>个人分类>丙丁', { author: '甲乙', heading: '丙丁', category: '丙丁' }],
    [
      '位置  ：  博客  »»  甲乙  ››  个人分类  ＞＞  丙丁  ',
      { author: '甲乙', heading: '丙丁', category: '丙丁' },
    ],
    ['位置：博客 &amp;gt; 甲乙 &amp;gt; 文章归档 &amp;gt; 十一月', { author: '甲乙', heading: '十一月' }],
    [
      '<b>位置</b>：<a>博客</a> &gt; <a>甲乙</a> &gt; 文章归档 &gt; 十一月',
      { author: '甲乙', heading: '十一月' },
    ],
    ['<b><i><u> 位置</u></i></b>：博客>甲乙>文章归档>十一月', {}],
    ['位置：博客 > 甲乙', {}],
    ['位置：博客 > 甲乙 > 别的 > 丙丁', {}],
    ['甲位置：博客 > 甲乙 > 文章归档 > 十一月', {}],
    [`位置：博客 > ${'甲'.repeat(41)} > 文章归档 > 十一月`, {}],
    [`位置：博客 > 甲乙 > 文章归档 > ${'丙'.repeat(61)}`, {}],
  ])('%s', (markup, expected) => expect(about(blogLegacy, `<p>${markup}</p>`)).toEqual(expected));

  it('is looked for in the first three hundred texts of a blog of old', () => {
    const crumbs = '<p>位置：博客 > 甲乙 > 文章归档 > 十一月</p>';
    expect(about(blogLegacy, '<p>x</p>'.repeat(299) + crumbs)).toEqual({ author: '甲乙', heading: '十一月' });
    expect(about(blogLegacy, '<p>x</p>'.repeat(300) + crumbs)).toEqual({});
  });

  it('has the author of a blog of old elsewhere too', () => {
    expect(about(blogLegacy, '<div class="author_detail"><p><strong>甲乙</strong></p></div>')).toEqual({
      author: '甲乙',
    });
    expect(about(blogLegacy, '<title>甲乙的财新博客-财新网</title>')).toEqual({ author: '甲乙' });
  });

  it.each([
    [
      '<div class="author_detail"><p class="name">甲乙</p></div><title>丙丁的财新博客</title>',
      '',
      { author: '甲乙' },
    ],
    [
      '<script type="x">window.authorName = "甲乙"</script><title>丙丁的财新博客</title>',
      '',
      { author: '甲乙' },
    ],
    ['<script type="x">window.authorName=" 甲乙 "</script>', '', { author: '甲乙' }],
    [
      '<script type="x">x</script><script type="x">window.authorName   =   "甲乙"</script>',
      '',
      { author: '甲乙' },
    ],
    ['<script type="x" src="x">window.authorName = "甲乙"</script>', '', {}],
    ['<script type="x">window.authorName = ""</script>', '', {}],
    ['<script type="x">window.authorName = "甲\\乙"</script>', '', {}],
    [`<script type="x">window.authorName = "${'甲'.repeat(61)}"</script>`, '', {}],
    [`<script type="x">${' '.repeat(20000)}window.authorName = "甲乙"</script>`, '', {}],
    ['<title>丙丁的财新博客</title>', '', { author: '丙丁' }],
    ['<h1 id="top-title">甲乙</h1>', '?cate=丙丁', { heading: '甲乙', category: '丙丁' }],
    ['', '?cate=%20丙丁%20', { heading: '丙丁', category: '丙丁' }],
    ['', '?cate=', {}],
  ])('%s at %s', (markup, query, expected) =>
    expect(about(blogCurrent, markup, `https://somebody.blog.caixin.com/archive/main${query}`)).toStrictEqual(
      expected,
    ),
  );

  it('is its tag', () => {
    const tag = (address: string) => about(blogTag, '', `https://blog.caixin.com${address}`);
    expect(tag('/archives/tag/%E7%94%B2%E4%B9%99/page/2')).toEqual({ heading: '甲乙', category: '甲乙' });
    expect(tag('/archives/tag/ab')).toEqual({ heading: 'ab', category: 'ab' });
    expect(tag('/archives/tag/')).toEqual({});
    expect(tag('/archives/tag/%E7')).toEqual({});
    expect(tag('/x/archives/tag/ab')).toEqual({});
    const front = (query: string) => about(blogFront, '', `https://blog.caixin.com/archive/tags${query}`);
    expect(front('?tag=%20甲乙')).toEqual({ heading: '甲乙', category: '甲乙' });
    expect(front('?tag=')).toEqual({});
    expect(front('')).toEqual({});
  });

  it('is the text over a list', () => {
    expect(about(section, '<div class="conTop"><p class="crumb"><a>甲</a><a>乙</a></p></div>')).toEqual({
      heading: '乙',
    });
    expect(about(columnist, '<h1> </h1><p class="columnistName">甲乙</p>')).toEqual({ heading: '甲乙' });
    expect(about(channel, '<p class="navBottom"><a class="current">甲乙</a></p>')).toEqual({
      heading: '甲乙',
    });
    expect(about(culture, '<div class="channelBox"><h1>甲乙</h1></div>')).toEqual({ heading: '甲乙' });
    expect(about(weekly, '<div class="report"><p class="title">甲乙</p></div>')).toEqual({ heading: '甲乙' });
    expect(about(home, '<h1>甲乙</h1>')).toEqual({ heading: '甲乙' });
    expect(about(home, `<h1>${'甲'.repeat(101)}</h1>`)).toEqual({ heading: '甲'.repeat(100) });
    expect(about(home, '<p></p>')).toEqual({});
  });

  it.each([
    ['丙-丁-甲乙的财新博客-财新网', '甲乙'],
    [`${'甲'.repeat(30)}-财新博客-x`, '甲'.repeat(30)],
    [`${'甲'.repeat(31)}-财新博客-x`, undefined],
    ['丙-丁-甲乙-财新博客-x', '甲乙'],
    ['甲乙财新博客', undefined],
  ])('is by the blogger of its title: %s', (title, name) => expect(bloggerOfTitle(title)).toBe(name));

  it.each([
    ['甲乙_丙丁_财新网', '甲乙'],
    ['甲乙|丙丁', '甲乙'],
    ['甲-乙-丙财新网', '甲-乙'],
    ['甲-乙', '甲-乙'],
    [' _财新网', undefined],
  ])('is headed by its title: %s', (title, heading) => expect(headingOfTitle(title)).toBe(heading));
});
