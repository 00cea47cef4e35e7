import { rmSync } from 'node:fs';
import { test as base, describe, expect } from 'vitest';
import { unpacked } from '../../scripts/package';
import { BROKEN, brokenBuild } from '../browsers/broken-build';
import { Chromium } from '../browsers/chromium';
import { counts, LIST, test } from '../browsers/chromium-test';
import { Surface } from '../browsers/surface';
import { until } from '../browsers/until';
import { startReplica } from '../site/server';
import { REWRITES, rewritten } from '../story/rewritten';

const WORDS = {
  zh_CN: {
    why: '没能在这一页运行',
    reload: '重新载入',
    badge: '财新剪报 · 没能在这一页运行，请重新载入本页',
  },
  en: {
    why: 'could not run on this page',
    reload: 'Reload',
    badge: 'Caixin Clipper · Could not run on this page; reload it',
  },
} as const;

describe('a script that crashes', () => {
  const cases = Object.keys(BROKEN).map((name, index) => [name, index === 0 ? 'en' : 'zh_CN'] as const);

  base.for(cases)('%s is reported by badge, popup and panel: %s', async ([name, language]) => {
    const words = WORDS[language];
    const replica = await startReplica();
    const extension = brokenBuild(unpacked('chrome'), name);
    const browser = await Chromium.launch({ replica: replica.port, extension, language });
    try {
      const page = await browser.open(LIST);
      await until(async () => (await badgeOf(browser, page.url())).text === '!', 'the badge');
      expect((await badgeOf(browser, page.url())).title).toBe(words.badge);
      const popup = await browser.popup(page);
      await new Surface(popup).shows(words.why);
      const isLoaded = page.waitForEvent('load');
      await new Surface(popup).press(words.reload);
      await isLoaded;
      await popup.close();
      const panel = await browser.sidePanel();
      await page.bringToFront();
      await until(async () => {
        await panel.evaluate(() => document.querySelector<HTMLElement>('#tab-page')?.click());
        return (await panel.text()).includes(words.why);
      }, 'the words in the panel');
    } finally {
      await browser.close();
      await replica.close();
      rmSync(extension, { recursive: true });
    }
  });
});

/** What the toolbar shows for the tab at an address that the extension may not know. */
async function badgeOf(browser: Chromium, url: string): Promise<{ text: string; title: string }> {
  return (await browser.worker()).evaluate(async (address) => {
    // The background has the extension's own API.
    const { chrome } = globalThis as unknown as { chrome: Api };
    const tabs = await chrome.tabs.query({});
    const tab = tabs.find((one) => one.url === address) ?? tabs.find((one) => !one.url);
    const tabId = tab?.id ?? -1;
    return {
      text: await chrome.action.getBadgeText({ tabId }),
      title: await chrome.action.getTitle({ tabId }),
    };
  }, url);
}

interface Api {
  tabs: { query(query: object): Promise<{ id: number; url?: string }[]> };
  action: { getBadgeText(of: object): Promise<string>; getTitle(of: object): Promise<string> };
}

describe('no false alarm is raised', () => {
  const FILE = 'https://yanjiawei.blog.caixin.com/file.pdf';

  test.for(['about:blank', FILE, LIST])('on %s without a content script', async (url, { browser }) => {
    const page = await browser.context.newPage();
    if (url === LIST) await page.route('**', (route) => route.abort());
    await page.goto(url).catch(() => {});
    const popup = new Surface(await browser.popup(page));
    await popup.shows('书库还是空的');
    expect(await popup.text()).not.toContain(WORDS.zh_CN.why);
    expect((await badgeOf(browser, url)).text).toBe('');
  });

  test('while the page is still loading', async ({ browser, replica }) => {
    const page = await browser.open(LIST);
    replica.control.delay = 2000;
    const popup = new Surface(await browser.popup(page));
    const isThere = page.reload();
    await popup.shows(counts(20, 0, 0));
    await isThere;
    await popup.shows(counts(20, 0, 0));
    expect(await popup.text()).not.toContain(WORDS.zh_CN.why);
  });
});

describe('a page that is restored', () => {
  test('from the back/forward cache has its badge again', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    await ours.countsAre(counts(20, 0, 0));
    await until(async () => (await badgeOf(browser, page.url())).text === '20', 'the badge');
    await page.goto('https://www.caixin.com/');
    await until(async () => (await badgeOf(browser, page.url())).text === '', 'no badge');
    await page.goBack();
    await until(async () => (await badgeOf(browser, page.url())).text === '20', 'the badge again');
  });
});

describe('a page that replaces its whole document', () => {
  test.for(Object.keys(REWRITES))(
    'keeps its controls, alive and out of its hearing: %s',
    async (name, { browser }) => {
      await rewritten(await browser.list(LIST), name);
    },
  );
});
