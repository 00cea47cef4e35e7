import { describe, expect } from 'vitest';
import { violations } from '../browsers/axe';
import { test } from '../browsers/chromium-test';
import { fill } from '../browsers/fill';
import { Surface } from '../browsers/surface';
import { until } from '../browsers/until';
import { manyEntries } from '../site/many-entries';

describe('the statistics', () => {
  test('count the library, and a click on each bar shows what it counts', async ({ browser }) => {
    const first = await browser.open(browser.address('options.html'));
    await until(
      () => first.evaluate(() => indexedDB.databases().then((all) => all.length > 0)),
      'a database',
    );
    await fill(first, manyEntries(500, 20));
    await first.close();
    const page = await browser.open(browser.address('options.html'));
    const options = new Surface(page);
    await options.press('打开统计');
    await options.shows('每周保存');
    expect(await violations(page)).toEqual([]);
    const bar = page.locator('figure:has-text("作者") li a').first();
    const [, count = ''] = /：(\d+) 篇/.exec((await bar.getAttribute('aria-label')) ?? '') ?? [];
    const [library] = await Promise.all([browser.context.waitForEvent('page'), bar.click()]);
    const rows = new Surface(library);
    await rows.shows(`找到 ${count} 篇`);
    await rows.rows(Number(count));
  });
});
