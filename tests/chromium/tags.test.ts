import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { violations } from '../browsers/axe';
import type { Chromium } from '../browsers/chromium';
import { test } from '../browsers/chromium-test';
import { Surface } from '../browsers/surface';
import { until } from '../browsers/until';

/** The options page with a library of posts with these tags, imported from a file. */
async function options(browser: Chromium, lists: string[][]): Promise<{ page: Page; ours: Surface }> {
  const page = await browser.open(browser.address('options.html'));
  const ours = new Surface(page);
  const rows = lists.map((tags, n) => {
    const day = `2024-01-${String(n + 1).padStart(2, '0')}`;
    return `https://tangya.blog.caixin.com/archives/${1000 + n},第${n}篇,唐涯,${tags.join('|')},${day}`;
  });
  const file = ['url,title,author,tags,created', ...rows].join('\n');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), ours.press('选择文件…')]);
  await chooser.setFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await ours.press(`导入 ${lists.length} 篇`);
  await ours.shows('已导入');
  await until(() => page.locator('#tags [data-row]').count(), 'the tags');
  return { page, ours };
}

/** 12,712 tags, a post holding 454. */
const MANY = Array.from({ length: 28 }, (_, n) =>
  Array.from({ length: 454 }, (_, m) => `标签 ${n * 454 + m}`),
);

/** Names of the tags in the list, with the text beside them. */
const rows = (page: Page) =>
  page
    .locator('#tags [data-row]')
    .evaluateAll((all) =>
      all.map((row) => row.querySelector('div')?.innerText.replace(/\s+/g, ' ').trim() ?? ''),
    );

const rowsAre = (page: Page, wanted: string[]) =>
  until(async () => (await rows(page)).join() === wanted.join(), `the tags ${wanted}`).catch(
    async (error) => {
      expect(await rows(page)).toEqual(wanted);
      throw error;
    },
  );

describe('the tags in the options', () => {
  test('are split, moved below others and dropped, each as one step', async ({ browser }) => {
    const lists = [['经济金融'], ['经济金融', '周刊'], ['宏观']];
    const { page, ours } = await options(browser, lists);
    const before = ['经济金融 2', '周刊 1', '宏观 1'];
    await rowsAre(page, before);
    await ours.press('标签 经济金融 的更多操作');
    await ours.press('拆分…');
    await ours.type('标签 经济金融 拆成', '经济、金融');
    await ours.press('拆成 经济和金融');
    await ours.shows('标签已改：2 篇');
    await rowsAre(page, ['经济 2', '金融 2', '周刊 1', '宏观 1']);
    await ours.press('撤销');
    await rowsAre(page, before);
    await ours.press('标签 宏观 的更多操作');
    await ours.press('移到…下面');
    await page.keyboard.type('经济金融');
    await page.keyboard.press('Enter');
    await rowsAre(page, ['经济金融 本身 2 · 3', '周刊 1', '经济金融/宏观 1']);
    await ours.press('标签 经济金融 的更多操作');
    await ours.press('从所有文章去掉标签 经济金融');
    await rowsAre(page, ['周刊 1']);
    await ours.press('撤销');
    await rowsAre(page, ['经济金融 本身 2 · 3', '周刊 1', '经济金融/宏观 1']);
  });

  test('that look alike, in both scripts too, are merged all at once, or kept apart for good', async ({
    browser,
  }) => {
    const lists = [['经济', 'AI'], ['經濟', 'ＡＩ'], ['经济'], ['AI']];
    const { page, ours } = await options(browser, lists);
    await ours.shows('合并成“经济”');
    await ours.press('2 组全部合并');
    await rowsAre(
      page,
      ['AI 4', '经济 3'].map((row) => (row === 'AI 4' ? 'AI 3' : row)),
    );
    await ours.drops('这几个很像');
    await ours.press('撤销');
    await ours.press('不合并：经济、經濟');
    await ours.drops('合并成“经济”');
    await page.reload();
    await ours.shows('合并成“AI”');
    expect(await ours.text()).not.toContain('合并成“经济”');
    await ours.press('合并成“AI”');
    await ours.drops('这几个很像');
  });

  test('have colours, on every surface; renaming carries them over, and undoing restores them', async ({
    browser,
  }) => {
    const { page, ours } = await options(browser, [['经济', '经济/宏观'], ['周刊']]);
    const dots = (of: Page, within: string) =>
      of.locator(`${within} [data-colour]:not([data-colour=none])`).evaluateAll((all) =>
        // They are elements of HTML.
        all.map((one) => `${one.textContent} ${(one as HTMLElement).dataset.colour}`),
      );
    await ours.press('标签 经济 的更多操作');
    await page.locator('#tags label', { hasText: '青' }).click();
    await ours.shows('标签颜色已改：经济，青');
    await ours.press('标签 经济 的更多操作');
    const both = ['经济 teal', '经济/宏观 teal'];
    await until(async () => (await dots(page, '#tags [data-row]')).join() === both.join(), 'two dots');
    const panel = await browser.panel();
    await new Surface(panel).press('书库');
    await until(async () => (await dots(panel, 'search')).join() === both.join(), 'dots on the chips');
    expect(await dots(panel, '[data-row]')).toEqual(both);
    await new Surface(panel).press('更多操作：第1篇');
    await new Surface(panel).press('标签和备注', '[data-row]:focus-within');
    const offered = () => panel.locator('[role=option]').allInnerTexts();
    await until(async () => (await offered()).length > 0, 'tags to choose from');
    expect((await offered()).map((one) => one.replace(/\s*\d*$/, ''))).toEqual(['经济', '经济/宏观', '唐涯']);
    expect(await dots(panel, '[role=option]')).toEqual(both);
    await page.bringToFront();
    await ours.press('给标签 经济 改名');
    await page.keyboard.type('财经');
    await page.keyboard.press('Enter');
    await until(async () => (await dots(page, '#tags [data-row]')).join().includes('财经 teal'), 'its dot');
    // The focus moves to the new name.
    await until(() => page.locator('[aria-label="给标签 财经 改名"]:focus').count(), 'the focus');
    await page.keyboard.press('z');
    await until(async () => (await dots(page, '#tags [data-row]')).join() === both.join(), 'the old dots');
    await ours.press('撤销', '#tags');
    await until(async () => (await dots(page, '#tags [data-row]')).length === 0, 'no dots');
  });

  test('are found, renamed, ticked and merged with the keyboard alone', async ({ browser }) => {
    const lists = [['社区治理'], ['社区'], ['社区', '社區團購'], ['周刊']];
    const { page, ours } = await options(browser, lists);
    await page.locator('h1').click();
    await page.keyboard.press('/');
    await page.keyboard.type('社区');
    await rowsAre(page, ['社区 2', '社区治理 1', '社區團購 1']);
    await ours.shows('3 个标签');
    await page.keyboard.press('Tab');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await ours.shows('已选 2 个标签');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '合并…' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('社区／治理');
    await page.keyboard.press('Enter');
    await rowsAre(page, ['社区 本身 0 · 3', '社区/治理 3', '社區團購 1']);
    await page.getByRole('button', { name: '给标签 社区/治理 改名' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('小区');
    await page.keyboard.press('Enter');
    await ours.shows('标签已改：3 篇');
    await page.getByRole('searchbox', { name: '查找标签' }).fill('区');
    await rowsAre(page, ['小区 3', '社區團購 1']);
  });

  test('report progress while every post is being changed, and completion', async ({ browser }) => {
    const { page, ours } = await options(browser, [['经济']]);
    // Another page writes for as long as it likes.
    await page.evaluate(
      () =>
        new Promise<void>((held) => {
          const opening = indexedDB.open('caixin-clipper');
          opening.onsuccess = () => {
            const store = opening.result.transaction('entries', 'readwrite').objectStore('entries');
            const write = () => {
              if (document.title !== 'free') store.get('x').onsuccess = write;
            };
            write();
            held();
          };
        }),
    );
    await ours.press('给标签 经济 改名');
    await page.keyboard.type('财经');
    await page.keyboard.press('Enter');
    await ours.shows('正在改遍所有文章');
    expect(await ours.text()).not.toContain('标签已改');
    await page.evaluate(() => {
      document.title = 'free';
    });
    await ours.shows('标签已改');
    await ours.drops('正在改遍所有文章');
    await rowsAre(page, ['财经 1']);
  });

  test('may be 12,700: all are found, and only the visible ones are rendered', async ({ browser }) => {
    const { page, ours } = await options(browser, MANY);
    await ours.shows('12712 个标签');
    expect(await page.locator('#tags [data-row]').count()).toBeLessThan(60);
    await page.getByRole('searchbox', { name: '查找标签' }).pressSequentially('标签 12711');
    await rowsAre(page, ['标签 12711 1']);
  });
});

describe('the tags of a filter', () => {
  test('are loaded page by page, until all are shown', async ({ browser }) => {
    await options(browser, MANY.slice(0, 2));
    const page = await browser.popup();
    const popup = new Surface(page);
    const chips = page.getByRole('group', { name: '按标签筛选' }).getByRole('button');
    const chipsAre = (count: number) =>
      until(async () => (await chips.count()) === count, `${count} buttons of tags`);
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await popup.press('还有 894 个…');
    await chipsAre(500 + 2);
    expect(await focused()).toBe('还有 408 个…');
    await page.keyboard.press('Enter');
    await chipsAre(908 + 1);
    expect(await focused()).toBe('收起');
    await page.keyboard.press('Enter');
    await chipsAre(14 + 1);
    expect(await focused()).toBe('还有 894 个…');
  });
});
