import { describe, expect } from 'vitest';
import { counts, LIST, test } from '../browsers/chromium-test';
import { onPage } from '../browsers/shadow';
import { until } from '../browsers/until';

const ODD = 'https://odd.blog.caixin.com';
const HOME = 'https://tangya.blog.caixin.com/';

describe('on a list page', () => {
  test('every post has a control, new ones without a mark', async ({ browser }) => {
    const { ours } = await browser.list(LIST);
    const controls = await ours.controls();
    expect(controls).toHaveLength(20);
    expect(new Set(controls.map(({ title }) => title))).toEqual(new Set(['未存']));
  });

  test('all, none, only new and the inverse are chosen in one click', async ({ browser }) => {
    const { ours } = await browser.list(LIST);
    await ours.click('.control', 3);
    await ours.press('保存 1');
    await ours.countsAre(counts(20, 1, 0));
    await ours.press('只选新');
    await ours.countsAre(counts(20, 1, 19));
    await ours.press('反选');
    await ours.countsAre(counts(20, 1, 1));
    await ours.press('全选');
    await ours.countsAre(counts(20, 1, 20));
    await ours.press('不选');
    await ours.countsAre(counts(20, 1, 0));
  });

  test('hidden for this page, a small button brings everything back', async ({ browser }) => {
    const { ours } = await browser.list(LIST);
    await ours.press('隐藏');
    await until(async () => (await ours.controls()).length === 0, 'controls hidden');
    await ours.press('显示财新剪报');
    await until(async () => (await ours.controls()).length === 20, 'controls shown');
  });

  test('saving nothing says what to do first', async ({ browser }) => {
    const { ours } = await browser.list(LIST);
    await ours.press('保存');
    await until(async () => (await ours.text('[role=status]')) === '先勾选文章，再保存或入队', 'the advice');
  });

  test('nothing on the page moves', async ({ browser }) => {
    const page = await browser.open('about:blank');
    await page.addInitScript(() => {
      const shifts: string[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        // The types do not include layout shifts. What moved inside our closed root has no node here (Layout
        // Instability API): adding a tag moves the field after it.
        const entries = list.getEntries() as (PerformanceEntry & { sources: { node: Node | null }[] })[];
        const moved = entries.flatMap(({ sources }) => sources.map(({ node }) => node?.nodeName ?? ''));
        shifts.push(...moved.filter(Boolean));
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(LIST);
    const ours = await browser.ours(page);
    await ours.press('全选');
    await ours.countsAre(counts(20, 0, 20));
    await ours.tag('治理');
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    expect(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)).toEqual([]);
  });

  test('a page without posts gets nothing of ours', async ({ browser }) => {
    const page = await browser.open('https://www.caixin.com/');
    const ours = await onPage(page);
    await until(() => page.evaluate(() => document.readyState === 'complete'), 'the page');
    expect(await ours.hosts()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
  });

  test('a redesign that renames every class still gives all posts', async ({ browser, replica }) => {
    replica.control.rename = true;
    const { ours } = await browser.list(LIST);
    await ours.countsAre(counts(20, 0, 0));
  });
});

describe('a list that a script fills', () => {
  test('grows with “load more”, and what was ticked stays ticked', async ({ browser }) => {
    const { page, ours } = await browser.list(HOME);
    await ours.countsAre(counts(8, 0, 0));
    await ours.click('.control', 2);
    await page.getByText('加载更多').click();
    await ours.countsAre(counts(16, 0, 1));
  });

  test('that is slow or fails at first gets its controls when it comes', async ({ browser, replica }) => {
    replica.control.fail = true;
    const page = await browser.open(HOME);
    await page.getByText('加载失败，点此重试').waitFor();
    Object.assign(replica.control, { fail: false, delay: 600 });
    await page.getByText('加载失败，点此重试').click();
    await (await browser.ours(page)).countsAre(counts(8, 0, 0));
  });

  test('of another year is another list', async ({ browser }) => {
    const { ours } = await browser.list(`${HOME}archive/main?year=2025`);
    await ours.countsAre(counts(8, 0, 0));
    const titles = (await ours.controls()).map(({ label }) => label);
    expect(titles.every((title) => title.includes('旧'))).toBe(true);
  });
});

describe('a page that moves without loading', () => {
  test('is read again at every address, forward and back', async ({ browser }) => {
    const { page, ours } = await browser.list(`${ODD}/`);
    await ours.countsAre(counts(5, 0, 0));
    await ours.click('.control', 0);
    await ours.countsAre(counts(5, 0, 1));
    await page.getByText('二', { exact: true }).click();
    await ours.countsAre(counts(3, 0, 0));
    await page.getByText('关于', { exact: true }).click();
    await until(async () => (await ours.hosts()) === 0, 'nothing of ours');
    await page.goBack();
    await (await browser.ours(page)).countsAre(counts(3, 0, 0));
    await page.goBack();
    await (await browser.ours(page)).countsAre(counts(5, 0, 1));
  });

  test('is restored from the back/forward cache with what was ticked and saved elsewhere', async ({
    browser,
  }) => {
    const { page, ours } = await browser.list(LIST);
    await ours.click('.control', 1);
    await ours.countsAre(counts(20, 0, 1));
    await page.goto('https://www.caixin.com/');
    const other = await browser.list(LIST);
    await other.ours.countsAre(counts(20, 0, 1));
    await other.ours.press('保存 1');
    await other.ours.countsAre(counts(20, 1, 0));
    await page.bringToFront();
    await page.goBack();
    await (await browser.ours(page)).countsAre(counts(20, 1, 0));
  });
});

describe('a hostile page', () => {
  test('neither hides nor hears our controls, and its markup stays text', async ({ browser }) => {
    const { page, ours } = await browser.list(`${ODD}/hostile`);
    await ours.countsAre(counts(6, 0, 0));
    await ours.click('.control', 1);
    await ours.tag('秘密');
    await ours.countsAre(counts(6, 0, 1));
    await ours.press('保存 1');
    await ours.countsAre(counts(6, 1, 0));
    const controls = await ours.controls();
    expect(controls[1]?.title).toBe('已存 · 标签：秘密');
    const { hit, seen } = await page.evaluate(() => {
      const { hit, seen } = window as unknown as { hit?: number; seen?: string[] };
      return { hit, seen };
    });
    expect(hit).toBeUndefined();
    expect(seen ?? []).toEqual([]);
  });
});
