import type { Page } from 'playwright-core';
import { Chromium } from '../../../tests/browsers/chromium';
import { fill } from '../../../tests/browsers/fill';
import { until } from '../../../tests/browsers/until';
import { manyEntries } from '../../../tests/site/many-entries';
import { longTasks, memoryOf, type Opening, scrollAbout, typeWords, watchOpening } from '../watch-page';

/** A browser with a library of so many entries, whose catalogue is kept. */
export interface Filled {
  size: number;
  /** Rows of its library without a filter. */
  shown: number;
  browser: Chromium;
}

export async function filled(size: number): Promise<Filled> {
  const entries = manyEntries(size);
  const shown = entries.filter(({ archivedAt }) => archivedAt === undefined).length;
  const browser = await Chromium.launch();
  const page = await browser.open(browser.address('options.html'));
  await until(() => page.evaluate(() => indexedDB.databases().then((all) => all.length > 0)), 'a database');
  await fill(page, entries);
  const one = { size, shown, browser };
  await (await opened(one, 'panel')).page.close();
  const isKept = () =>
    page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('caixin-clipper', { create: true });
      const handle = await folder.getFileHandle('catalogue').catch(() => undefined);
      // While it is written for the first time it is there and empty.
      return ((await handle?.getFile())?.size ?? 0) > 0;
    });
  const panel = await opened(one, 'panel');
  // Fewer are read sooner than a file of them.
  if (size >= 1000) await until(isKept, 'the catalogue in its file', 60_000);
  await panel.page.close();
  await page.close();
  return one;
}

/** Opens a surface on the library, watched. */
export async function opened(
  { browser, shown }: Filled,
  surface: 'popup' | 'panel',
): Promise<{ page: Page; opening: Opening }> {
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 400, height: surface === 'popup' ? 600 : 800 });
  const path = surface === 'popup' ? 'popup.html' : 'sidepanel.html?filter=';
  return { page, opening: await watchOpening(page, browser.address(path), shown) };
}

/** What typing, scrolling and searching a hundred times do to an open panel. */
export interface Use {
  laidOut: number[];
  painted: number[];
  /** The first that are spelled load pinyin: counted like any other. */
  longTyping: number[];
  longScrolling: number[];
  memory: number;
  /** After a hundred searches. */
  memoryAfter: number;
}

export const WORDS = [
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

export async function used(one: Filled): Promise<Use> {
  const { page } = await opened(one, 'panel');
  const memory = await memoryOf(page);
  await longTasks(page);
  const { laidOut, painted } = await typeWords(page, WORDS);
  const longTyping = await longTasks(page);
  await scrollAbout(page);
  const longScrolling = await longTasks(page);
  await typeWords(
    page,
    Array.from({ length: 100 }, (_, n) => WORDS[n % WORDS.length]?.slice(0, 2) ?? ''),
  );
  const memoryAfter = await memoryOf(page);
  await page.close();
  return { laidOut, painted, longTyping, longScrolling, memory, memoryAfter };
}
