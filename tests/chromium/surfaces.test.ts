import { describe, expect } from 'vitest';
import { counts, LIST, test } from '../browsers/chromium-test';
import type { OnPage } from '../browsers/on-page';
import { HOST } from '../browsers/on-page';
import { Surface } from '../browsers/surface';
import { until } from '../browsers/until';

const LIBRARY = '[aria-label="书库"]';
const ARTICLE = '[aria-label="本页文章"]';

const buttons = (within: string) =>
  [...document.querySelectorAll(`${within} button`)].map((button) => button.textContent);

/** Saves the first posts of the list, one after another, each with its tags. */
async function saveTagged(ours: OnPage, lists: string[][]): Promise<void> {
  for (const [post, tags] of lists.entries()) {
    await ours.click('.control', post);
    await ours.tag(...tags);
    await ours.press('保存 1');
    await ours.countsAre(counts(20, post + 1, 0));
  }
}

describe('the popup', () => {
  test('opens on the library on a page that is not Caixin', async ({ browser }) => {
    const page = await browser.open('https://example.com/');
    const tab = await browser.popup(page);
    await new Surface(tab).shows('书库还是空的');
    expect(await tab.locator('[aria-label="本页文章"]').count()).toBe(0);
  });

  test('on an article saves it with one press, then changes its tags and note right there', async ({
    browser,
  }) => {
    const page = await browser.open('https://yanjiawei.blog.caixin.com/archives/243157');
    const popup = new Surface(await browser.popup(page));
    await popup.press('保存', ARTICLE);
    await popup.rows(1, LIBRARY);
    await popup.shows('✓ 已存');
    expect(await popup.text()).not.toContain('全选');
    await popup.press('标签和备注', ARTICLE);
    await popup.type('备注：', '读到一半');
    await popup.press('完成');
    await popup.press('入队', ARTICLE);
    await popup.shows('≡ 已入队');
    // Opened again, it offers what can be done with what is saved, and nothing to be saved.
    const again = new Surface(await browser.popup(page));
    await again.shows('读到一半');
    await again.press('标为已读', ARTICLE);
    await again.shows('≡ 已入队 · 已读');
    expect(await again.page.evaluate(buttons, ARTICLE)).not.toContain('保存');
    expect(await page.locator(HOST).count()).toBe(0);
  });

  test('finds with all of, any of and none of the tags', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    await saveTagged(ours, [['治理'], ['治理', '组织'], ['组织'], ['物业']]);
    const popup = new Surface(await browser.popup(page));
    await popup.rows(4, LIBRARY);
    await popup.press('治理 2');
    await popup.rows(2, LIBRARY);
    await popup.press('组织 1');
    await popup.rows(1, LIBRARY);
    await popup.press('清除筛选');
    await popup.rows(4, LIBRARY);
    await popup.press('任一');
    await popup.press('治理 2');
    await popup.press('物业 1');
    await popup.rows(3, LIBRARY);
    await popup.press('清除筛选');
    await popup.press('排除');
    await popup.press('治理 2');
    await popup.rows(2, LIBRARY);
    await popup.press('清除筛选');
    await popup.type('搜索标题、作者、标签、备注', '社区团购');
    await popup.rows(1, LIBRARY);
  });
});

describe('a filter', () => {
  test('by a tag that only has tags below it finds as many as its chip counts', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    await saveTagged(ours, [['经济/宏观', '经济/金融'], ['经济/宏观'], ['周刊']]);
    const popup = new Surface(await browser.popup(page));
    await popup.rows(3, LIBRARY);
    await popup.press('经济 2');
    await popup.rows(2, LIBRARY);
    await popup.shows('找到 2 篇');
  });

  test('is written by clicking and typing, and saved as a view that every surface shows, with its count', async ({
    browser,
  }) => {
    const { page, ours } = await browser.list(LIST);
    await saveTagged(ours, [['治理'], ['治理', '组织'], ['物业']]);
    const tab = await browser.panel();
    const panel = new Surface(tab);
    await panel.press('书库');
    await panel.rows(3);
    await panel.press('治理 2');
    await panel.rows(2);
    const field = tab.locator('input[type=search]');
    expect(await field.inputValue()).toBe('#治理 ');
    await field.fill('');
    await field.pressSequentially('-#治');
    expect(await tab.getByRole('group', { name: '可能的标签' }).textContent()).toBe('#治理2');
    await tab.keyboard.press('Enter');
    expect(await field.inputValue()).toBe('-#治理 ');
    await panel.rows(1);
    await field.fill('#治理 -#组织 athor:闫加伟 is:unred');
    await panel.shows('没有“athor”这一项');
    await panel.press('改为 is:unread');
    await field.fill('#治理 -#组织 athor:闫加伟');
    await panel.press('改为 author:闫加伟');
    await panel.rows(1);
    expect(await field.inputValue()).toBe('#治理 -#组织 author:闫加伟');
    expect(await tab.locator('mark').allTextContents()).toEqual(['闫加伟']);
    await panel.press('☆ 存为视图…');
    await tab.keyboard.type('治理单篇');
    await tab.keyboard.press('Enter');
    await panel.shows('☆ 治理单篇\n1');
    const popup = new Surface(await browser.popup(page));
    await popup.rows(3, LIBRARY);
    await popup.press('☆ 治理单篇');
    await popup.rows(1, LIBRARY);
    await popup.press('删除视图 治理单篇');
    await popup.press('清除筛选');
    await popup.type('搜索标题、作者、标签、备注', '社区');
    expect(
      (
        await popup.page.evaluate(
          () => [...document.querySelectorAll('mark')].map((one) => one.textContent),
          '',
        )
      ).includes('社区'),
    ).toBe(true);
    await panel.drops('☆ 治理单篇');
  });
});

describe('everything a filter finds', () => {
  test('is tagged, untagged and archived at once, each as one step', async ({ browser }) => {
    const { ours } = await browser.list(LIST);
    await ours.press('全选');
    await ours.press('保存 20');
    await ours.countsAre(counts(20, 20, 0));
    const tab = await browser.panel();
    const panel = new Surface(tab);
    await panel.press('书库');
    await panel.rows(20);
    await panel.type('搜索标题、作者、标签、备注', '组织');
    const found = await until(async () => {
      const length = await panel.count();
      return length > 1 && length < 20 && length;
    }, 'some of them');
    await panel.press(`对这 ${found} 篇…`);
    await panel.type('给找到的文章加上或去掉的标签', '小区');
    await panel.press('加上');
    await panel.shows(`标签已改：${found} 篇`);
    await panel.shows(`小区\n${found}`);
    await panel.press('归档', '[aria-label="对找到的全部"]');
    await panel.rows(0);
    await panel.press('撤销');
    await panel.rows(found);
    await panel.press('清除筛选');
    await panel.rows(20);
  });
});

describe('the side panel', () => {
  test('the real one opens by a click and follows the page in the active tab', async ({ browser }) => {
    const { page } = await browser.list(LIST);
    const panel = await browser.sidePanel();
    await page.bringToFront();
    const choose = () => {
      const tab = document.querySelector<HTMLElement>('#tab-page');
      tab?.click();
      return tab !== null;
    };
    await until(() => panel.evaluate(choose), 'the tab for this page');
    await until(async () => (await panel.text()).includes(counts(20, 0, 0)), 'the posts of the list');
    await page.goto('https://tangya.blog.caixin.com/');
    await until(async () => (await panel.text()).includes(counts(8, 0, 0)), 'the posts of the other list');
    const other = await browser.open('https://www.caixin.com/');
    await until(async () => (await panel.text()).includes('这一页没有文章列表'), 'the words for no list');
    await other.close();
    await page.bringToFront();
    await until(async () => (await panel.text()).includes(counts(8, 0, 0)), 'the posts again');
  });
});

describe('the options', () => {
  test('show what is stored, the permission and the keys', async ({ browser }) => {
    const { ours } = await browser.list(LIST);
    await ours.click('.control', 0);
    await ours.press('保存 1');
    await ours.countsAre(counts(20, 1, 0));
    const options = new Surface(await browser.open(browser.address('options.html')));
    await options.shows('共 1 篇，占用');
    await options.shows('可以读取您打开的 caixin.com 页面');
    await options.shows('保存本页全部新文章');
    await options.shows('Alt+Shift+S');
  });

  test('give every surface the theme and the size of text that were chosen', async ({ browser }) => {
    const options = await browser.open(browser.address('options.html'));
    const popup = await browser.popup();
    const root = () => {
      const { colorScheme, fontSize } = getComputedStyle(document.documentElement);
      return [colorScheme, fontSize];
    };
    expect(await popup.evaluate(root)).toEqual(['light dark', '14px']);
    await options.getByLabel('主题').selectOption('dark');
    await options.getByLabel('字号').selectOption('large');
    for (const page of [options, popup])
      await until(async () => (await page.evaluate(root)).join() === 'dark,16px', 'the chosen appearance');
    // Before anything else was read.
    await popup.route('**/chunks/**', (route) => route.abort());
    await popup.reload();
    expect(await popup.evaluate(root)).toEqual(['dark', '16px']);
    const { ours } = await browser.list(LIST);
    const scheme = await ours.ask((found) => {
      const own = found.querySelector('.own');
      return own && getComputedStyle(own).colorScheme;
    });
    expect(scheme).toBe('dark');
  });

  test('have an index of all their parts', async ({ browser }) => {
    const options = await browser.open(browser.address('options.html'));
    const missing = await options.evaluate(
      () =>
        [...document.querySelectorAll('nav a')].filter(
          (link) => !document.querySelector(`section${link.getAttribute('href')}`),
        ).length,
    );
    expect(missing).toBe(0);
    expect(await options.locator('nav a').count()).toBe(9);
  });
});
