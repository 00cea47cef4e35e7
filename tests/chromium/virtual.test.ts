import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import { violations } from '../browsers/axe';
import { test } from '../browsers/chromium-test';
import { complete, LONG, LONG_QUEUE, longPanel } from '../browsers/long-library';
import { until } from '../browsers/until';

const focused = () => document.activeElement?.closest('[data-row]')?.getAttribute('aria-posinset') ?? '';
const rowCount = () => document.querySelectorAll('[data-row]').length;

/** The position of something once it is at rest: rows move while those above them are measured. */
function still(locator: Locator) {
  let last = '';
  return until(async () => {
    const box = await locator.boundingBox();
    const isStill = last === JSON.stringify(box);
    last = JSON.stringify(box);
    return isStill && box;
  }, 'something that stands still');
}

describe('a library of 5,000', () => {
  test('renders few rows, announces their positions, and ends with the last', async ({ browser }) => {
    const { page, panel } = await longPanel(browser, '书库');
    await panel.shows(`第${LONG - 1}篇`);
    await complete(page);
    expect(await page.evaluate(rowCount)).toBeLessThan(60);
    expect(await violations(page)).toEqual([]);
    for (const y of [100_000, 250_000, 10_000_000]) {
      await page.evaluate((to) => scrollTo(0, to), y);
      await until(() => page.evaluate(() => document.querySelectorAll('[data-row]').length > 5), 'rows');
      expect(await page.evaluate(rowCount)).toBeLessThan(60);
    }
    await until(async () => {
      await page.evaluate(() => scrollTo(0, 10_000_000));
      return (await panel.text()).includes('第0篇');
    }, 'the last row');
  });

  test('the focus stays where it is when its row is scrolled away, and moves on from there', async ({
    browser,
  }) => {
    const { page } = await longPanel(browser, '书库');
    await complete(page);
    for (let n = 0; n < 3; n++) await page.keyboard.press('j');
    await until(async () => (await page.evaluate(focused)) === '3', 'focus on the third row');
    await page.evaluate(() => scrollTo(0, 200_000));
    await until(() => page.evaluate(() => scrollY > 100_000), 'the scroll');
    expect(await page.evaluate(focused)).toBe('3');
    await page.keyboard.press('j');
    await until(async () => (await page.evaluate(focused)) === '4', 'focus on the fourth row');
    for (let n = 0; n < 30; n++) await page.keyboard.press('j');
    await until(async () => (await page.evaluate(focused)) === '34', 'focus far below');
  });

  test('a range, or all that a filter finds, is ticked and tagged as one step', async ({ browser }) => {
    const { page, panel } = await longPanel(browser, '书库');
    await complete(page);
    const tick = (n: number) => `[aria-posinset="${n}"] input[type=checkbox]`;
    await page.click(tick(2));
    await page.evaluate(() => scrollTo(0, 2000));
    await page.waitForSelector(tick(31));
    await page.click(tick(31), { modifiers: ['Shift'] });
    await panel.shows('已选 30 篇');
    await page.evaluate(() => scrollTo(0, 0));
    await page.keyboard.press('Escape');
    await panel.drops('已选 30 篇');
    await panel.type('搜索标题、作者、标签、备注', '第4');
    await panel.shows('1111 篇');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+a');
    await panel.shows('已选 1111 篇');
    await panel.press('已选 1111 篇…');
    await panel.type('给已选的文章加上或去掉的标签', '第四千');
    await panel.press('加上');
    await panel.shows('标签已改：1111 篇');
    await panel.press('清除筛选');
    await panel.type('搜索标题、作者、标签、备注', '#第四千');
    await panel.shows('1111 篇');
    await panel.press('撤销');
    await panel.shows('已撤销：1111 篇');
    await panel.shows('没有');
  });

  test('the queue is dragged across the viewport', async ({ browser }) => {
    const { page } = await longPanel(browser, '队列');
    await complete(page, LONG_QUEUE);
    expect(await page.evaluate(rowCount)).toBeLessThan(60);
    const titleAt = (place: number) =>
      page.evaluate((n) => document.querySelector(`[aria-posinset="${n}"] a`)?.textContent ?? '', place);
    const title = await titleAt(3);
    const grip = page.locator('[aria-posinset="3"] [data-grip]');
    const from = await still(grip);
    await page.mouse.move(from.x + 5, from.y + 5);
    await page.mouse.down();
    await page.mouse.move(from.x + 5, from.y + 60, { steps: 5 });
    await page.evaluate(() => scrollTo(0, 4000));
    // Whatever row is in the middle.
    const place = await until(
      () => page.evaluate(() => Number(document.elementFromPoint(200, 400)?.closest('li')?.ariaPosInSet)),
      'a row in the middle',
    );
    expect(place).toBeGreaterThan(40);
    const box = await still(page.locator(`[aria-posinset="${place}"]`));
    await page.mouse.move(box.x + 50, box.y + box.height - 5, { steps: 5 });
    await page.mouse.up();
    await until(async () => (await titleAt(place)) === title, 'the dragged row in its new place');
  });
});
