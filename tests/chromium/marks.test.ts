import { describe, expect } from 'vitest';
import { counts, LIST, test } from '../browsers/chromium-test';
import { Surface } from '../browsers/surface';
import { until } from '../browsers/until';

describe('marks', () => {
  test('follow in another tab, without any request to the network', async ({ browser, replica }) => {
    const first = await browser.list(LIST);
    const second = await browser.list(LIST);
    const asked = replica.requests.length;
    await first.page.bringToFront();
    await first.ours.click('.control', 0);
    await first.ours.tag('治理');
    await first.ours.press('保存 1');
    await second.ours.countsAre(counts(20, 1, 0));
    await until(async () => (await second.ours.controls())[0]?.title === '已存 · 标签：治理', 'the mark');
    expect(replica.requests.slice(asked).filter((url) => url.includes('caixin'))).toEqual([]);
  });

  test('disappear when the popup removes a post, and come back with undo', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    await ours.click('.control', 0);
    await ours.press('保存 1');
    await ours.countsAre(counts(20, 1, 0));
    const tab = await browser.popup(page);
    const popup = new Surface(tab);
    const library = '[aria-label="书库"]';
    const [title = ''] = await popup.rows(1, library);
    await popup.press(`更多操作：${title}`);
    await popup.press('移除');
    await popup.rows(0, library);
    await ours.countsAre(counts(20, 0, 0));
    await popup.press('撤销');
    await popup.rows(1, library);
    await ours.countsAre(counts(20, 1, 0));
  });

  test('change when tags are edited in the panel', async ({ browser }) => {
    const { ours } = await browser.list(LIST);
    await ours.click('.control', 0);
    await ours.press('入队');
    await ours.countsAre(counts(20, 1, 0));
    const tab = await browser.panel();
    const panel = new Surface(tab);
    await panel.rows(1);
    await panel.press('标签和备注');
    await until(
      () => tab.evaluate(() => document.activeElement?.role === 'combobox'),
      'the focus in the field',
    );
    await tab.keyboard.type('社区');
    await tab.keyboard.press('Enter');
    await until(
      async () => (await ours.controls())[0]?.title === '已入队 · 标签：社区',
      'the tag in the mark',
    );
    await panel.press('备注：');
    await tab.keyboard.type('周末再看');
    await panel.press('完成');
    await panel.shows('周末再看');
  });

  test('the badge counts what is not saved, its title what is', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    const tabId = await browser.tabId(page);
    const badge = async () => (await browser.worker()).evaluate(badgeOf, tabId);
    await until(async () => (await badge()).text === '20', 'the badge for 20 new posts');
    await page.bringToFront();
    await ours.press('全选');
    await ours.click('.control', 0);
    await ours.press('保存 19');
    await until(async () => (await badge()).text === '1', 'the badge for one new post');
    expect((await badge()).title).toContain('本页 20 篇，已存 19');
  });

  test('the badge of an article says whether it is saved', async ({ browser }) => {
    const page = await browser.open('https://yanjiawei.blog.caixin.com/archives/243157');
    const tabId = await browser.tabId(page);
    const badge = async () => (await browser.worker()).evaluate(badgeOf, tabId);
    const popup = new Surface(await browser.popup(page));
    await popup.press('保存', '[aria-label="本页文章"]');
    await until(async () => (await badge()).text === '✓', 'the badge of a saved article');
    expect((await badge()).title).toContain('已保存');
    await popup.press('移除', '[aria-label="本页文章"]');
    await until(async () => (await badge()).text === '', 'the badge of an article that is not saved');
    await popup.press('撤销');
    await until(async () => (await badge()).text === '✓', 'the badge after an undo');
  });
});

async function badgeOf(tabId: number): Promise<{ text: string; title: string }> {
  // The background has the extension's own API.
  const { chrome } = globalThis as unknown as {
    chrome: { action: Record<'getBadgeText' | 'getTitle', (of: { tabId: number }) => Promise<string>> };
  };
  return {
    text: await chrome.action.getBadgeText({ tabId }),
    title: await chrome.action.getTitle({ tabId }),
  };
}
