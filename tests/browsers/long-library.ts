import type { Page } from 'playwright-core';
import { manyEntries } from '../site/many-entries';
import type { Chromium } from './chromium';
import { fill } from './fill';
import { Surface } from './surface';
import { until } from './until';

export const LONG = 5000;
export const LONG_QUEUE = 300;

/** As they are stored: absent fields are left out. */
const ENTRIES = JSON.parse(
  JSON.stringify(
    manyEntries(LONG).map((entry, n) => ({
      ...entry,
      archivedAt: undefined,
      title: `第${n}篇 ${entry.title}`,
      queue: n >= LONG - LONG_QUEUE ? `a${String(LONG - n).padStart(4, '0')}V` : undefined,
    })),
  ),
);

/** Fills the library with thousands of entries, and opens the panel. */
export async function longPanel(browser: Chromium, tab: '书库' | '队列') {
  await fillLong(browser);
  const page = await browser.panel();
  const panel = new Surface(page);
  await panel.press(tab);
  return { page, panel };
}

/** Fills the library with thousands of entries. */
export async function fillLong(browser: Chromium): Promise<void> {
  const options = await browser.open(browser.address('options.html'));
  await until(
    () => options.evaluate(() => indexedDB.databases().then((all) => all.length > 0)),
    'a database',
  );
  await fill(options, ENTRIES);
  await options.close();
}

/** The list knows all its rows, not only the first. */
export function complete(page: Page, count = LONG): Promise<unknown> {
  return until(
    () => page.evaluate((all) => document.querySelector(`[aria-setsize="${all}"]`) !== null, count),
    'all rows',
  );
}
