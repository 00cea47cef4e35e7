import { describe, expect } from 'vitest';
import type { Chromium } from '../browsers/chromium';
import { counts, LIST, test } from '../browsers/chromium-test';
import { Surface } from '../browsers/surface';
import { until } from '../browsers/until';

const LIBRARY = '[aria-label="书库"]';
const NOTE = `${LIBRARY} textarea`;

type Tab = Awaited<ReturnType<Chromium['popup']>>;

async function saveOne(browser: Chromium) {
  const { page, ours } = await browser.list(LIST);
  await ours.click('.control', 0);
  await ours.press('保存 1');
  await ours.countsAre(counts(20, 1, 0));
  return { page, ours };
}

/** A popup in a tab of its own, with the one row's editor open. */
async function anEditor(browser: Chromium): Promise<Tab> {
  const tab = await browser.popup();
  const surface = new Surface(tab);
  await surface.rows(1, LIBRARY);
  await surface.press('更多操作：', LIBRARY);
  await surface.press('标签和备注', LIBRARY);
  await tab.locator(NOTE).waitFor();
  return tab;
}

/** The first entry, as it is in the database. */
const stored = (tab: Tab) =>
  tab.evaluate(async () => {
    const open = indexedDB.open('caixin-clipper');
    await new Promise((done) => open.addEventListener('success', done));
    const all = open.result.transaction('entries').objectStore('entries').getAll();
    await new Promise((done) => all.addEventListener('success', done));
    open.result.close();
    const [{ title = '', note = '', tags = [] } = {}] = all.result as {
      title?: string;
      note?: string;
      tags?: string[];
    }[];
    return { title, note, tags };
  });

const typeInto = async (tab: Tab, text: string) => {
  await tab.bringToFront();
  await tab.locator(NOTE).focus();
  await tab.keyboard.press('Control+End');
  await tab.keyboard.type(text);
};

describe('one note in two windows', () => {
  test('follows what the other wrote; undo takes back what was typed here', async ({ browser }) => {
    await saveOne(browser);
    const a = await anEditor(browser);
    const b = await anEditor(browser);
    await typeInto(b, '乙窗口写的一段');
    await until(
      async () => (await a.locator(NOTE).inputValue()) === '乙窗口写的一段',
      'the text in the other window',
    );
    await typeInto(a, '甲');
    await until(async () => (await stored(a)).note === '乙窗口写的一段甲', 'what both wrote');
    await new Surface(a).press('撤销');
    await until(async () => (await stored(a)).note === '乙窗口写的一段', 'the undo');
    await until(
      async () => (await b.locator(NOTE).inputValue()) === '乙窗口写的一段',
      'the undo in the other window',
    );
  });

  test('typed in both at once keeps every letter of both', async ({ browser }) => {
    await saveOne(browser);
    const a = await anEditor(browser);
    const b = await anEditor(browser);
    await a.locator(NOTE).focus();
    await b.locator(NOTE).focus();
    await Promise.all([
      a.keyboard.type('abcdefghijklmnop', { delay: 5 }),
      b.keyboard.type('12345678901234', { delay: 7 }),
    ]);
    const letters = (text: string, own: RegExp) => text.replace(own, '');
    await until(async () => {
      const { note } = await stored(a);
      return letters(note, /[^a-z]/g).length >= 16 && letters(note, /\D/g).length >= 14;
    }, 'all letters');
    await until(async () => {
      const texts = await Promise.all([a, b].map((tab) => tab.locator(NOTE).inputValue()));
      return texts[0] === texts[1] && texts[0] === (await stored(a)).note;
    }, 'the same text in both windows');
    expect(letters((await stored(a)).note, /[^a-z]/g)).toContain('abcdefghijklmnop');
  });

  test('half written in a window that crashed is there again, beside what was written since', async ({
    browser,
  }) => {
    await saveOne(browser);
    const tab = await anEditor(browser);
    await tab.evaluate(() => {
      const name = `jot:note:0b0e7a5e-0000-4000-8000-000000000000 ${document.querySelector<HTMLAnchorElement>('[data-row] a')?.href}`;
      localStorage.setItem(name, JSON.stringify({ from: '', text: '没写完的一句' }));
    });
    await typeInto(tab, '后来写的');
    await until(async () => (await stored(tab)).note === '后来写的', 'the note');
    await new Surface(tab).press('完成', LIBRARY);
    await new Surface(tab).press('更多操作：', LIBRARY);
    await new Surface(tab).press('标签和备注', LIBRARY);
    await until(async () => {
      const { note } = await stored(tab);
      return note.includes('后来写的') && note.includes('没写完的一句');
    }, 'both');
    const unsaved = () => Object.keys(localStorage).filter((key) => key.startsWith('jot:note')).length;
    await until(async () => (await tab.evaluate(unsaved)) === 0, 'no unsaved text left');
  });
});

describe('keys and pasted text', () => {
  test('Escape that ends a composition leaves the editor open; the next one closes it', async ({
    browser,
  }) => {
    await saveOne(browser);
    const tab = await anEditor(browser);
    const cdp = await browser.context.newCDPSession(tab);
    await tab.locator(NOTE).focus();
    await cdp.send('Input.imeSetComposition', { text: 'shequ', selectionStart: 5, selectionEnd: 5 });
    const press = { type: 'rawKeyDown', key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 27 } as const;
    await cdp.send('Input.dispatchKeyEvent', press);
    await cdp.send('Input.insertText', { text: '社区' });
    await until(async () => (await stored(tab)).note === '社区', 'the note');
    // As in Safari: the composition has ended, and only the key code says that the key belonged to it.
    await tab
      .locator(NOTE)
      .evaluate((field) =>
        field.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, ctrlKey: true, bubbles: true }),
        ),
      );
    expect(await tab.locator(NOTE).count()).toBe(1);
    await tab.keyboard.press('Escape');
    await until(async () => (await tab.locator(NOTE).count()) === 0, 'the end of the editor');
  });

  test('on a Russian layout with Caps Lock the keys work as usual', async ({ browser }) => {
    await saveOne(browser);
    const tab = await browser.popup();
    await new Surface(tab).rows(1, LIBRARY);
    const cdp = await browser.context.newCDPSession(tab);
    const press = (key: string, code: string, modifiers = 0) =>
      cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code, modifiers });
    await press('О', 'KeyJ');
    await press('Й', 'KeyQ');
    await until(
      async () => (await tab.locator(`${LIBRARY} [data-row]`).innerText()).includes('≡'),
      'the queue',
    );
    await press('я', 'KeyZ', 2);
    await until(
      async () => !(await tab.locator(`${LIBRARY} [data-row]`).innerText()).includes('≡'),
      'the undo',
    );
  });

  test('tags pasted one per line, or dropped with separators, become as many tags', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(() => navigator.clipboard.writeText('宏观\n金融\r\n地产'));
    await ours.click('.tag-field input');
    await page.keyboard.press('Control+v');
    const chips = () =>
      ours.ask((root) => [...root.querySelectorAll('.tag-field-tag')].map((tag) => tag.textContent));
    await until(async () => (await chips()).join() === '宏观×,金融×,地产×', 'three tags');
    await page.evaluate(() => navigator.clipboard.writeText('#a #b'));
    await page.keyboard.press('Control+v');
    await until(async () => (await chips()).length === 5, 'five tags');
    await page.evaluate(() => navigator.clipboard.writeText('社区'));
    await page.keyboard.press('Control+v');
    await page.keyboard.type('治理');
    await page.keyboard.press('Enter');
    await until(async () => (await chips()).at(-1) === '社区治理×', 'one more tag');
  });
});

describe('a page that a translator has changed', () => {
  const translate = () => {
    document.documentElement.lang = 'en';
    document.documentElement.classList.add('translated-ltr');
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href*="/archives/"]'))
      link.innerHTML =
        '<font style="vertical-align: inherit;"><font style="vertical-align: inherit;">Translated</font></font>';
  };

  test('saves its original text, saved already or not', async ({ browser }) => {
    const { page, ours } = await saveOne(browser);
    const popup = await browser.popup();
    const { title } = await stored(popup);
    await page.bringToFront();
    const labels = (await ours.controls()).map(({ label }) => label);
    await page.evaluate(translate);
    await ours.click('.control', 0);
    await ours.click('.control', 1);
    await ours.press('入队');
    await ours.countsAre(counts(20, 2, 0));
    await popup.bringToFront();
    await until(async () => {
      const titles = await new Surface(popup).rows(2, LIBRARY);
      return titles.includes(title) && titles.every((one) => /\p{sc=Han}/u.test(one));
    }, 'both titles, in Chinese');
    expect((await ours.controls()).map(({ label }) => label.split('，')[0])).toEqual(
      labels.map((label) => label.split('，')[0]),
    );
  });

  test('a saved title stays if the page was translated before it was read', async ({ browser }) => {
    await saveOne(browser);
    const popup = await browser.popup();
    const { title } = await stored(popup);
    await browser.context.addInitScript(`addEventListener('DOMContentLoaded', ${translate.toString()})`);
    const again = await browser.list(LIST);
    await again.ours.click('.control', 0);
    await again.ours.press('入队');
    await until(async () => (await new Surface(popup).text()).includes('≡'), 'the queue');
    expect((await stored(popup)).title).toBe(title);
  });
});
