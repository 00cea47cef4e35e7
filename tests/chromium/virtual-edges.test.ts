import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { LIST, test } from '../browsers/chromium-test';
import { complete, fillLong, LONG_QUEUE, longPanel } from '../browsers/long-library';
import { Surface } from '../browsers/surface';
import { until } from '../browsers/until';

const focused = () => document.activeElement?.closest('[data-row]')?.getAttribute('aria-posinset') ?? '';

/** Whatever has the focus is visible and nothing covers it. */
const isFocusSeen = () => {
  const box = document.activeElement?.getBoundingClientRect();
  if (!box) return false;
  const corners: [number, number][] = [
    [box.left + 2, box.top + 2],
    [box.left + 2, box.bottom - 2],
  ];
  return corners.every(([x, y]) => document.activeElement?.contains(document.elementFromPoint(x, y)));
};

const placeIs = (page: Page, place: number) =>
  until(async () => (await page.evaluate(focused)) === String(place), `the focus on row ${place}`);

describe('at the edge of the viewport', () => {
  test('a row that is moved by Alt and an arrow stays visible', async ({ browser }) => {
    const { page } = await longPanel(browser, '队列');
    await complete(page, LONG_QUEUE);
    await page.locator('[aria-posinset="3"] [data-grip]').focus();
    for (let place = 4; place <= 24; place++) {
      await page.keyboard.press('Alt+ArrowDown');
      await placeIs(page, place);
      await until(() => page.evaluate(isFocusSeen), `row ${place} in sight`);
    }
    for (let place = 23; place >= 2; place--) {
      await page.keyboard.press('Alt+ArrowUp');
      await placeIs(page, place);
      await until(() => page.evaluate(isFocusSeen), `row ${place} in sight`);
    }
  });

  test('neither the tabs above nor the notice below cover the focused row', async ({ browser }) => {
    const { page } = await longPanel(browser, '书库');
    await complete(page);
    for (const [key, count] of [
      ['j', 20],
      ['e', 1],
      ['j', 10],
      ['k', 25],
    ] as const) {
      for (let n = 0; n < count; n++) {
        await page.keyboard.press(key);
        await until(() => page.evaluate(isFocusSeen), `the focus in sight after ${key}`);
      }
    }
  });

  test('what grows above the list in the popup moves nothing that is visible', async ({ browser }) => {
    await fillLong(browser);
    const { page: list } = await browser.list(LIST);
    const page = await browser.popup(list);
    await new Surface(page).rows(20, '[aria-label="本页文章"]');
    await complete(page);
    await page.evaluate(() => scrollTo(0, 20_000));
    const sight = () =>
      page.evaluate(() => {
        const rows = [...document.querySelectorAll('[data-library] [data-row]')];
        const row = rows.find((one) => one.getBoundingClientRect().top > 100);
        return `${row?.getAttribute('aria-posinset')} at ${Math.round(row?.getBoundingClientRect().top ?? 0)}`;
      });
    // Rows are measured as they appear: the view is at rest when two looks agree.
    let before = '';
    await until(async () => {
      const last = before;
      before = await sight();
      return Number.parseInt(before, 10) > 100 && before === last;
    }, 'rows that stand still');
    const from = await page.evaluate(() => scrollY);
    await page.evaluate(() => {
      const above = document.querySelector<HTMLElement>('[aria-label="本页文章"]');
      if (above) above.style.paddingBottom = '300px';
    });
    await until(async () => (await page.evaluate(() => scrollY)) > from + 200, 'the list further down');
    expect(await sight()).toBe(before);
  });
});

describe('ticks', () => {
  test('have targets large enough for a finger, and show how many there are and what will be changed', async ({
    browser,
  }) => {
    const { page, panel } = await longPanel(browser, '书库');
    await complete(page);
    const label = page.locator('[aria-posinset="2"] label:has([data-key=x])');
    const box = await label.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    const status = page.locator('search [role=status]').last();
    // The region exists before it changes: otherwise screen readers do not announce it.
    expect(await status.textContent()).toBe('');
    await page.mouse.click((box?.x ?? 0) + 1, (box?.y ?? 0) + 1);
    await panel.shows('已选 1 篇…');
    expect(await status.textContent()).toBe('已选 1 篇…');
    await page
      .locator('[aria-posinset="5"] label:has([data-key=x])')
      .click({ modifiers: ['Shift'], position: { x: 1, y: 1 } });
    await panel.press('已选 4 篇…');
    expect(await page.getByRole('group', { name: '对已选的文章' }).count()).toBe(1);
    await panel.press('不选');
    await until(async () => (await status.textContent()) === '', 'the end of the ticks');
    await panel.type('搜索标题、作者、标签、备注', '第4');
    await panel.press('对这 1111 篇…');
    expect(await page.getByRole('group', { name: '对找到的全部' }).count()).toBe(1);
  });

  test('are not offered in the trash: there is nothing to change together', async ({ browser }) => {
    const { page, panel } = await longPanel(browser, '书库');
    await complete(page);
    await page.click('[aria-posinset="2"] [aria-expanded]');
    await page.locator('[aria-posinset="2"]').getByText('移除').click();
    await panel.shows('已移到回收站');
    await panel.press('回收站');
    await complete(page, 1);
    await page.keyboard.press('Control+a');
    await panel.press('恢复');
    await panel.press('全部', '[aria-label="状态"]');
    await complete(page);
    expect(await panel.text()).not.toContain('已选');
  });
});
