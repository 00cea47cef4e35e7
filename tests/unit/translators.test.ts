// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { readPage } from '../../utils/sites';
import { inHappyDom, inJsdom, NOW } from './a-page';

const LIST = new URL('https://odd.blog.caixin.com/');
const TITLE = '社区团购要走向哪里？';
const EXCERPT = '团购平台的补贴退去之后，社区里还剩下什么。';
const SAID = 'Where is group buying going?';

const list = (title: string, excerpt = EXCERPT) =>
  `<html lang="zh-CN"><body><div class="list">${[1, 2]
    .map(
      (n) => `<div class="item"><h2><a href="https://odd.blog.caixin.com/archives/${n}">${title}</a></h2>
      <span>2026-01-0${n} 08:00</span><p>${excerpt}</p></div>`,
    )
    .join('')}</div></body></html>`;

/** What a reader's tools do to a text, each in its own markup (seen 2026-11). */
const TOOLS: Record<string, (own: string) => string> = {
  'Immersive Translate': (own) =>
    `${own}<font class="notranslate immersive-translate-target-wrapper" data-immersive-translate-translation-element-mark="1" lang="en"><br><font class="notranslate immersive-translate-target-translation-theme-none immersive-translate-target-translation-block-wrapper-theme-none" data-immersive-translate-translation-element-mark="1"><font class="notranslate immersive-translate-target-inner" data-immersive-translate-translation-element-mark="1">${SAID}</font></font></font>`,
  'KISS Translator': (own) =>
    `<span class="kiss-translator-original">${own}</span><kiss-translator class="kiss-translator-wrapper notranslate"><br><font lang="en" class="kiss-translator-inner">${SAID}</font></kiss-translator>`,
  'KISS Translator, the translation first': (own) =>
    `<kiss-translator class="kiss-translator-wrapper notranslate"><font lang="en" class="kiss-translator-inner">${SAID}</font><br></kiss-translator>${own}`,
  'Read Frog': (own) =>
    `<span data-read-frog-walked="1" data-read-frog-paragraph="">${own}</span><span class="notranslate read-frog-translated-content-wrapper"><br><span class="notranslate read-frog-translated-block-content">${SAID}</span></span>`,
  FluentRead: (own) =>
    `${own}<span class="fluent-read-bilingual-content" data-fr-translation-owned="true" translate="no" lang="en">${SAID}</span>`,
  'a bilingual line': (own) => `${own}<br><span lang="en" dir="ltr">${SAID}</span>`,
  'an invented wrapper': (own) =>
    `${own}<font class="notranslate translator-wrapper" lang="en"><br><font class="translator-inner">${SAID}</font></font>`,
  'pinyin above each sign': (own) =>
    [...own].map((sign) => `<ruby>${sign}<rp>(</rp><rt>pīn</rt><rp>)</rp></ruby>`).join(''),
  'furigana with bases of their own': (own) => `<ruby><rb>${own}</rb><rt>しゃく</rt></ruby>`,
  'bold beginnings of words': (own) => `<b class="br-bold">${own.slice(0, 3)}</b>${own.slice(3)}`,
  'marks of a highlighter': (own) =>
    `${own.slice(0, 2)}<mark class="hl" data-hl-id="1">${own.slice(2, 5)}</mark>${own.slice(5)}`,
  'an element of a highlighter’s own': (own) =>
    `${own.slice(0, 2)}<web-highlight data-id="1">${own.slice(2, 5)}</web-highlight>${own.slice(5)}`,
  'Dark Reader': (own) =>
    `<span style="--darkreader-inline-color: #e8e6e3;" data-darkreader-inline-color="">${own}</span>`,
};

describe.each([
  ['happy-dom', inHappyDom],
  ['jsdom', inJsdom],
])('a page that a reader’s tools have changed, in %s', (_name, open) => {
  const read = (html: string, url = LIST) => readPage(open(html, url), url, NOW);

  it.each(Object.keys(TOOLS))('%s: titles and excerpts are the page’s own', (tool) => {
    const changed = TOOLS[tool] ?? String;
    const { posts } = read(list(changed(TITLE), changed(EXCERPT)));
    expect(posts.map(({ title, excerpt }) => [title, excerpt])).toEqual([
      [TITLE, EXCERPT],
      [TITLE, EXCERPT],
    ]);
  });

  it.each(Object.keys(TOOLS))('%s: so is the title of an article', (tool) => {
    const url = new URL('https://economy.caixin.com/2020-12-16/101639642.html');
    const changed = TOOLS[tool] ?? String;
    const html = `<html lang="zh-CN"><body><div id="conTit"><h1>${changed(TITLE)}</h1></div><div id="subhead">${changed(EXCERPT)}</div></body></html>`;
    expect(read(html, url).posts[0]).toMatchObject({ title: TITLE, excerpt: EXCERPT });
  });

  it('what the page itself marks as not to be translated stays', () => {
    const own = `<span class="notranslate">DeepSeek</span>与<span lang="en">GDP</span>增长`;
    expect(read(list(own)).posts[0]?.title).toBe('DeepSeek与GDP增长');
    expect(read(list(`<span class="notranslate" lang="zh">${TITLE}</span>`)).posts[0]?.title).toBe(TITLE);
    expect(read(`<div translate="no" lang="zh">${list(TITLE)}</div>`).posts).toHaveLength(2);
    expect(
      read(list(`<font style="vertical-align: inherit;"><font>${SAID}</font></font>`)).posts[0]?.title,
    ).toBe(SAID);
  });
});
