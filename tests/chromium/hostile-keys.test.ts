import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { heardSince, listenToAll } from '../browsers/attacks';
import { counts, LIST, test } from '../browsers/chromium-test';
import type { OnPage } from '../browsers/on-page';
import { THEFTS } from '../browsers/thefts';
import { until } from '../browsers/until';

const FIELD = '.tag-field input';
const typed = (ours: OnPage) => ours.ask((root) => root.querySelector('input')?.value);
const middle = async (ours: OnPage) => {
  const { x, y } = await ours.ask((root) => {
    const box = root.querySelector('input')?.getBoundingClientRect();
    return { x: (box?.x ?? 0) + 30, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  });
  return [x, y] as const;
};

/** A reader in our field, on a page that listens to everything and cancels it. */
async function watched(page: Page, ours: OnPage): Promise<void> {
  await ours.click(FIELD);
  await page.evaluate(listenToAll);
}

describe('a page that listens to everything and cancels it does not hear', () => {
  test('typing, moving the caret, selecting, copying, cutting, pasting', async ({ browser }) => {
    await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const { page, ours } = await browser.list(LIST);
    await watched(page, ours);
    await page.keyboard.type('abc');
    for (const key of [
      'Home',
      'Shift+End',
      'Control+c',
      'End',
      'Control+v',
      'Control+a',
      'Control+x',
      'Control+v',
    ])
      await page.keyboard.press(key);
    expect(await typed(ours)).toBe('abcabc');
    await page.keyboard.press('Control+z');
    await page.mouse.dblclick(...(await middle(ours)));
    await page.mouse.click(...(await middle(ours)), { button: 'right' });
    await page.mouse.click(...(await middle(ours)), { button: 'middle' });
    await page.mouse.wheel(0, 10);
    await page.keyboard.press('Escape');
    // The wheel scrolls the page, sooner or later, and that is the page's own.
    const heard: string[] = await page.evaluate(heardSince);
    expect(heard.filter((event) => !event.startsWith('scroll'))).toEqual([]);
  });

  test('a composition', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    await watched(page, ours);
    const cdp = await page.context().newCDPSession(page);
    for (const text of ['z', 'zh', '治'])
      await cdp.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await cdp.send('Input.insertText', { text: '治理' });
    expect(await typed(ours)).toBe('治理');
    expect(await page.evaluate(heardSince)).toEqual([]);
  });

  test('selecting and dragging with the mouse, and text that is dropped', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    await watched(page, ours);
    await page.keyboard.type('drag me');
    const [x, y] = await middle(ours);
    await page.mouse.move(x - 26, y);
    await page.mouse.down();
    await page.mouse.move(x + 20, y, { steps: 4 });
    await page.mouse.move(x + 120, y, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.type('x');
    expect((await typed(ours))?.length).toBeLessThan(7);
    const heard: string[] = await page.evaluate(heardSince);
    expect(heard).toEqual([]);
    const cdp = await page.context().newCDPSession(page);
    const data = { items: [{ mimeType: 'text/plain', data: '落下' }], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await cdp.send('Input.dispatchDragEvent', { type, x, y, data });
    await until(async () => (await typed(ours))?.includes('落下'), 'the text that was dropped');
    expect(await page.evaluate(heardSince)).toEqual([]);
  });

  test('a finger', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await page.evaluate(listenToAll);
    const [x, y] = await middle(ours);
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await page.keyboard.type('a');
    await until(async () => (await typed(ours)) === 'a', 'the letter');
    expect(await page.evaluate(heardSince)).toEqual([]);
  });
});

describe('commands of a page', () => {
  test('neither edit what is typed nor copy it', async ({ browser }) => {
    await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const { page, ours } = await browser.list(LIST);
    await page.evaluate(() => navigator.clipboard.writeText('before'));
    await ours.click(FIELD);
    await page.keyboard.type('secret');
    await page.evaluate(() => {
      for (const command of ['selectAll', 'copy', 'cut', 'delete', 'insertText', 'undo'])
        document.execCommand(command, false, '恶意，');
    });
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('before');
    expect(await typed(ours)).toBe('secret');
    expect(await ours.ask((root) => root.querySelectorAll('.tag-field-tag').length)).toBe(0);
  });
});

describe('the focus stays where the reader put it', () => {
  for (const [name, steal] of Object.entries(THEFTS)) {
    test(`against ${name}`, async ({ browser }) => {
      const { page, ours } = await browser.list(LIST);
      await ours.click(FIELD);
      await page.evaluate(steal);
      await page.keyboard.type('abcdef', { delay: 20 });
      const got = await page.evaluate(() => (window as unknown as { got: string[] }).got);
      expect(got).toEqual([]);
      const isModal = name.startsWith('a dialog');
      if (!isModal) expect(await typed(ours)).toBe('abcdef');
    });
  }

  test('until Tab takes it out of our controls, or a click on the page', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    await page.evaluate(() => document.body.prepend(document.createElement('input')));
    await ours.click(FIELD);
    await page.keyboard.type('a');
    await page.locator('body > input').click();
    await page.keyboard.type('mine');
    expect(await page.locator('body > input').inputValue()).toBe('mine');
    await ours.click(FIELD);
    const isInside = () => ours.ask((root) => root.activeElement !== null);
    await until(async () => {
      await page.keyboard.press('Tab');
      return !(await isInside());
    }, 'the focus outside of our controls');
    await page.evaluate(() => document.querySelector<HTMLElement>('body > input')?.focus());
    await page.keyboard.type('!');
    expect(await page.locator('body > input').inputValue()).toContain('!');
  });

  test('until a click into a frame of the page', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.srcdoc = '<input style="position:fixed;inset:0;width:100%;height:100%">';
      document.body.prepend(frame);
    });
    const field = page.frameLocator('iframe').locator('input');
    await field.waitFor();
    await ours.click(FIELD);
    await page.keyboard.type('a');
    await field.click();
    await page.keyboard.type('mine');
    expect(await field.inputValue()).toBe('mine');
    expect(await ours.counts()).toBe(counts(20, 0, 0));
  });

  test('until a dialog of the page is clicked, which then gets all letters', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    await ours.click(FIELD);
    await page.evaluate(THEFTS['a dialog that makes all else inert'] ?? (() => {}));
    await page.keyboard.type('a');
    const field = page.locator('dialog input');
    expect(await field.inputValue()).toBe('');
    await field.click();
    await page.keyboard.type('b');
    expect(await field.inputValue()).toBe('b');
  });
});
