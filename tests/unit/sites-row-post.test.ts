// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { beside, row, TITLE } from './a-row';

const date = (markup: string) => Object.values(row(TITLE + markup)?.date ?? {}).join(' ');

describe('an author', () => {
  it.each([
    ['https://zhang-san.blog.caixin.com', 'https://zhang-san.blog.caixin.com/'],
    ['//opinion.caixin.com/m/zhangsan_mjxx/', 'https://opinion.caixin.com/m/zhangsan_mjxx/'],
    ['https://www.caixin.com/li_4_zeld/x', 'https://www.caixin.com/li_4_zeld/x'],
    ['https://opinion.caixin.com/zhangsan/', 'https://opinion.caixin.com/zhangsan/'],
    ['https://culture.caixin.com/zs/index.html', 'https://culture.caixin.com/zs/index.html'],
  ])('is named by a link to %s', (href, authorUrl) =>
    expect(beside(`<p><a href="${href}">甲乙：</a></p>`)).toEqual({ author: '甲乙', authorUrl }),
  );

  it.each([
    'https://blog.caixin.com/',
    'https://blog.blog.caixin.com/',
    'https://zhangsan.blog.caixin.com/x',
    'https://www.caixin.com/zhangsan/',
    'https://opinion.caixin.com/zhangsan/x.html',
    'https://opinion.caixin.com/a/b/',
    'https://opinion.caixin.com//',
    'https://example.com/?https://zhangsan.blog.caixin.com/',
    'https://example.com/?https://opinion.caixin.com/zhangsan/',
    'javascript:void(0)',
  ])('is not named by a link to %s', (href) =>
    expect(beside(`<p><a href="${href}">甲乙</a></p>`)).toEqual({}),
  );

  it.each([
    ['<p class="author">甲乙</p>', '甲乙'],
    ['<p class="author">甲乙:</p>', '甲乙'],
    ['<p class="author">作者 ： 甲乙</p>', '甲乙'],
    ['<p class="author">文｜甲乙</p>', '甲乙'],
    ['<p class="author">文/  甲乙</p>', '甲乙'],
    ['<p class="author">文:甲乙</p>', '甲乙'],
    ['<p class="author">作者：</p><p class="author">甲乙</p>', '甲乙'],
    ['<p class="author">甲</p><p class="author">甲乙</p>', '甲乙'],
    ['<p class="author">甲乙5</p><p class="author">丙丁</p>', '丙丁'],
    ['<p class="author">甲|乙</p><p class="author">丙丁</p>', '丙丁'],
    [`<p class="author">${'甲'.repeat(31)}</p><p class="author">丙丁</p>`, '丙丁'],
    [`<p class="author">${'甲'.repeat(30)}</p>`, '甲'.repeat(30)],
    ['<p class="author">作者们的话</p>', '作者们的话'],
    ['<p class="author">她是作者</p>', '她是作者'],
    ['<p class="author">甲：乙</p>', '甲：乙'],
    ['<p class="author">甲文：乙丙</p>', '甲文：乙丙'],
    ['<p><a href="/x" class="author">甲乙</a></p>', '甲乙'],
    ['<p><a href="/x" class="author"><b>甲乙</b></a></p>', '甲乙'],
    ['<p class="author">甲乙</p><p class="author">丙丁</p>', '甲乙'],
    ['<p class="author">甲乙</p><p>文｜丙丁</p>', '甲乙'],
    ['<p>文｜甲乙</p><p>文｜丙丁</p>', '甲乙'],
    ['<p>2026-11-20 文｜甲乙</p>', '甲乙'],
  ])('stands in %s', (markup, author) => expect(row(TITLE + markup)?.post.author).toBe(author));

  it('is not the text of a link to a post', () =>
    expect(beside('<p><a href="/archives/1" class="author">甲乙丙丁的一段话</a></p>')).toEqual({
      excerpt: '甲乙丙丁的一段话',
    }));

  it('has no page of his own where only a class marks him', () =>
    expect(beside('<p><a class="author" href="https://example.com/">甲乙</a>：他说</p>')).toEqual({
      author: '甲乙',
      excerpt: '甲乙：他说',
    }));
});

describe('an excerpt', () => {
  it.each([
    ['<p>甲乙丙丁</p>', '甲乙丙丁'],
    ['<p>甲乙丙丁</p><p>一段文字</p>', '甲乙丙丁 一段文字'],
    ['<p>一句话，不长也不短，在此。</p><p>甲乙丙丁戊己</p>', '一句话，不长也不短，在此。'],
    ['<p>一句话，不长也不短，在此。</p><p>甲乙丙丁戊己庚</p>', '一句话，不长也不短，在此。 甲乙丙丁戊己庚'],
    ['<p>一句话，不长也不短，在此。</p><p>短。</p>', '一句话，不长也不短，在此。 短。'],
    ['<p>一句话，不长也不短，在。</p><p>甲乙丙</p>', '一句话，不长也不短，在。 甲乙丙'],
    ['<p>一段不是句子的文字却也不短</p><p>甲乙丙</p>', '一段不是句子的文字却也不短 甲乙丙'],
    ['<p>题目在此</p><p>题目在此</p><p>一段文字</p>', '一段文字'],
    ['<p>2026-11-20 | 这一天之后的事情还要慢慢说</p>', '这一天之后的事情还要慢慢说'],
    ['<p>这一天之后的事情还要慢慢说 -- 2026-11-20</p>', '这一天之后的事情还要慢慢说'],
    [`<p>2026-11-20 ${'甲'.repeat(13)}</p>`, '甲'.repeat(13)],
    ['<p>甲<a href="/x">乙丙</a>丁</p>', '甲乙丙丁'],
    ['<p>一段文字 <a href="/x">阅读全文</a></p>', '一段文字'],
    ['<p>一段文字 <a href="/archives/1">题目在此</a></p>', '一段文字'],
    ['<p>一段文字 <a href="/archives/1">别的</a></p>', '一段文字 别的'],
    ['<p><a href="/archives/1">一段文字</a></p>', '一段文字'],
    ['<p>一段文字<a href="/x">5</a></p>', '一段文字'],
    ['<p>一段文字<a href="/x">5.6</a></p>', '一段文字5.6'],
    ['<table><tr><td>甲乙丙丁戊己庚辛壬癸甲乙丙</td></tr></table>', '甲乙丙丁戊己庚辛壬癸甲乙丙'],
    ['<table><tr><td>一句话。</td></tr></table>', '一句话。'],
    ['<p data-time="2026-11-20">5 天来的事</p>', '5 天来的事'],
    [`<p data-time="2026-11-20">${'甲'.repeat(80)}</p>`, '甲'.repeat(80)],
    [`<p>${'甲'.repeat(700)}</p>`, '甲'.repeat(600)],
    ['<p>一段文字……</p>', '一段文字'],
  ])('of %s', (markup, excerpt) => {
    expect(row(TITLE + markup)?.post.excerpt).toBe(excerpt);
  });

  it.each([
    '<p><a href="/x">甲乙丙丁</a></p>',
    '<p><a href="/x">甲乙</a><a href="/y">丙丁</a></p>',
    '<p class="author">甲乙</p>',
    '<p class="author">甲·乙</p>',
    '<p class="author">甲乙<b>：——</b></p>',
    '<p class="author">甲乙<b>： </b></p>',
    '<p>阅读 5</p>',
    '<p>2026年</p>',
    '<p>5</p>',
    '<p>题目在此</p>',
    '<p>……</p>',
    '<p>文｜甲乙</p>',
    `<p>2026-11-20 ${'甲'.repeat(12)}</p>`,
    `<p>2026-11-20 ${'甲'.repeat(12)} 评论 5</p>`,
    '<p data-time="2026-11-20">那一天的事</p>',
    `<p data-time="2026-11-20">${'甲'.repeat(79)}</p>`,
    '<table><tr><td>甲乙丙丁戊己庚辛壬癸甲乙</td></tr></table>',
  ])('not of %s', (markup) => expect(row(TITLE + markup)?.post).not.toHaveProperty('excerpt'));

  it('of the lines before the title where only they are sentences', () => {
    expect(row(`<p>一句话。</p>${TITLE}<p>阅读 5</p>`)?.post.excerpt).toBe('一句话。');
    expect(row(`<p>甲乙丙丁</p>${TITLE}`)?.post).not.toHaveProperty('excerpt');
    expect(row(`<p>一句话。</p>${TITLE}<p>甲乙丙丁</p>`)?.post.excerpt).toBe('甲乙丙丁');
  });

  it('of all lines where the title is said by an attribute', () => {
    const markup = '<p>一句话。</p><a href="/archives/1" title="题目在此"><img src="a.gif"></a><p>丙丁。</p>';
    expect(row(markup)?.post).toMatchObject({ title: '题目在此', excerpt: '一句话。 丙丁。' });
  });

  it('of what stands behind the title in its line', () =>
    expect(row('<p><a href="/archives/1">题目在此</a> 甲乙丙丁</p>')?.post.excerpt).toBe('甲乙丙丁'));

  it('of the last line where a site says so', () => {
    const lines = '<p>甲乙丙丁</p><p>甲乙戊己</p><p>一段文字</p>';
    expect(beside(lines, { lastLine: true })).toEqual({ excerpt: '一段文字' });
    expect(beside('', { lastLine: true })).toEqual({});
  });
});

describe('the date of a row', () => {
  it.each([
    ['<p>2026-11-20</p>', '2026-11-20'],
    ['<p>2026-11-20</p><p>2026-11-21</p>', '2026-11-20'],
    ['<p>更新于 2026-11-21</p><p>2026-11-20</p>', '2026-11-20'],
    ['<p>2026-11-20</p><p>更新于 2026-11-21</p>', '2026-11-20'],
    ['<p><a href="/x">2026-11-20</a></p>', '2026-11-20'],
    ['<p>20</p><p>Nov 2026</p>', '2026-11-20'],
    ['<time datetime="2026-11-19">2026-11-20</time>', '2026-11-19'],
    ['<time datetime="2027-01-01">2026-11-20</time>', '2026-11-20'],
    ['<p class="author">甲乙丙丁</p><p>甲乙丙丁 11月20日</p>', '11 20'],
    ['<p>甲乙丙丁</p>', ''],
  ])('%s', (markup, said) => expect(date(markup)).toBe(said));
});
