import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { Chromium } from '../browsers/chromium';
import { counts, LIST, test } from '../browsers/chromium-test';
import { Surface } from '../browsers/surface';
import { until } from '../browsers/until';

/** The options, and three saved posts of the list, the first in the queue. */
async function options(browser: Chromium): Promise<{ page: Page; ours: Surface }> {
  const list = await browser.list(LIST);
  await list.ours.click('.control', 0);
  await list.ours.click('.control', 2, ['Shift']);
  await list.ours.tag('治理');
  await list.ours.press('保存 3');
  await list.ours.countsAre(counts(20, 3, 0));
  const page = await browser.open(browser.address('options.html'));
  const ours = new Surface(page);
  await ours.shows('共 3 篇');
  await ours.shows('最近的快照');
  return { page, ours };
}

async function choose(page: Page, name: string, body: string | Buffer): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    new Surface(page).press('选择文件…'),
  ]);
  await chooser.setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(body) });
}

describe('export and import', () => {
  test('a backup is exported, the library emptied, and the backup imported in one undoable step', async ({
    browser,
  }) => {
    const { page, ours } = await options(browser);
    const coming = page.waitForEvent('download');
    await ours.press('导出', '#export');
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/^caixin-clipper-\d{4}-\d\d-\d\d\.json$/);
    const file = await readFile(await download.path(), 'utf8');
    const tab = await browser.panel();
    const panel = new Surface(tab);
    await panel.press('书库');
    for (let left = 3; left > 0; left--) {
      await panel.rows(left);
      await panel.press('更多操作：');
      await panel.press('移除', '[data-row]:focus-within');
    }
    await panel.rows(0);
    await page.bringToFront();
    await choose(page, 'backup.json', file);
    await ours.shows('财新剪报 JSON · 新 3 篇');
    await ours.press('导入 3 篇');
    await ours.shows('已导入 3 篇');
    await panel.rows(3);
    await page.keyboard.press('Control+z');
    await panel.rows(0);
  });

  test('a file is previewed before anything is done, and what is not ticked stays out', async ({
    browser,
  }) => {
    const { page, ours } = await options(browser);
    const pocket = [
      'title,url,time_added,tags,status',
      '第一篇,https://tangya.blog.caixin.com/archives/101,1700000000,宏观|周刊,unread',
      '第二篇,http://tangya.blog.caixin.com/archives/102?from=x,1700000001,,archive',
      '别处,https://example.com/,1700000002,,unread',
      '坏的,javascript:alert(1),1700000003,,unread',
    ].join('\n');
    await choose(page, 'pocket.csv', pocket);
    await ours.shows('Pocket · 新 2 篇 · 不是财新的文章 1 个 · 无法识别 1 处');
    await ours.shows('共 3 篇');
    await page.locator('summary', { hasText: '无法识别' }).click();
    await ours.shows('第 5 行 地址不是网页');
    await page.locator('summary', { hasText: '挑选' }).click();
    await page.locator('#import li input[type=checkbox]').first().click();
    await ours.press('导入 1 篇');
    await ours.shows('已导入');
    await ours.shows('共 4 篇');
  });

  test('a file in GBK is read; one that is cut off, binary or not a list is reported, and changes nothing', async ({
    browser,
  }) => {
    const { page, ours } = await options(browser);
    // 标题 in GBK.
    const gbk = Buffer.concat([
      Buffer.from('url,'),
      Buffer.from([0xb1, 0xea, 0xcc, 0xe2]),
      Buffer.from('\nhttps://tangya.blog.caixin.com/archives/103,'),
      Buffer.from([0xb1, 0xea, 0xcc, 0xe2]),
      Buffer.from('\n'),
    ]);
    await choose(page, 'list.csv', gbk);
    await ours.shows('CSV · 新 1 篇');
    await ours.press('取消', '#import');
    await choose(
      page,
      'cut.json',
      '{"format":"caixin-clipper","version":1,"exportedAt":"x","entries":[\n{"url":"ht',
    );
    await ours.shows('文件不完整');
    await choose(page, 'picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3, 255, 254]));
    await ours.shows('这不是文本文件');
    await choose(page, 'prose.txt', '这里没有链接。');
    await ours.shows('认不出这种格式');
    await ours.shows('共 3 篇');
  });

  test('restoring a snapshot shows first what it would change, and can be undone', async ({ browser }) => {
    const { page, ours } = await options(browser);
    const panel = new Surface(await browser.panel());
    await panel.press('书库');
    await panel.rows(3);
    await panel.press('更多操作：');
    await panel.press('移除', '[data-row]:focus-within');
    await panel.rows(2);
    await page.bringToFront();
    await page.locator('#snapshots li button').first().click();
    await ours.shows('会回来 1 篇');
    await ours.press('恢复到此');
    await panel.rows(3);
    await ours.shows('已恢复到快照');
    await ours.press('撤销');
    await panel.rows(2);
  });

  test('the check finds a damaged row and repairs it', async ({ browser }) => {
    const { page, ours } = await options(browser);
    await page.evaluate(
      () =>
        new Promise((done) => {
          const opening = indexedDB.open('caixin-clipper');
          opening.onsuccess = () => {
            const tx = opening.result.transaction('entries', 'readwrite');
            tx.objectStore('entries').put({ url: 'https://tangya.blog.caixin.com/archives/9', title: '' });
            tx.oncomplete = done;
          };
        }),
    );
    await ours.press('检查');
    await ours.shows('1 篇缺标题');
    await ours.press('修复');
    await ours.shows('一切正常');
    await until(async () => (await ours.text()).includes('已修复'), 'the notice');
  });

  test('a tag is renamed everywhere, merged into another, and both are undone', async ({ browser }) => {
    const { page, ours } = await options(browser);
    await ours.press('给标签 治理 改名');
    await page.keyboard.type('Ａ I');
    await page.keyboard.press('Enter');
    await ours.shows('标签已改：3 篇');
    await ours.press('给标签 Ａ I 改名');
    await page.keyboard.type('没有改');
    await page.keyboard.press('Escape');
    await ours.shows('Ａ I');
    const list = await browser.list(LIST);
    await list.ours.click('.control', 3);
    await list.ours.tag('AI');
    await list.ours.press('保存 1');
    await list.ours.countsAre(counts(20, 4, 0));
    await page.bringToFront();
    await ours.press('合并成“Ａ I”');
    await ours.drops('这几个很像');
    await page.keyboard.press('Control+z');
    await ours.shows('这几个很像');
    await page.keyboard.press('Control+z');
    await ours.drops('Ａ I、');
  });
});
