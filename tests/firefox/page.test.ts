import { test as base, describe, expect } from 'vitest';
import { Firefox } from '../browsers/firefox';
import { Surface } from '../browsers/surface';
import { until } from '../browsers/until';
import { type Replica, startReplica } from '../site/server';
import { LIST } from '../story/story';
import { WORDS } from '../story/words';

const { counts } = WORDS.zh_CN;

/** Each test has its own replica, browser and library. */
const test = base.extend<{ replica: Replica; browser: Firefox }>({
  // Vitest reads the fixtures that one needs from this pattern, even if it needs none.
  replica: async ({ task: _ }, use) => {
    const replica = await startReplica();
    await use(replica);
    await replica.close();
  },
  browser: async ({ replica }, use) => {
    const browser = await Firefox.launch({ replica: replica.port });
    await use(browser);
    await browser.close();
  },
});

describe('in Firefox', () => {
  test('a hostile page neither hides nor hears our controls', async ({ browser }) => {
    const { page, ours } = await browser.list('https://odd.blog.caixin.com/hostile');
    await ours.countsAre(counts(6, 0, 0));
    await ours.click('.control', 1);
    await ours.tag('秘密');
    await ours.press('保存 1');
    await ours.countsAre(counts(6, 1, 0));
    expect((await ours.controls())[1]?.title).toBe('已存 · 标签：秘密');
    const seen = await page.evaluate(() => (window as unknown as { seen?: string[] }).seen ?? []);
    expect(seen).toEqual([]);
  });

  test('a list grows with “load more”, and what was ticked stays ticked', async ({ browser }) => {
    const { page, ours } = await browser.list('https://tangya.blog.caixin.com/');
    await ours.countsAre(counts(8, 0, 0));
    await ours.click('.control', 2);
    await new Surface(page).press('加载更多', '.author-all-blog');
    await ours.countsAre(counts(16, 0, 1));
  });

  test('marks follow in another tab and when the popup removes a post', async ({ browser }) => {
    const first = await browser.list(LIST);
    const second = await browser.list(LIST);
    await first.page.bringToFront();
    await first.ours.click('.control', 0);
    await first.ours.press('保存 1');
    await second.ours.countsAre(counts(20, 1, 0));
    const popup = new Surface(await browser.popup(second.page));
    const [title = ''] = await popup.rows(1, '[aria-label="书库"]');
    await popup.press(`更多操作：${title}`);
    await popup.press('移除');
    await first.ours.countsAre(counts(20, 0, 0));
    await popup.press('撤销');
    await until(async () => (await second.ours.counts()) === counts(20, 1, 0), 'the mark again');
  });
});
