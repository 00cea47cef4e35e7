import { describe, expect } from 'vitest';
import { counts, LIST, test } from '../browsers/chromium-test';
import { Surface } from '../browsers/surface';
import { until } from '../browsers/until';

describe('every change can be undone', () => {
  test('on the page: by its button, again, and by a key', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    await ours.click('.control', 0);
    await ours.click('.control', 2, ['Shift']);
    await ours.press('保存 3');
    await ours.countsAre(counts(20, 3, 0));
    await ours.press('撤销');
    await ours.countsAre(counts(20, 0, 0));
    await ours.press('重做');
    await ours.countsAre(counts(20, 3, 0));
    await ours.focus('.control');
    await page.keyboard.press('Control+z');
    await ours.countsAre(counts(20, 0, 0));
    await page.keyboard.press('Control+Shift+z');
    await ours.countsAre(counts(20, 3, 0));
  });

  test('in the panel: what was done on the page and in the popup, in turn', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    await ours.click('.control', 0);
    await ours.press('保存 1');
    await ours.countsAre(counts(20, 1, 0));
    const popup = new Surface(await browser.popup(page));
    const library = '[aria-label="书库"]';
    const [title = ''] = await popup.rows(1, library);
    await popup.press(`更多操作：${title}`);
    await popup.press('移除', library);
    await popup.shows(`已移到回收站：${title}`);
    const tab = await browser.panel();
    const panel = new Surface(tab);
    await panel.press('书库');
    await panel.rows(0);
    await tab.keyboard.press('Control+z');
    await panel.rows(1);
    await panel.shows(`已撤销：${title}`);
    await tab.keyboard.press('z');
    await panel.rows(0);
    await ours.countsAre(counts(20, 0, 0));
    await panel.press('重做');
    await panel.rows(1);
    await ours.countsAre(counts(20, 1, 0));
  });

  test('what was removed waits in the trash, is found there and is restored', async ({ browser }) => {
    const { ours } = await browser.list(LIST);
    await ours.click('.control', 0);
    await ours.click('.control', 2, ['Shift']);
    await ours.tag('治理');
    await ours.press('保存 3');
    await ours.countsAre(counts(20, 3, 0));
    const tab = await browser.panel();
    const panel = new Surface(tab);
    await panel.press('书库');
    const titles = await panel.rows(3);
    for (const [index, title] of titles.slice(0, 2).entries()) {
      await panel.press(`更多操作：${title}`);
      await panel.press('移除', '[data-row]:focus-within');
      await panel.shows(`已移到回收站：${title}`);
      await panel.rows(2 - index);
    }
    await panel.press('回收站');
    expect((await panel.rows(2)).toSorted()).toEqual(titles.slice(0, 2).toSorted());
    await panel.shows('还剩 30 天');
    await panel.type('搜索标题、作者、标签、备注', titles[0]?.slice(0, 4) ?? '');
    await panel.rows(1);
    await panel.press('恢复');
    await panel.shows(`已恢复：${titles[0]}`);
    await ours.countsAre(counts(20, 2, 0));
    await panel.press('清除筛选');
    await panel.rows(2);
    await panel.press('回收站');
    await panel.press('清空回收站');
    await panel.press('再按一次，永远删除 1 篇');
    await panel.shows('回收站是空的');
    await until(async () => (await panel.titles()).length === 0, 'an empty trash');
  });
});
