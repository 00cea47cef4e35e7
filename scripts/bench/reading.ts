import type { Page } from 'playwright-core';
import { LIST } from '../../tests/story/story';
import { bundle } from './bundle';
import type { Figures } from './figures';

/** Milliseconds of each kind of work, one after another in turn, so that noise meets both alike. */
interface Timings {
  read: number[];
  /** The least a reader must do: see every text and every address. */
  walk: number[];
}

/** How long a reading of a page takes, compared with the least a reader must do, and how that grows with the page. */
export async function benchReading(page: Page, figures: Figures): Promise<void> {
  const script = await bundle('utils/sites/index.ts', 'sites');
  await page.goto(LIST);
  await page.evaluate(script);
  const { read, walk } = await page.evaluate(timeReading, { rounds: 30, times: 50 });
  figures.time('readPage on 20 entries', read);
  figures.pair('readPage on 20 entries against one pass over every text and link', read, walk, 5);
  const perEntry: number[][] = [];
  for (const count of [100, 10_000]) {
    await page.goto(`https://odd.blog.caixin.com/huge?count=${count}`);
    await page.evaluate(script);
    const how = count > 1000 ? { rounds: 15, times: 1 } : { rounds: 30, times: 20 };
    const times = (await page.evaluate(timeReading, how)).read;
    perEntry.push(times.map((time) => time / count));
  }
  const [few = [], many = []] = perEntry;
  figures.pair('readPage per entry, 10,000 entries against 100', many, few, 1.5);
}

/** Runs in the page: times the product's reading of it, and one pass over it that reads every text and every `href`. */
function timeReading({ rounds, times }: { rounds: number; times: number }): Timings {
  // Left in the page by the bundle.
  const { sites } = globalThis as unknown as { sites: typeof import('../../utils/sites') };
  const url = new URL(location.href);
  const timings: Timings = { read: [], walk: [] };
  const time = (kind: keyof Timings, work: () => unknown) => {
    const start = performance.now();
    for (let n = 0; n < times; n++) work();
    timings[kind].push((performance.now() - start) / times);
  };
  const pass = () => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    let length = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      length += (node instanceof Element ? node.getAttribute('href') : node.nodeValue)?.length ?? 0;
    return length;
  };
  for (let n = 0; n < rounds; n++) {
    time('read', () => sites.readPage(document, url, new Date()));
    time('walk', pass);
  }
  return timings;
}
