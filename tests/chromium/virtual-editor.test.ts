import { expect } from 'vitest';
import { test } from '../browsers/chromium-test';
import { complete, longPanel } from '../browsers/long-library';
import { until } from '../browsers/until';

test('an editor that is open stays open when its row is scrolled away without the focus', async ({
  browser,
}) => {
  const { page } = await longPanel(browser, '书库');
  await complete(page);
  await page.click('[aria-posinset="3"] [aria-expanded]');
  await page.click('[aria-posinset="3"] [data-key=t]');
  await page.locator('[aria-posinset="3"] textarea').fill('半句话');
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    scrollTo(0, 50_000);
  });
  // Which row is there depends on the height of the rows above it.
  await until(
    () =>
      page
        .evaluate(() => document.querySelector('[data-row]:last-child')?.ariaPosInSet ?? '0')
        .then((at) => +at > 500),
    'rows far below',
  );
  expect(await page.locator('[aria-posinset="3"] textarea').inputValue()).toBe('半句话');
  await page.evaluate(() => scrollTo(0, 0));
  await page.locator('[aria-posinset="3"]').getByText('完成').click();
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    scrollTo(0, 50_000);
  });
  await until(async () => (await page.locator('[aria-posinset="3"]').count()) === 0, 'the end of the row');
});
