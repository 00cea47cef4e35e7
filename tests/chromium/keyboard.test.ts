import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { Chromium } from '../browsers/chromium';
import { counts, LIST, test } from '../browsers/chromium-test';
import { Surface } from '../browsers/surface';
import { until } from '../browsers/until';

const presser =
  (page: Page) =>
  async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

/** The panel, with three posts in the queue. */
async function threeQueued(browser: Chromium): Promise<{ tab: Page; panel: Surface }> {
  const { ours } = await browser.list(LIST);
  await ours.click('.control', 0);
  await ours.click('.control', 2, ['Shift']);
  await ours.press('入队');
  await ours.countsAre(counts(20, 3, 0));
  const tab = await browser.panel();
  return { tab, panel: new Surface(tab) };
}

describe('with the keyboard alone', () => {
  test('posts of a list are ticked, tagged and saved', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    const press = presser(page);
    const hasFocus = (selector: string) =>
      ours.ask((root, found) => root.activeElement?.matches(found) ?? false, selector);
    // Past the page's own links, to our controls after them.
    await page.evaluate(() => [...document.links].at(-1)?.focus());
    await press('Tab');
    await until(() => hasFocus('.control'), 'the focus on a control');
    await press('Space', 'ArrowDown', 'ArrowDown', 'Shift+Space');
    await ours.countsAre(counts(20, 0, 3));
    while (!(await hasFocus('.tag-field input'))) await press('Tab');
    await page.keyboard.type('治理');
    await press('Enter');
    await page.keyboard.type('组织');
    await press('Enter', 'Enter');
    await ours.countsAre(counts(20, 3, 0));
    expect((await ours.controls())[1]?.title).toBe('已存 · 标签：治理、组织');
  });

  test('the popup: move, tick, save, find, queue, tag, undo', async ({ browser }) => {
    const { page } = await browser.list(LIST);
    const tab = await browser.popup(page);
    const popup = new Surface(tab);
    const library = '[aria-label="书库"]';
    const press = presser(tab);
    await popup.rows(20, '[aria-label="本页文章"]');
    await press('j', 'x', 'j', 'x');
    await popup.shows(counts(20, 0, 2));
    await press('s');
    await popup.rows(2, library);
    await press('/');
    await tab.keyboard.type('社区团购');
    await popup.rows(1, library);
    await press('Tab');
    await press('Escape');
    await tab.evaluate(() =>
      document.querySelector<HTMLElement>('[aria-label="书库"] [data-row] a')?.focus(),
    );
    await press('q');
    await popup.shows('≡ 已入队');
    await press('t');
    await until(
      () => tab.evaluate(() => document.activeElement?.role === 'combobox'),
      'the focus in the field',
    );
    await tab.keyboard.type('团购');
    await press('Enter', 'Escape');
    await popup.shows('团购\n');
  });

  test('the panel: order, finish, undo, tabs', async ({ browser }) => {
    const { tab, panel } = await threeQueued(browser);
    const press = presser(tab);
    const [first, second, third] = await panel.rows(3);
    await press('j', 'Alt+ArrowDown');
    await until(async () => (await panel.titles())[0] === second, 'the first post second');
    await until(
      () => tab.evaluate(() => document.activeElement?.closest('[data-row]') !== null),
      'the focus in its row',
    );
    expect(
      await tab.evaluate(
        () => document.activeElement?.closest('[data-row]')?.querySelector('a')?.textContent,
      ),
    ).toBe(first);
    await press('Alt+ArrowDown');
    await until(async () => (await panel.titles())[2] === first, 'the first post third');
    await until(
      async () =>
        (await tab.locator('[role=status]').allTextContents()).join('').includes('第 3 位，共 3 篇'),
      'the place aloud',
    );
    await press('k', 'k', 'e');
    expect(await panel.rows(2)).toEqual([third, first]);
    await press('z');
    expect(await panel.rows(3)).toEqual([second, third, first]);
    await tab.locator('[role=tab][aria-selected=true]').focus();
    await press('ArrowRight');
    await until(() => tab.locator('#tab-library[aria-selected=true]').count(), 'the library');
  });
});

describe('the focus', () => {
  const rowOf = (tab: Page) =>
    tab.evaluate(() => document.activeElement?.closest('[data-row]')?.querySelector('a')?.textContent);

  test('goes to the next row when its own leaves, and to the tab of an empty list', async ({ browser }) => {
    const { tab, panel } = await threeQueued(browser);
    const press = presser(tab);
    const [, second, third] = await panel.rows(3);
    await press('j', 'j', 'j');
    await until(async () => (await rowOf(tab)) === third, 'the focus in the last row');
    await press('e');
    await panel.rows(2);
    await until(async () => (await rowOf(tab)) === second, 'the focus in the row before');
    await press('k', 'e');
    await panel.rows(1);
    await until(async () => (await rowOf(tab)) === second, 'the focus in the next row');
    await press('e');
    await panel.shows('队列是空的');
    await until(() => tab.evaluate(() => document.activeElement?.role === 'tab'), 'the focus on the tab');
    await press('z');
    expect(await panel.rows(1)).toEqual([second]);
  });

  test('returns from the editor to its row, and goes from the search to what it found', async ({
    browser,
  }) => {
    const { page, ours } = await browser.list(LIST);
    await ours.click('.control', 0);
    await ours.click('.control', 2, ['Shift']);
    await ours.press('保存 3');
    await ours.countsAre(counts(20, 3, 0));
    await page.close();
    const tab = await browser.popup();
    const popup = new Surface(tab);
    const press = presser(tab);
    const [, second] = await popup.rows(3);
    await press('j', 'j', 't');
    await until(() => tab.evaluate(() => document.activeElement?.role === 'combobox'), 'the field');
    // The first one closes the suggestions.
    await press('Escape', 'Escape');
    await until(async () => (await rowOf(tab)) === second, 'the focus in the row of the editor');
    await popup.drops('完成');
    await press('/');
    await tab.keyboard.type(second?.slice(0, 4) ?? '');
    await popup.rows(1);
    await press('ArrowDown');
    await until(async () => (await rowOf(tab)) === second, 'the focus in what was found');
    await press('/', 'Escape');
    await until(async () => (await rowOf(tab)) === second, 'the focus in what was found, by Escape');
  });
});

describe('with the mouse', () => {
  test('a row of the queue is dragged to another place', async ({ browser }) => {
    const { tab, panel } = await threeQueued(browser);
    const [first, second, third] = await panel.rows(3);
    await tab
      .locator('[data-grip]')
      .nth(2)
      .dragTo(tab.locator('[data-row]').nth(0), { targetPosition: { x: 100, y: 5 } });
    await until(async () => (await panel.titles())[0] === third, 'the third post on top');
    expect(await panel.titles()).toEqual([third, first, second]);
  });

  test('a range of posts is ticked by their titles', async ({ browser }) => {
    const { page } = await browser.list(LIST);
    const tab = await browser.popup(page);
    const popup = new Surface(tab);
    const posts = '[aria-label="本页文章"]';
    const [first = '', , , fourth = ''] = await popup.rows(20, posts);
    await tab.locator(posts).getByText(first).click();
    await popup.shows(counts(20, 0, 1));
    await tab
      .locator(posts)
      .getByText(fourth)
      .click({ modifiers: ['Shift'] });
    await popup.shows(counts(20, 0, 4));
    expect(await tab.evaluate(() => getSelection()?.toString())).toBe('');
  });

  test('opening a post changes neither the order nor its state', async ({ browser }) => {
    const { ours } = await browser.list(LIST);
    await ours.click('.control', 0);
    await ours.click('.control', 1);
    await ours.press('入队');
    await ours.countsAre(counts(20, 2, 0));
    const tab = await browser.panel();
    const panel = new Surface(tab);
    const before = await panel.rows(2);
    const opened = browser.context.waitForEvent('page');
    await panel.press('打开');
    await (await opened).waitForURL('**/archives/*');
    expect(await panel.titles()).toEqual(before);
    expect(await panel.text()).not.toContain('已读');
  });
});
