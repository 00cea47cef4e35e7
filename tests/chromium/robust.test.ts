import { describe, expect } from 'vitest';
import { counts, LIST, test } from '../browsers/chromium-test';
import { HOST } from '../browsers/on-page';
import { Surface } from '../browsers/surface';
import { until } from '../browsers/until';

const LIBRARY = '[aria-label="书库"]';

describe('nothing is lost', () => {
  test('if the background is stopped in the middle', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    await ours.click('.control', 0);
    await browser.stopWorker(page);
    await ours.click('.control', 1);
    await ours.press('保存 2');
    await ours.countsAre(counts(20, 2, 0));
    await browser.stopWorker(page);
    const popup = new Surface(await browser.popup(page));
    await popup.rows(2, LIBRARY);
  });

  test('if the popup is closed in the middle', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    await ours.click('.control', 0);
    await ours.tag('读书');
    await ours.press('保存 1');
    await ours.countsAre(counts(20, 1, 0));
    const tab = await browser.popup(page);
    const popup = new Surface(tab);
    await popup.rows(20, '[aria-label="本页文章"]');
    await tab.locator('input[type=checkbox]').nth(2).click();
    await popup.type('标签', '治理');
    await tab.keyboard.press('Enter');
    await tab.keyboard.type('组');
    await popup.press('读书 1');
    await popup.shows('找到 1 篇');
    await ours.countsAre(counts(20, 1, 1));
    await tab.close();
    const again = await browser.popup(page);
    await new Surface(again).shows(counts(20, 1, 1));
    await new Surface(again).shows('找到 1 篇');
    expect(await again.locator('[role=combobox]').inputValue()).toBe('组');
    expect(await again.locator('.tag-field-tag').allTextContents()).toEqual(['治理×']);
    expect(await again.locator('input[type=checkbox]').nth(2).isChecked()).toBe(true);
  });

  test('if a note and half a tag are typed and the popup is closed at once', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    await ours.click('.control', 0);
    await ours.press('保存 1');
    await ours.countsAre(counts(20, 1, 0));
    const tab = await browser.popup(page);
    const popup = new Surface(tab);
    await popup.rows(1, LIBRARY);
    await popup.press('更多操作：', LIBRARY);
    await popup.press('标签和备注', LIBRARY);
    await tab.locator(`${LIBRARY} [role=combobox]`).pressSequentially('半个');
    await tab.locator('textarea').fill('一条');
    await tab.locator('textarea').pressSequentially('备注');
    await tab.close();
    const again = await browser.popup(page);
    const second = new Surface(again);
    await second.shows('一条备注');
    await second.press('更多操作：', LIBRARY);
    await second.press('标签和备注', LIBRARY);
    const field = again.locator(`${LIBRARY} [role=combobox]`);
    await until(async () => (await field.inputValue()) === '半个', 'half a tag');
  });

  test('if the extension is updated under an open tab: one bar, and it works', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    await ours.click('.control', 0);
    await ours.countsAre(counts(20, 0, 1));
    const old = await page.evaluateHandle((host) => document.querySelector(host), HOST);
    await browser.update();
    await until(() => old.evaluate((host) => !host?.isConnected), 'the old bar gone');
    await ours.countsAre(counts(20, 0, 1));
    await ours.press('保存 1');
    await ours.countsAre(counts(20, 1, 0));
    expect(await ours.hosts()).toBe(1);
    await page.reload();
    await (await browser.ours(page)).countsAre(counts(20, 1, 0));
  });

  test('if two windows save the same posts at once', async ({ browser }) => {
    const one = await browser.list(LIST);
    const two = await browser.list(`${LIST}?from=x`);
    for (const { page, ours } of [one, two]) {
      await page.bringToFront();
      await ours.press('全选');
      await ours.countsAre(counts(20, 0, 20));
    }
    await Promise.all([one, two].map(({ ours }) => ours.press('保存 20')));
    await Promise.all([one, two].map(({ ours }) => ours.countsAre(counts(20, 20, 0))));
    await new Surface(await browser.panel()).shows('书库\n20');
  });
});

describe('if the library is damaged', () => {
  test('the last snapshot is offered, never an empty list, and restores it', async ({ browser }) => {
    const { ours } = await browser.list(LIST);
    await ours.click('.control', 0);
    await ours.click('.control', 2, ['Shift']);
    await ours.press('保存 3');
    await ours.countsAre(counts(20, 3, 0));
    const options = await browser.open(browser.address('options.html'));
    await new Surface(options).shows('最近的快照');
    const bench = await browser.open(browser.address('manifest.json'));
    await bench.evaluate(async () => {
      const settled = (request: IDBRequest) =>
        new Promise((done) => request.addEventListener('success', done));
      await settled(indexedDB.deleteDatabase('caixin-clipper'));
      const opening = indexedDB.open('caixin-clipper', 2);
      opening.onupgradeneeded = () => opening.result.createObjectStore('entries', { keyPath: 'url' });
      await settled(opening);
      opening.result.close();
    });
    await options.close();
    const popup = new Surface(await browser.popup());
    await popup.shows('书库打不开或不完整');
    await popup.shows('3 篇');
    await popup.press('从快照恢复');
    await popup.rows(3, LIBRARY);
  });
});

describe('if the site permission was withdrawn', () => {
  test('the popup shows it, with a button to ask for it, and the library stays', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    await ours.click('.control', 0);
    await ours.press('保存 1');
    await ours.countsAre(counts(20, 1, 0));
    const tabId = await browser.tabId(page);
    await browser.manage('updateExtensionConfiguration', { extensionId: browser.id, hostAccess: 'ON_CLICK' });
    const popup = new Surface(await browser.popup(tabId));
    await popup.shows('权限已收回');
    await popup.shows('允许访问 caixin.com');
    await popup.rows(1, LIBRARY);
  });
});
