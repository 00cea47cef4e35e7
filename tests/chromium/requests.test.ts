import { describe, expect } from 'vitest';
import { Chromium } from '../browsers/chromium';
import { counts, LIST, test } from '../browsers/chromium-test';
import { Surface } from '../browsers/surface';
import { startReplica } from '../site/server';

const FRONT = 'https://blog.caixin.com/';
const ARTICLE = 'https://www.caixin.com/';

/**
 * Chromium sends requests for updates, dictionaries and form predictions to its maker, with or without extensions.
 */
const BROWSERS_OWN = /^https?:\/\/(?:[\w-]+\.)*(?:googleapis|gvt1|google)\.com\//;

/** The requests of the same visits without the extension. */
async function browsing(): Promise<Set<string>> {
  const replica = await startReplica();
  const bare = await Chromium.bare(replica.port);
  const page = await bare.newPage();
  for (const url of [LIST, FRONT, ARTICLE]) await page.goto(url, { waitUntil: 'networkidle' });
  await bare.close();
  await replica.close();
  return new Set(replica.requests);
}

describe('no request leaves but those of the reader’s own browsing', () => {
  test('while every feature is used', async ({ browser, replica }) => {
    const expected = await browsing();
    const { page, ours } = await browser.list(LIST);
    await ours.click('.control', 0);
    await ours.click('.control', 3, ['Shift']);
    await ours.tag('治理');
    await ours.press('保存 4');
    await ours.countsAre(counts(20, 4, 0));
    await ours.press('撤销');
    await ours.press('重做');
    await ours.countsAre(counts(20, 4, 0));
    const popup = new Surface(await browser.popup(page));
    await popup.rows(4, '[aria-label="书库"]');
    await popup.press('治理 4');
    const tab = await browser.panel();
    const panel = new Surface(tab);
    await panel.press('书库');
    await panel.rows(4);
    await panel.press('更多操作：');
    await panel.press('入队');
    await panel.press('回收站');
    const options = await browser.open(browser.address('options.html'));
    const upkeep = new Surface(options);
    await upkeep.press('现在存一份');
    await upkeep.shows('最近的快照');
    await upkeep.press('检查');
    await upkeep.shows('一切正常');
    for (const format of [
      'json',
      'csv',
      'markdown',
      'obsidian',
      'bookmarks',
      'bibtex',
      'ris',
      'csl',
      'opml',
    ]) {
      await options.locator('#export select').nth(1).selectOption(format);
      const download = options.waitForEvent('download');
      await upkeep.press('导出', '#export');
      await (await download).delete();
    }
    await upkeep.press('或把链接贴在这里');
    await options.keyboard.type('https://tangya.blog.caixin.com/archives/99 ');
    await upkeep.press('读取链接');
    await upkeep.press('导入 1 篇');
    await upkeep.shows('已导入');
    for (const url of [FRONT, ARTICLE]) await page.goto(url, { waitUntil: 'networkidle' });
    expect(replica.requests.filter((url) => !expected.has(url) && !BROWSERS_OWN.test(url))).toEqual([]);
    expect(replica.requests).toContain(LIST);
  });
});
