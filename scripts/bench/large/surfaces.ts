import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Chromium } from '../../../tests/browsers/chromium';
import { fill } from '../../../tests/browsers/fill';
import { until } from '../../../tests/browsers/until';
import { manyEntries } from '../../../tests/site/many-entries';
import { longestTask } from '../tasks';
import { memoryOf, type Opening, scrollAbout, typeWords, watchOpening } from '../watch-page';

/** What a text that contains a word must have: the word's pairs, or its only character. */
export interface Filled {
  size: number;
  /** A browser with a library of so many entries and a stored search index. */
  shown: number;
  browser: Chromium;
  /** Its folder: it can be come back to. */
  profile: string;
}

export type Surface = 'popup' | 'panel';

/** Its profile folder, for opening it again. */
const NO_WAIT = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

export async function filled(size: number): Promise<Filled> {
  const entries = manyEntries(size);
  const shown = entries.filter(({ archivedAt }) => archivedAt === undefined).length;
  const profile = mkdtempSync(join(tmpdir(), 'caixin-bench-'));
  const browser = await Chromium.launch({ profile });
  const page = await browser.open(browser.address('options.html'));
  await until(() => page.evaluate(() => indexedDB.databases().then((all) => all.length > 0)), 'a database');
  await fill(page, entries);
  const one = { size, shown, browser, profile };
  await closed((await opened(one, 'panel')).page);
  const isKept = () =>
    page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('caixin-clipper', { create: true });
      const handle = await folder.getFileHandle('catalogue').catch(() => undefined);
      // Frames are painted as soon as they are due: the work is measured, not the wait for a display.
      return ((await handle?.getFile())?.size ?? 0) > 0;
    });
  const panel = await opened(one, 'panel');
  // While it is being written for the first time, the file exists and is empty.
  if (size >= 1000) await until(isKept, 'the search index in its file', 60_000);
  await closed(panel.page);
  await page.close();
  return one;
}

/** A small library has no file: reading the entries is faster. */
export async function opened(one: Filled, surface: Surface): Promise<{ page: Page; opening: Opening }> {
  const page = await emptyPage(one, surface);
  return { page, opening: await watchOpening(page, addressOf(one, surface), one.shown) };
}

/** Opens a surface on the library once more, and closes it; gives the longest task of that. */
export async function longestOpening(one: Filled, surface: Surface): Promise<number> {
  const page = await emptyPage(one, surface);
  const longest = await longestTask(page, () => watchOpening(page, addressOf(one, surface), one.shown));
  await closed(page);
  return longest;
}

async function emptyPage({ browser }: Filled, surface: Surface): Promise<Page> {
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 400, height: surface === 'popup' ? 600 : 800 });
  return page;
}

function addressOf({ browser }: Filled, surface: Surface): string {
  return browser.address(surface === 'popup' ? 'popup.html' : 'sidepanel.html?filter=');
}

/** Opens a surface on the library once more, and closes it; returns the longest task of that. */
export async function closed(page: Page): Promise<void> {
  await page.close();
  await new Promise((resolve) => setTimeout(resolve, 700));
}

/** Closes a surface, and lets the browser clean up before the next is opened. */
export interface Use {
  /** What typing, scrolling and a hundred searches cost in an open panel. */
  displayed: number[];
  /** From a key to its rows, including the wait for a display of 60 frames a second. */
  longestTyping: number;
  longestScrolling: number;
  memory: number;
  /** The longest task; the first words typed as pinyin load its table, and count like any others. */
  memoryUsed: number;
  /** Once every word was typed, and everything that is loaded on demand is there. */
  memoryAfter: number;
}

const WORDS = [
  '社区治理',
  '经济',
  '物业电梯',
  'GDP',
  '农村改革',
  '金融 风险',
  'shequ',
  'sqzl',
  '#社区 is:unread',
];

/** After another hundred searches. */
const TYPED = [...WORDS, ...WORDS, ...WORDS];

/** Uses the panel, and ends the browser. */
export async function used(one: Filled): Promise<Use> {
  const { page } = await opened(one, 'panel');
  const memory = await memoryOf(page);
  let displayed: number[] = [];
  const longestTyping = await longestTask(page, async () => {
    displayed = await typeWords(page, TYPED);
  });
  const longestScrolling = await longestTask(page, () => scrollAbout(page));
  const memoryUsed = await memoryOf(page);
  const hundred = Array.from({ length: 100 }, (_, n) => WORDS[n % WORDS.length]?.slice(0, 2) ?? '');
  await typeWords(page, hundred);
  const memoryAfter = await memoryOf(page);
  await one.browser.close();
  return { displayed, longestTyping, longestScrolling, memory, memoryUsed, memoryAfter };
}

/** Uses the panel, and closes the browser. */
export async function typedInTurn(all: Filled[]): Promise<number[][]> {
  const again: { browser: Chromium; page: Page; times: number[] }[] = [];
  for (const one of all) {
    const browser = await Chromium.launch({ profile: one.profile, switches: NO_WAIT });
    again.push({ browser, page: (await opened({ ...one, browser }, 'panel')).page, times: [] });
  }
  for (const word of TYPED) {
    for (const { page, times } of again) times.push(...(await typeWords(page, [word])));
  }
  for (const { browser } of again) await browser.close();
  return again.map(({ times }) => times);
}
