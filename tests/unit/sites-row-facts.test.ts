// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { again, beside, document, HOME, row, TITLE } from './a-row';

describe('a row', () => {
  const flags = (markup: string) => {
    const { isPinned, isPromo, hasDigits } = row(TITLE + markup) ?? {};
    return [isPinned && 'pinned', isPromo && 'promo', hasDigits && 'digits'].filter(Boolean).join();
  };

  it.each([
    ['置顶', 'pinned'],
    ['这是置頂的', 'pinned'],
    ['[顶] 甲乙', 'pinned'],
    ['顶', 'pinned'],
    ['Sticky', 'pinned'],
    ['顶楼', ''],
    ['楼顶', ''],
    ['推荐', 'promo'],
    [' 广告 ', 'promo'],
    ['推荐阅读', 'promo'],
    ['AD', 'promo'],
    ['推荐的', ''],
    ['我推荐', ''],
    ['5年', 'digits'],
    ['5  月里', 'digits'],
    ['5 小时', 'digits'],
    ['共 3-5 种', 'digits'],
    ['3.5', 'digits'],
    ['今天', 'digits'],
    ['昨日', 'digits'],
    ['刚刚', 'digits'],
    ['5 个', ''],
    ['年5', ''],
    ['3 - 5', ''],
    ['今年', ''],
    ['明天', ''],
  ])('that says %s is %s', (text, said) => expect(flags(`<p>一段文字在此</p><p>${text}</p>`)).toBe(said));

  it('whose excerpt alone has digits has none beside it', () => {
    expect(flags('<p>5 年间的事情。</p>')).toBe('');
    expect(flags('<p>5 年间的事情。</p><p>一段文字在此</p>')).toBe('digits');
  });

  it('without a title is none', () =>
    expect(row('<a href="/archives/1"><img src="a.gif"></a>')).toBeUndefined());

  it('has a title of at most three hundred signs, and its places', () => {
    const found = row(`<h3><a href="/archives/1">${'甲'.repeat(301)}</a></h3>`);
    expect(found?.post).toStrictEqual({ url: `${HOME}archives/1`, title: '甲'.repeat(300) });
    expect(found?.place).toEqual({ title: document.querySelector('a'), row: document.querySelector('div') });
    expect([found?.date, found?.label]).toEqual([undefined, undefined]);
    expect(row('<h3><a href="/archives/1"><i>甲乙</i>题目在此</a></h3>')?.label).toBe('甲乙');
  });

  it.each([
    ['src="https://img.caixin.com/a.jpg"', 'a.jpg'],
    ['src="//img.caixin.com/a.png?x=1"', 'a.png?x=1'],
    ['src="http://img.caixin.com/a.JPEG#x"', 'a.JPEG#x'],
    ['src="https://img.caixin.com/a.webp"', 'a.webp'],
    ['src="blank.gif" data-src="https://img.caixin.com/b.jpg"', 'b.jpg'],
    [`src="https://img.caixin.com/${'a'.repeat(972)}.jpg"`, `${'a'.repeat(972)}.jpg`],
    [`src="https://img.caixin.com/${'a'.repeat(973)}.jpg"`, undefined],
    ['src="https://img.caixin.com/blank.gif"', undefined],
    ['src="https://img.caixin.com/a.jpgx"', undefined],
    ['src="x//img.caixin.com/a.jpg"', undefined],
    ['src="/a.jpg"', undefined],
    ['src="https://.jpg"', undefined],
    ['alt="x"', undefined],
  ])('with a picture of %s', (attributes, name) =>
    expect(beside(`<img ${attributes}>`)).toEqual(name ? { image: `https://img.caixin.com/${name}` } : {}),
  );

  it('has the first picture that is not of another link', () => {
    const picture = (name: string) => `<img src="https://img.caixin.com/${name}">`;
    const own = `<a href="/archives/1">${picture('b.jpg')}</a>`;
    expect(beside(`<a href="/x">${picture('a.jpg')}</a>${own}${picture('c.jpg')}`)).toEqual({
      image: 'https://img.caixin.com/b.jpg',
    });
    expect(beside(`${picture('blank.gif')}${picture('c.jpg')}`)).toEqual({
      image: 'https://img.caixin.com/c.jpg',
    });
  });
});

describe('a row that is read again', () => {
  it('is what it was, as long as nothing of it changed', () => {
    const first = row(`${TITLE}<p>甲乙丙丁</p>`);
    expect(again()).toBe(first);
    document.querySelector('p')?.replaceChildren('一段文字');
    expect(again()?.post.excerpt).toBe('一段文字');
  });

  it('has the places of markup that was written anew', () => {
    row(`${TITLE}<p>甲乙丙丁</p>`);
    const element = document.querySelector('div');
    if (element) element.innerHTML = String(element.innerHTML);
    expect(again()?.place.title).toBe(document.querySelector('a'));
  });

  it('has no title still', () => {
    row('<a href="/archives/1"><img src="a.gif"></a>');
    expect(again()).toBeUndefined();
  });
});
