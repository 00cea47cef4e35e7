import { describe, expect } from 'vitest';
import { findable, heardSince, listenToAll, reachInside, takeOver } from '../browsers/attacks';
import { LIST, test } from '../browsers/firefox-test';
import { THEFTS } from '../browsers/thefts';
import { until } from '../browsers/until';

const FIELD = '.tag-field input';

describe('a page in Firefox gets nothing of our shadow root', () => {
  test('by taking over our element, pointing, searching, selecting, editing, animating', async ({
    browser,
  }) => {
    const { page, ours } = await browser.list(LIST);
    await page.evaluate(() => getSelection()?.selectAllChildren(document.body));
    await ours.tag('秘密');
    await page.keyboard.type('密语');
    expect(await page.evaluate(takeOver)).toEqual([]);
    expect(await page.evaluate(reachInside)).toEqual([]);
    expect(await page.evaluate(findable, '只选新 入队 本页 秘密 密语')).toEqual([]);
  });

  test('when it searches for text of the page while our field has the focus', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    await ours.click(FIELD);
    const found = await page.evaluate(() => {
      // The types do not know it.
      const { find } = window as unknown as { find(words: string): boolean };
      const anchor = find('社区') ? getSelection()?.anchorNode : undefined;
      return anchor?.getRootNode() instanceof ShadowRoot;
    });
    expect(found).toBe(false);
  });
});

describe('a page in Firefox that listens to everything and cancels it', () => {
  test('hears nothing of typing, selecting, copying, cutting, pasting, or of the focus moving', async ({
    browser,
  }) => {
    const { page, ours } = await browser.list(LIST);
    // From here on its position is fixed: the page would hear of scrolling.
    await ours.click('.control', 1);
    await ours.click(FIELD);
    await page.evaluate(listenToAll);
    await page.keyboard.type('abc');
    for (const key of ['a', 'c', 'x', 'v'] as const) {
      await page.keyboard.down('Control');
      await page.keyboard.press(key);
      await page.keyboard.up('Control');
    }
    await page.keyboard.press('End');
    await page.keyboard.type('治');
    expect(await ours.ask((root) => root.querySelector('input')?.value)).toBe('abc治');
    await ours.click('.control', 1);
    expect(await page.evaluate(heardSince)).toEqual([]);
    const isInside = () => ours.ask((root) => root.activeElement !== null);
    await until(async () => {
      await page.keyboard.press('Tab');
      return !(await isInside());
    }, 'the focus outside of our controls');
    const leaked = (await page.evaluate(heardSince)).filter((one) => /Target|related/i.test(one));
    expect(leaked).toEqual([]);
  });

  test('cannot edit what is typed by a command', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    await ours.click(FIELD);
    await page.keyboard.type('secret');
    await page.evaluate(() => {
      for (const command of ['insertText', 'delete']) document.execCommand(command, false, '恶意，');
    });
    expect(await ours.ask((root) => root.querySelector('input')?.value)).toBe('secret');
  });
});

describe('the focus in Firefox stays where the reader put it', () => {
  for (const [name, steal] of Object.entries(THEFTS)) {
    // A browser for each: text typed into a field stays for the next visit.
    test(`against ${name}`, async ({ browser }) => {
      const { page, ours } = await browser.list(LIST);
      await ours.click(FIELD);
      await page.evaluate(steal);
      await page.keyboard.type('abcdef', { delay: 20 });
      expect(await page.evaluate(() => (window as unknown as { got: string[] }).got)).toEqual([]);
      const isModal = name.startsWith('a dialog');
      if (!isModal) expect(await ours.ask((root) => root.querySelector('input')?.value)).toBe('abcdef');
    });
  }

  test('until the reader clicks on the page', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    await page.evaluate(() => {
      const field = document.createElement('input');
      field.style.cssText = 'position:fixed;top:0;left:0;width:200px;height:40px';
      document.body.prepend(field);
    });
    await ours.click(FIELD);
    await page.keyboard.type('a');
    await page.mouse.click(50, 20);
    await page.keyboard.type('mine');
    expect(await page.evaluate(() => document.querySelector('input')?.value)).toBe('mine');
  });

  test('until the reader clicks into a frame of the page', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    for (const address of ['about:blank']) {
      await page.evaluate(async (src) => {
        const got: string[] = [];
        document.querySelector('iframe')?.remove();
        const frame = document.createElement('iframe');
        frame.src = src;
        frame.style.cssText = 'position:fixed;top:0;left:0;width:200px;height:100px;background:#fff';
        const isThrough = new Promise<void>((resolve) => {
          window.addEventListener('message', ({ data }) => (data === 'through' ? resolve() : got.push(data)));
        });
        document.body.prepend(frame);
        const hear = () => got.push('keydown');
        if (src === 'about:blank') frame.contentWindow?.addEventListener('keydown', hear);
        else await isThrough;
        Object.assign(window, { got });
      }, address);
      await ours.click(FIELD);
      await page.keyboard.type('a');
      await page.mouse.click(100, 90);
      await until(() => page.evaluate(() => document.activeElement?.localName === 'iframe'), 'the frame');
      const heard = () => page.evaluate(() => (window as unknown as { got: string[] }).got.length);
      // What is typed while another process is about to take the keyboard goes nowhere.
      await until(async () => {
        await page.keyboard.type('b');
        return heard();
      }, `a letter in ${address}`);
    }
    expect(await ours.ask((root) => root.querySelector('input')?.value)).toBe('a');
  });
});
