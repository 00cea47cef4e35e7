import type { Page } from 'playwright-core';
import { Chromium } from '../../tests/browsers/chromium';
import { bundle } from './bundle';
import type { Figures } from './figures';

const ROUNDS = 15;

/** Set on the root of our controls by the observer, in epoch milliseconds. */
export async function benchPopup(replica: number, figures: Figures): Promise<void> {
  const browsers = await Promise.all([100, 10_000].map((count) => filled(replica, count)));
  const times: number[][] = [[], []];
  for (let n = 0; n < ROUNDS; n++) {
    for (const [index, browser] of browsers.entries()) times[index]?.push(await firstList(browser));
  }
  await Promise.all(browsers.map((browser) => browser.close()));
  const [few = [], many = []] = times;
  figures.time('popup’s first list with 10,000 entries', many);
  figures.pair('popup’s first list, 10,000 entries against 100', many, few, 1.3);
}

async function filled(replica: number, count: number): Promise<Chromium> {
  const browser = await Chromium.launch({ replica });
  const page = await browser.open(browser.address('options.html'));
  await page.evaluate(await bundle('scripts/bench/keeping-bundle.ts', 'keeping'));
  await page.evaluate(async (all) => {
    // How soon the popup shows its first list, with many saved entries compared with few.
    const { keeping } = globalThis as unknown as { keeping: typeof import('./keeping-bundle') };
    const entries = keeping.library();
    for (let from = 0; from < all; from += 2000) {
      await entries.save(keeping.posts(from, Math.min(2000, all - from)), { tags: ['治理'] });
    }
  }, count);
  await page.close();
  return browser;
}

/** Milliseconds from the start of the popup's document to its first row. */
async function firstList(browser: Chromium): Promise<number> {
  const page: Page = await browser.context.newPage();
  await page.addInitScript(() => {
    const { promise, resolve } = Promise.withResolvers<number>();
    Object.assign(globalThis, { firstRow: promise });
    new MutationObserver((_records, observer) => {
      if (!document.querySelector('[data-row]')) return;
      observer.disconnect();
      resolve(performance.now());
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(browser.address('popup.html'));
  const time = await page.evaluate(() => (globalThis as unknown as { firstRow: Promise<number> }).firstRow);
  await page.close();
  return time;
}
