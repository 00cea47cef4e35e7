import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { violations, violationsOnPage } from '../browsers/axe';
import { Chromium } from '../browsers/chromium';
import { counts, LIST, test } from '../browsers/chromium-test';
import { Surface } from '../browsers/surface';

/** Five saved, two of them queued, two ticked. */
async function aFullLibrary(browser: Chromium): Promise<{ page: Page }> {
  const { page, ours } = await browser.list(LIST);
  await ours.click('.control', 0);
  await ours.click('.control', 2, ['Shift']);
  await ours.tag('治理', '组织');
  await ours.press('保存 3');
  await ours.countsAre(counts(20, 3, 0));
  await ours.click('.control', 4);
  await ours.click('.control', 5);
  await ours.press('入队');
  await ours.countsAre(counts(20, 5, 0));
  await ours.click('.control', 7);
  await ours.click('.control', 0);
  await ours.countsAre(counts(20, 5, 2));
  return { page };
}

/** Every surface, in every state a test can bring it into. */
async function surfaces(browser: Chromium, see: (page: Page, what: string) => Promise<void>): Promise<void> {
  const empty = await browser.popup();
  await new Surface(empty).shows('书库还是空的');
  await see(empty, 'popup, empty');
  const { page } = await aFullLibrary(browser);
  const popup = await browser.popup(page);
  await new Surface(popup).rows(5, '[aria-label="书库"]');
  await see(popup, 'popup, full');
  await new Surface(popup).press('组织 3');
  await new Surface(popup).press('对这 3 篇…');
  await new Surface(popup).press('更多操作：');
  await new Surface(popup).press('标签和备注');
  await new Surface(popup).shows('完成');
  await see(popup, 'popup, filtered and editing');
  const panel = await browser.panel();
  await new Surface(panel).rows(2);
  await see(panel, 'panel, queue');
  await new Surface(panel).press('更多操作：');
  await see(panel, 'panel, queue with actions');
  await new Surface(panel).press('书库');
  await new Surface(panel).rows(5);
  await see(panel, 'panel, library');
  await new Surface(panel).press('更多操作：');
  await new Surface(panel).press('移除');
  await new Surface(panel).shows('撤销');
  await see(panel, 'panel, something removed');
  await new Surface(panel).press('本页');
  await new Surface(panel).shows('这一页没有文章列表');
  await see(panel, 'panel, no page');
  await panel.keyboard.press('?');
  await new Surface(panel).shows('怎样搜索');
  await see(panel, 'panel, keys');
  await panel.keyboard.press('Escape');
  await new Surface(panel).press('书库');
  await new Surface(panel).press('回收站');
  await new Surface(panel).shows('还剩 30 天');
  await see(panel, 'panel, trash');
  const options = await browser.open(browser.address('options.html'));
  const upkeep = new Surface(options);
  await upkeep.shows('最近的快照');
  await see(options, 'options');
  await upkeep.press('勾选标签 治理');
  await upkeep.press('勾选标签 组织');
  await upkeep.press('合并…');
  await upkeep.press('标签 治理 的更多操作');
  await upkeep.press('拆分…');
  await upkeep.press('标签 治理 拆成');
  await see(options, 'options, a tag open');
  await upkeep.type('或把链接贴在这里', 'https://tangya.blog.caixin.com/archives/101 https://example.com/ ');
  await upkeep.press('读取链接');
  await upkeep.shows('新 1 篇');
  await options.evaluate(() => {
    for (const one of document.querySelectorAll('details')) one.open = true;
  });
  await options.locator('#snapshots li button').first().click();
  await see(options, 'options, import and snapshot open');
}

describe('axe finds nothing', () => {
  for (const dark of [false, true]) {
    test(`on any page of the extension, ${dark ? 'dark' : 'light'}`, async ({ replica }) => {
      const browser = await Chromium.launch({ replica: replica.port, dark });
      const found: string[] = [];
      try {
        await surfaces(browser, async (page, what) => {
          found.push(...(await violations(page)).map((one) => `${what}: ${one}`));
        });
      } finally {
        await browser.close();
      }
      expect(found).toEqual([]);
    });

    test(`in our controls on a web page, ${dark ? 'dark' : 'light'}`, async ({ replica }) => {
      const browser = await Chromium.launch({ replica: replica.port, dark });
      try {
        const { ours } = await browser.list(LIST);
        await ours.click('.control', 0);
        await ours.click('.control', 2, ['Shift']);
        await ours.tag('治理');
        await ours.press('保存 3');
        await ours.countsAre(counts(20, 3, 0));
        await ours.click('.control', 4);
        await ours.click('.tag-field input');
        const scratch = await browser.open('https://www.caixin.com/');
        expect(await violationsOnPage(ours, scratch)).toEqual([]);
      } finally {
        await browser.close();
      }
    });
  }
});

describe('no surface needs sideways scrolling', () => {
  for (const [width, size] of [
    [320, 100],
    [320, 200],
    [400, 200],
    [600, 100],
  ] as const) {
    test(`${width} pixels wide with text at ${size} %`, async ({ browser }) => {
      const wide: string[] = [];
      await surfaces(browser, async (page, what) => {
        await page.setViewportSize({ width, height: 700 });
        await page.evaluate((percent) => {
          document.documentElement.style.fontSize = `${(percent * 14) / 100}px`;
        }, size);
        const over = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          const wide = [...document.body.querySelectorAll('*')].filter(
            (one) => one.getBoundingClientRect().right > clientWidth + 1,
          );
          return scrollWidth > clientWidth ? wide.map((one) => `${one.localName}.${one.className}`) : [];
        });
        wide.push(...over.map((one) => `${what}: ${one}`));
      });
      expect(wide).toEqual([]);
    });
  }
});
