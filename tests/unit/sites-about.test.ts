// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { readPage } from '../../utils/sites';
import { bloggerOfTitle, headingOfTitle } from '../../utils/sites/about';
import type { Page } from '../../utils/sites/site';
import { clean, withoutCut } from '../../utils/sites/text';
import { inJsdom, NOW } from './a-page';

const HOST = 'https://odd.blog.caixin.com';
const at = (n: number) => `${HOST}/archives/${n}`;

function read(address: string, html: string): Page {
  const url = new URL(address);
  return readPage(inJsdom(html, url), url, NOW);
}

/** Two rows that make a list by structure. */
const LIST = [1, 2]
  .map((n) => `<div><h3><a href="${at(n)}">第${n}篇</a></h3><span>2020-01-0${n}</span></div>`)
  .join('');

describe('the next page of a list', () => {
  const next = (links: string, address = `${HOST}/page/2`) =>
    read(address, `${LIST}<nav>${links}</nav>`).next;

  it.each([
    ['<a href="/page/3">下一页</a>', `${HOST}/page/3`],
    ['<a href="/page/3">下页</a>', `${HOST}/page/3`],
    ['<a href="/page/3">后一页</a>', `${HOST}/page/3`],
    ['<a href="/page/3">后页</a>', `${HOST}/page/3`],
    ['<a href="/page/3"> Next page </a>', `${HOST}/page/3`],
    ['<a href="/page/3">next</a>', `${HOST}/page/3`],
    ['<a href="/page/3">›</a>', `${HOST}/page/3`],
    ['<a href="/page/3">»</a>', `${HOST}/page/3`],
    ['<a href="/page/3">&gt;</a>', `${HOST}/page/3`],
    ['<a href="/page/3">&gt;&gt;</a>', `${HOST}/page/3`],
    ['<a href="/page/3">下一页 »</a>', `${HOST}/page/3`],
    ['<a href="/page/9" rel="next">x</a>', `${HOST}/page/9`],
    ['<a href="/page/9" rel="nofollow next">x</a>', `${HOST}/page/9`],
    ['<a href="/page/9" class="a nextpostslink">x</a>', `${HOST}/page/9`],
    ['<a href="/page/9" class="next">x</a>', `${HOST}/page/9`],
    ['<a href="/page/3">3</a>', `${HOST}/page/3`],
    ['<a href="http://odd.blog.caixin.com/page/3">3</a>', `${HOST}/page/3`],
    ['<a href="/page/3">3</a><a href="/page/3?x">3</a>', `${HOST}/page/3`],
    ['<a href="/page/3">3</a><a href="/page/7">下一页</a>', `${HOST}/page/7`],
    ['<a href="/?page=3">3</a>', `${HOST}/?page=3`],
    ['<a href="/page/1">1</a><a href="/page/4">4</a>', undefined],
    ['<a href="/page/3x">上一页</a>', undefined],
    ['<a href="/page/9">下一页吗</a>', undefined],
    ['<a href="/page/9">看下一页</a>', undefined],
    ['<a href="/page/9" class="nextish">x</a>', undefined],
    ['<a href="/other/page/3">3</a>', undefined],
    ['<a href="https://other.blog.caixin.com/page/3">下一页</a>', undefined],
    ['<a href="javascript:page(3)">下一页</a>', undefined],
    [`<a href="/archives/9?page=3">下一页</a>`, undefined],
  ])('%s leads to %s', (links, address) => {
    expect(next(links)).toBe(address);
  });

  it.each([
    [`${HOST}/`, '<a href="/page/2">2</a>', `${HOST}/page/2`],
    [`${HOST}/usercategory/5/`, '<a href="/usercategory/5/page/2">2</a>', `${HOST}/usercategory/5/page/2`],
    [`${HOST}/UserCategory/5`, '<a href="/usercategory/5/page/2">2</a>', `${HOST}/usercategory/5/page/2`],
    [
      'https://finance.caixin.com/regulation/',
      '<a href="index-2.html">2</a>',
      'https://finance.caixin.com/regulation/index-2.html',
    ],
    [
      'https://finance.caixin.com/regulation/index.html',
      '<a href="index_2.html">2</a>',
      'https://finance.caixin.com/regulation/index_2.html',
    ],
    [
      'https://finance.caixin.com/regulation/index-2.html',
      '<a href="index-3.html">3</a>',
      'https://finance.caixin.com/regulation/index-3.html',
    ],
    [
      'https://finance.caixin.com/list?page=2',
      '<a href="list?page=3">3</a>',
      'https://finance.caixin.com/list?page=3',
    ],
    [
      'https://finance.caixin.com/list?p=1',
      '<a href="list?p=2">下一页</a>',
      'https://finance.caixin.com/list?p=2',
    ],
  ])('of %s, where %s', (address, links, expected) => {
    expect(next(links, address)).toBe(expected);
  });
});

describe('the title of a document', () => {
  it.each([
    ['唐涯的财新博客-财新网', '唐涯'],
    ['题目-唐涯的财新博客-财新网', '唐涯'],
    ['社区治理-闫加伟-财新博客-新世纪的常识传播者-财新网', '闫加伟'],
    ['闫加伟-财新博客-新世纪的常识传播者-财新网', '闫加伟'],
    [`${'长'.repeat(30)}的财新博客`, '长'.repeat(30)],
    [`${'长'.repeat(31)}的财新博客`, undefined],
    ['财新博客', undefined],
    ['的财新博客', undefined],
    ['唐涯-财新博客', undefined],
    ['财新网', undefined],
  ])('%s names the blogger %s', (title, name) => {
    expect(bloggerOfTitle(title)).toBe(name);
  });

  it.each([
    ['监管_财新网_财新', '监管'],
    ['监管|财新', '监管'],
    ['监管-财新网', '监管'],
    ['上海-北京-财新网', '上海-北京'],
    ['上海-北京', '上海-北京'],
    [' 监管 _财新', '监管'],
    ['_财新网', undefined],
    ['', undefined],
  ])('%s is headed %s', (title, heading) => {
    expect(headingOfTitle(title)).toBe(heading);
  });

  it('is the first with words, at most a hundred characters', () => {
    expect(read(`${HOST}/odd/`, `<title> </title><title>监管_财新网</title>${LIST}`).heading).toBe('监管');
    expect(read(`${HOST}/odd/`, `<title>${'长'.repeat(200)}</title>${LIST}`).heading).toBe('长'.repeat(100));
    expect(read(`${HOST}/odd/`, LIST)).not.toHaveProperty('heading');
  });
});

describe('an article', () => {
  const article = (html: string, address = at(7)) => read(address, html).posts[0];
  const NEWS = 'https://finance.caixin.com/2026-08-01/102345678.html';

  it.each([
    ['<div id="conTit"><h1>题目</h1></div>', '题目'],
    ['<div id="content"><h2>题目</h2></div>', '题目'],
    ['<div class="blog-top-title">题目</div>', '题目'],
    ['<div id="the_content"><h1>题目</h1></div>', '题目'],
    ['<div id="content"><h2> </h2></div><div class="blog-top-title">题目</div>', '题目'],
    ['<meta property="og:title" content="题目">', '题目'],
    ['<meta property="og:title" content=" "><meta property="og:title" content="题目">', '题目'],
    ['<title>题目-唐涯的财新博客-财新网</title>', '题目'],
    ['<title>题目-有横-唐涯的财新博客-财新网</title>', '题目-有横'],
    ['<title>题目-唐涯-财新博客-新世纪的常识传播者-财新网</title>', '题目'],
    ['<title>题目</title>', '题目'],
    ['<title>-唐涯的财新博客-财新网</title>', undefined],
    ['<p>什么也没有</p>', undefined],
  ])('%s has the title %s', (html, title) => {
    expect(article(html)?.title).toBe(title);
  });

  it('of a channel has the first part of the document’s title', () => {
    expect(article('<title>题目_金融频道_财新网</title>', NEWS)?.title).toBe('题目');
    expect(article('<title>题目-有横-财新网</title>', NEWS)?.title).toBe('题目-有横');
  });

  it('without a title is uncertain', () => {
    expect(read(at(7), '<p>x</p>')).toMatchObject({
      kind: 'article',
      site: 'article',
      posts: [],
      doubts: ['the article has no title'],
    });
    expect(read(at(7), '<div id="content"><h2>题目</h2></div>')).toMatchObject({
      kind: 'article',
      heading: '题目',
      doubts: [],
    });
  });

  it.each([
    ['<span id="author_baidu">作者：张三</span>', '张三'],
    ['<span id="author_baidu">作者 : 张三</span>', '张三'],
    ['<div class="author_detail"><p class="name">张三</p></div>', '张三'],
    ['<div class="author_detail"><p>x <strong>张三</strong></p></div>', '张三'],
    ['<title>题目-张三的财新博客-财新网</title>', '张三'],
  ])('%s is by %s, with the blog as his page', (html, author) => {
    const post = article(`<div id="content"><h2>题目</h2></div>${html}`);
    expect(post).toMatchObject({ author, authorUrl: `${HOST}/` });
  });

  it('of a channel names its author alone, and nobody by the document’s title', () => {
    const post = article(
      '<div id="conTit"><h1>题目</h1></div><span id="author_baidu">作者：张三</span>',
      NEWS,
    );
    expect(post?.author).toBe('张三');
    expect(post).not.toHaveProperty('authorUrl');
    expect(article('<title>题目-张三的财新博客-财新网</title>', NEWS)).not.toHaveProperty('author');
  });

  it.each([
    ['<span id="pubtime_baidu">2020-12-16 12:00:30</span>', '2020-12-16T12:00'],
    ['<div id="artInfo">2020年12月16日 12:00 来源于 财新网</div>', '2020-12-16T12:00'],
    ['<div class="post_date">2020-12-16</div>', '2020-12-16'],
    ['<div class="post_date">12月16日</div>', undefined],
    ['<div class="post_date">不知何时</div>', undefined],
  ])('%s was published at %s', (html, moment) => {
    const post = article(`<div id="content"><h2>题目</h2></div>${html}`);
    if (moment === undefined) expect(post).not.toHaveProperty('publishedAt');
    else expect(post?.publishedAt).toContain(moment);
  });

  it('has the line under its title, or its description, as excerpt, and its picture over https', () => {
    const meta =
      '<meta property="og:description" content="说明..."><meta property="og:image" content="http://img.caixin.com/a.jpg">';
    const title = '<div id="conTit"><h1>题目</h1><div class="subhead">副题</div></div>';
    expect(article(title + meta, NEWS)).toMatchObject({
      excerpt: '副题',
      image: 'https://img.caixin.com/a.jpg',
    });
    expect(article(`<div id="subhead">副题</div>${title}`, NEWS)?.excerpt).toBe('副题');
    expect(article(`<div id="content"><h2>题目</h2></div>${meta}`)?.excerpt).toBe('说明');
    const odd =
      '<meta property="og:image" content="javascript:alert(1)"><meta property="og:description" content="">';
    const bare = article(`<div id="content"><h2>题目</h2></div>${odd}`);
    expect(bare).toEqual({ url: at(7), title: '题目' });
  });

  it('other posts are beside it, none of them the article itself', () => {
    const page = read(
      at(7),
      `<div id="content"><h2>题目</h2><p>正文<a href="${at(7)}#x">本文</a></p></div><ul><li><a href="${at(8)}">另一篇</a></li></ul>`,
    );
    expect(page.posts.map(({ url }) => url)).toEqual([at(7)]);
    expect(page.others).toEqual([{ url: at(8), title: '另一篇' }]);
  });

  it('a link in the article contributes only its own text', () => {
    const page = read(
      at(7),
      `<div id="content"><h2>题目</h2><div class="post_date">2020-12-16</div><p>正文前面 <a href="${at(8)}">另一篇</a> 正文后面</p></div>`,
    );
    expect(page.others).toEqual([expect.objectContaining({ url: at(8), title: '另一篇' })]);
    expect(page.others[0]).not.toHaveProperty('publishedAt');
  });
});

describe('a page', () => {
  it('relative links follow the base element', () => {
    const page = read(
      `${HOST}/odd/`,
      `<base href="https://other.blog.caixin.com/x/">${LIST}<div><h3><a href="/archives/5">五</a></h3><span>2020-01-05</span></div>`,
    );
    expect(page.posts.at(-1)?.url).toBe('https://other.blog.caixin.com/archives/5');
    expect(read(`${HOST}/odd/`, `<base href="http://[">${LIST}`).posts).toHaveLength(2);
  });

  it('links to itself, to fragments of it, and endless ones are no posts', () => {
    const long = `/archives/5?${'x'.repeat(2000)}`;
    const html = `${LIST}<p><a href="#archives/3">三</a><a href="${long}">五</a><a href="">本页</a></p>`;
    const page = read(`${HOST}/odd/`, html);
    expect([...page.posts, ...page.others].map(({ url }) => url)).toEqual([at(1), at(2)]);
  });

  it('with one post that no rule recognises is no list', () => {
    expect(
      read(`${HOST}/odd/`, `<div><h3><a href="${at(1)}">一</a></h3><span>2020-01-01</span></div>`).kind,
    ).toBe('other');
    expect(read(`${HOST}/odd/`, LIST)).toMatchObject({
      kind: 'list',
      site: 'structure',
      confidence: 'structure',
      doubts: [],
    });
  });

  it('recognised by a rule is a list even with one post', () => {
    const page = read(`${HOST}/`, `<div id="content"><div><h2><a href="${at(1)}">一</a></h2></div></div>`);
    expect(page).toMatchObject({ kind: 'list', site: 'blog-legacy', confidence: 'rules' });
  });

  it('counts links without a title', () => {
    const html = `<div id="content"><div><h2><a href="${at(1)}">一</a></h2></div><div><a href="${at(2)}"><img src="a.gif"></a></div></div>`;
    expect(read(`${HOST}/`, html).doubts).toEqual(['2 links look like posts, 1 have no title']);
  });

  it('whose main list is empty reports that, and shows the other posts', () => {
    const html = `<div class="author-all-blog"><div class="all-blog-con"></div></div><div class="new-con"><p><a href="${at(1)}">一</a></p><p><a href="${at(2)}">二</a></p></div>`;
    const page = read(`${HOST}/archive/main`, html);
    expect(page).toMatchObject({
      site: 'blog-current',
      doubts: ['the main list of the page is empty'],
      others: [],
    });
    expect(page.posts).toHaveLength(2);
  });

  it('a post that is there twice keeps the row with more information', () => {
    const poor = `<div><h2><a href="${at(1)}">一</a></h2></div>`;
    const rich = `<div><h2><a href="${at(1)}">一</a></h2><p>摘要</p></div>`;
    const dated = `<div><h2><a href="${at(1)}">一</a></h2><p>2020-01-01</p></div>`;
    const other = `<div><h2><a href="${at(2)}">二</a></h2></div>`;
    const first = (...rows: string[]) =>
      read(`${HOST}/`, `<div id="content">${rows.join('')}</div>`).posts[0];
    expect(first(poor, other, rich)).toMatchObject({ excerpt: '摘要' });
    expect(first(rich, other, dated)).toMatchObject({ publishedAt: '2020-01-01' });
    expect(first(dated, other, rich)).toMatchObject({ publishedAt: '2020-01-01' });
    expect(first(rich, other, poor)).toMatchObject({ excerpt: '摘要' });
  });

  it('the owner of a blog is the author of posts on its host, unless another name is given', () => {
    const other = 'https://another.blog.caixin.com/archives/3';
    const html = `<title>张三的财新博客-财新网</title><div id="content"><div><h2><a href="${at(1)}">一</a></h2></div><div><h2><a href="${other}">三</a></h2></div><div><h2><a href="${at(2)}">二</a></h2><p>作者：李四</p></div></div>`;
    const { posts } = read(`${HOST}/`, html);
    expect(posts.map(({ author, authorUrl }) => [author, authorUrl])).toEqual([
      ['张三', `${HOST}/`],
      [undefined, undefined],
      ['李四', undefined],
    ]);
  });
});

describe('text of a page', () => {
  it.each([
    ['  一  二  ', '一 二'],
    ['一\u200b二', '一二'],
    ['一\u200b \u200b二', '一 二'],
    ['\u00ad一', '一'],
    ['naïve café', 'naïve café'],
    ['', ''],
  ])('%j is %j', (text, shown) => expect(clean(text)).toBe(shown));

  it.each([
    ['一...', '一'],
    ['一..', '一..'],
    ['一… ', '一'],
    ['一&#8230......', '一'],
    ['一&amp;...', '一'],
    ['一&AMP...', '一'],
    ['一<BR......', '一'],
    ['一</p......', '一'],
    ['一 < ...', '一'],
    ['一...二', '一...二'],
    ['a&b c...', 'a&b c'],
  ])('%j ends as %j', (text, shown) => expect(withoutCut(text)).toBe(shown));
});
