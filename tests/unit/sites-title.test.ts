// @vitest-environment node
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { domOf } from '../../utils/sites/dom';
import { readContent } from '../../utils/sites/segments';
import { findTitle, type Title } from '../../utils/sites/title';

const NOW = new Date('2026-11-27T04:00:00Z');
const { document } = new JSDOM('').window;

/** What is found as the title of a row of this markup; its own links are marked by `data-own`. */
function found(markup: string): Title | undefined {
  document.body.innerHTML = `<div>${markup}</div>`;
  const dom = domOf(document);
  const element = document.body.firstElementChild;
  if (!dom || !element) throw new Error('no row');
  const links = [...element.querySelectorAll('[data-own]')];
  const url = 'https://somebody.blog.caixin.com/archives/1';
  const urls = new Map(links.map((link) => [link, url]));
  const content = readContent({ dom, hidden: new Set(), urls, stamps: new Map() }, [element]);
  return findTitle(dom, { url, element, links, after: [] }, content, NOW);
}

const link = (inner: string, more = '') => `<a href="/archives/1" data-own ${more}>${inner}</a>`;
const lines = (...all: string[]) => all.map((one) => `<p>${link(one)}</p>`).join('');
const PICTURE = link('<img src="a.gif">');

describe('a title', () => {
  it.each([
    [
      'of a heading that says something',
      `<h3>${link('阅读全文')}</h3><h3>${link('题目在此')}</h3>`,
      '题目在此',
    ],
    ['of a heading, whatever it says', `<h3>${link('2026-11-20')}</h3>${lines('题目在此')}`, '2026-11-20'],
    ['of a heading before other links', `${lines('前面的链接')}<h3>${link('题目在此')}</h3>`, '题目在此'],
    ['of a term', `${lines('前面的链接很长')}<dl><dt>${link('题目在此')}</dt></dl>`, '题目在此'],
    ['of a link that opens something', '<div data-url="/archives/1" data-own>题目在此</div>', '题目在此'],
    [
      'not of a link to comments',
      `<a href="/archives/1#c" data-own>评论的人们在说什么</a>${lines('题目在此')}`,
      '题目在此',
    ],
    ['of a link to a fragment alone', '<a href="/archives/1#c" data-own>题目在此</a>', '题目在此'],
    ['not of a link to something else', `<a href="/x">别的链接在此</a>${lines('题目在此')}`, '题目在此'],
    ['of one link of a line', `<p>${link('封面')} ${link('题目在此')}</p>`, '题目在此'],
    ['of a heading where the link is a sentence', `<h3>甲乙丙丁</h3>${lines('一句话。')}`, '甲乙丙丁'],
    ['of the link where it is none', `<h3>甲乙丙丁</h3>${lines('题目在此')}`, '题目在此'],
    [
      'not of a heading that leads elsewhere',
      `<h3><a href="/x">甲乙丙丁</a></h3>${lines('一句话。')}`,
      '一句话。',
    ],
    ['of a heading where the link is a picture', `<p>前一行字</p><h3>甲乙丙丁</h3>${PICTURE}`, '甲乙丙丁'],
    ['of a short line where there is no heading', `<p>一句话。</p><p>甲乙丙丁</p>${PICTURE}`, '甲乙丙丁'],
    ['of a line of sixty signs', `<p>${'甲'.repeat(60)}</p>${PICTURE}`, '甲'.repeat(60)],
    ['not of a longer one', `<p>${'甲'.repeat(61)}</p>${PICTURE}`, undefined],
    ['not of a byline', `<p>文｜甲乙</p>${PICTURE}`, undefined],
    ['not of signs', `<p>①②③④</p>${PICTURE}`, undefined],
    ['not of a cell', `<table><tr><td>甲乙丙丁</td><td>${PICTURE}</td></tr></table>`, undefined],
    ['not of a day', `<p>2026年11月20日</p>${PICTURE}`, undefined],
    ['not of what leads on', `<p>阅读全文</p>${PICTURE}`, undefined],
    ['not of a badge', `<p>${link('<span>独家</span>')}</p>${lines('题目在此')}`, '题目在此'],
    ['not of a date', `<p>2026-11-20</p>${PICTURE}`, undefined],
    ['of digits alone', link('007'), '007'],
    ['of many digits alone', link('12345'), '12345'],
    ['of a day alone', link('2026-11-20'), '2026-11-20'],
    ['not of digits beside others', lines('007', '008'), undefined],
    ['not of digits and a sign', link('★123'), undefined],
    ['not of a sign behind digits', link('123★'), undefined],
  ])('%s', (_what, markup, text) => expect(found(markup)?.text).toBe(text));

  it.each([
    ['封面报道', '题目在此', '题目在此'],
    ['六个字的栏目', '题目在此', '题目在此'],
    ['七个字的真题目', '题目在此', '七个字的真题目'],
    ['封面', '甲'.repeat(60), '甲'.repeat(60)],
    ['封面', '甲'.repeat(61), '封面'],
    ['封面', '一句话。', '封面'],
    ['封面', '话未说完…', '封面'],
    ['2026-11-20', '题目在此', '题目在此'],
    ['2026年11月', '题目在此', '题目在此'],
    ['2026-11-20 更新 2026-11-21', '题目在此', '题目在此'],
    ['2026-11-20 09:30 Updated 修改 2026-11-21', '题目在此', '题目在此'],
    ['11月20日 2026年', '题目在此', '题目在此'],
    ['11月20日那天的事', '题目在此', '11月20日那天的事'],
    [`2026年11月20日 标签：${'甲'.repeat(45)}`, '题目在此', '题目在此'],
    [`2026年11月20日 标签：${'甲'.repeat(46)}`, '题目在此', `2026年11月20日 标签：${'甲'.repeat(46)}`],
  ])('of the links %s and %s', (one, other, text) => expect(found(lines(one, other))?.text).toBe(text));

  it.each([
    ['报道', '题目在此处', '题目在此处'],
    ['报道', '题目在此', '报道'],
    ['报道', '一句，话，在此', '报道'],
    ['短题', '文｜甲乙丙丁', '短题'],
  ])('of two lines of one link, %s and %s', (one, other, text) =>
    expect(found(link(`<p>${one}</p><p>${other}</p>`))?.text).toBe(text),
  );
});

describe('no part of a title', () => {
  it.each([
    ['<span> 独家 </span>题目在此', '题目在此'],
    ['题目在此<i>荐</i>', '题目在此'],
    ['<span>独家</span>｜  题目在此', '题目在此'],
    ['<span>独家</span>：题目在此', '题目在此'],
    ['题目｜在此<i>荐</i>', '题目｜在此'],
    ['题目在此<span>2026-11-20</span>', '题目在此'],
    ['题目在此<time>11月20日</time>', '题目在此'],
    ['题目在此<i>2026</i>', '题目在此'],
    [`题目在此<span>${' '.repeat(60)}2026-11-20</span>`, '题目在此'],
    ['题目在此<br><span>副题</span>', '题目在此'],
    ['题目在此<small>甲乙</small>', '题目在此'],
    ['<b>题目</b>在此<small>甲乙</small>', '题目在此'],
  ])('in %s', (inner, text) => expect(found(link(inner))?.text).toBe(text));

  it.each([
    ['<mark>独家</mark>题目在此', '独家题目在此'],
    ['题目在此<b>2026-11-20</b>', '题目在此2026-11-20'],
    ['题目在此<bdi>2026-11-20</bdi>', '题目在此2026-11-20'],
    ['题目在此<i-x>2026-11-20</i-x>', '题目在此2026-11-20'],
    ['题目在此<span>20日</span>', '题目在此20日'],
    ['题目在此<span>2026-11-20那天</span>', '题目在此2026-11-20那天'],
    ['题目<br>在此', '题目在此'],
    ['独家<b>题目在此</b>', '独家题目在此'],
    ['｜题目在此', '｜题目在此'],
    ['<span>题目<br>在此</span>', '题目在此'],
    ['<br><span>题目</span><span>在此</span>', '题目'],
    ['<small>甲乙</small>题目在此', '甲乙题目在此'],
    ['题目<span>在此</span>', '题目在此'],
    ['题目在此<br>', '题目在此'],
  ])('but %s is read %s', (inner, text) => expect(found(link(inner))?.text).toBe(text));

  it('a date, which stays with the row, where a badge is of the title', () => {
    const title = found(link('<i>独家</i>题目在此<span>2026-11-20</span><small>甲乙</small>'));
    expect(title?.segments.map(({ text }) => text)).toEqual(['题目在此', '独家', '甲乙']);
  });
});

describe('a title that was cut off', () => {
  it.each([
    ['题目在此…', '题目在此处全部'],
    ['题目在此……', '题目在此处全部'],
    ['题目在此 …', '题目在此处全部'],
    ['题目在此  ...', '题目在此处全部'],
    ['题目在此.....', '题目在此处全部'],
    ['题目在此...', '  题目在此处全部 '],
  ])('%s stands whole in its link', (text, said) =>
    expect(found(link(text, `title="${said}"`))?.text).toBe('题目在此处全部'),
  );

  it.each([
    ['题目在此', '题目在此处全部'],
    ['题目在…', '题目在此处全部'],
    ['题目在此..', '题目在此处全部'],
    ['题目在此…', '题目在此'],
    ['题目在此…', '别的说明文字很长'],
    ['题目在此…', '全部的题目在此处'],
    ['题目在此…之外', '题目在此处全部'],
    ['题目在此…处', '题目在此处全部'],
  ])('but %s is not %s', (text, said) =>
    expect(found(`<h3>${link(text, `title="${said}"`)}</h3>`)?.text).toBe(text),
  );

  it('stands whole in another link of the row', () => {
    const markup = `<h3>${link('题目在此…')}</h3>${link('<img src="a.gif">', 'title="题目在此处全部"')}`;
    expect(found(markup)?.text).toBe('题目在此处全部');
  });
});

describe('a title that only an attribute says', () => {
  const picture = (more: string) => link('<img src="a.gif">', more);
  it.each([
    [picture('title="四个字的"'), '四个字的'],
    [picture('aria-label="题目在此"'), '题目在此'],
    [picture('title="三个字" aria-label="题目在此"'), '题目在此'],
    [picture('title="阅读全文" aria-label="题目在此"'), '题目在此'],
    [picture('title="题目在此" aria-label="别的题目"'), '题目在此'],
    [picture('') + picture('title="题目在此"'), '题目在此'],
    [picture(`title="${'甲'.repeat(700)}"`), '甲'.repeat(600)],
    [link('<img src="a.gif" alt="图片的题目">'), '图片的题目'],
    [`<img src="b.gif" alt="图片的题目">${link('<i></i>')}`, '图片的题目'],
    [`<p>甲乙丙丁</p>${picture('title="题目在此"')}`, '题目在此'],
    [picture('alt="题目在此"'), undefined],
    [link('<img src="a.gif" title="题目在此">'), undefined],
    [`<a href="/x"><img src="b.gif" alt="别的图片"></a>${picture('')}`, undefined],
  ])('%s', (markup, text) => expect(found(markup)?.text).toBe(text));
});

describe('the element of a title', () => {
  it.each([
    ['the link', `<p>${link('<b>题目在此</b>')}</p>`, 'a'],
    ['the link of a heading', `<h3>${link('<b>题目在此</b>')}</h3>`, 'a'],
    ['its part of a card', link('<h3>题目在此</h3><p>一段文字在此</p>'), 'h3'],
    ['its part of a card without a heading', link('<p>题目在此处不短</p><div>一段文字在此</div>'), 'p'],
    ['a line that is no link', `<h4>甲乙丙丁</h4>${PICTURE}`, 'h4'],
    ['a line the link repeats', `<p>题目在此</p>${link('<img src="a.gif">', 'title="题目在此"')}`, 'p'],
    ['the link of a picture', link('<img src="a.gif">', 'title="题目在此"'), 'a'],
  ])('is %s', (_what, markup, tag) => expect(found(markup)?.element.localName).toBe(tag));
});

describe('the parts of a title', () => {
  it.each([
    ['<i>社会</i>题目在此', '社会'],
    ['<b>六个字的栏目</b>题目在此', '六个字的栏目'],
    ['<b>七个字的栏目啊</b>题目在此', undefined],
    ['<b>题目</b>', undefined],
    ['社会<b>题目在此</b>', undefined],
    ['<span>独家</span><i>｜社会</i>题目在此', undefined],
  ])('%s', (inner, label) => expect(found(`<h3>${link(inner)}</h3>`)?.label).toBe(label));

  it('is no part of it where only an attribute says it', () =>
    expect(found(link('<img src="a.gif">', 'title="题目在此"'))).toEqual({
      text: '题目在此',
      segments: [],
      element: document.querySelector('a'),
    }));

  it('is no field where there is none', () => expect(found(link('题目在此'))?.label).toBeUndefined());
});
