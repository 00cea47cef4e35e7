import { existsSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { LIST } from '../../tests/story/story';
import { bundle } from './bundle';
import type { Figures } from './figures';

const CAIXIN = 'https://www.caixin.com/';

/** Milliseconds of each kind of work, one after another in turn, so that noise meets both alike. */
interface Timings {
  /** Of documents read for the first time. */
  read: number[];
  /** Of a document that did not change since. */
  again: number[];
  /** The least a reader must do: see every text and every address. */
  walk: number[];
}

/** How long a reading of a page takes, compared with the least a reader must do, and how that grows with the page. */
export async function benchReading(page: Page, figures: Figures): Promise<void> {
  const script = await bundle('utils/sites/index.ts', 'sites');
  await page.goto(LIST);
  await page.evaluate(script);
  const { read, again, walk } = await page.evaluate(timeReading, { rounds: 30, times: 50 });
  figures.time('readPage on 20 entries', read);
  figures.pair('readPage on 20 entries against one pass over every text and link', read, walk, 5);
  figures.time('readPage on 20 entries again', again);
  await benchCaptured(page, script, figures);
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
  await page.goto('https://odd.blog.caixin.com/huge?count=1000');
  await page.evaluate(script);
  const { grown, anew } = await page.evaluate(timeGrowth, { rounds: 10, step: 20 });
  figures.time('readPage 50 times on a list that grows by 20 to 1,000 entries, in all', grown);
  figures.pair('the same against reading all of it anew each time', grown, anew, 0.4);
}

/** The largest captured page of the real site. */
const CAPTURED = '../shared/captures/snapshot_home.html';

/** The same on a page of the real site, where there is one: none is part of this project. */
async function benchCaptured(page: Page, script: string, figures: Figures): Promise<void> {
  if (!existsSync(CAPTURED)) return void process.stdout.write(`skipped: there is no ${CAPTURED}\n`);
  const body = readFileSync(CAPTURED, 'utf8').replace(/<script\b.*?<\/script>/gis, '');
  await page.route(CAIXIN, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
  await page.goto(CAIXIN);
  await page.evaluate(script);
  const { read, walk } = await page.evaluate(timeReading, { rounds: 15, times: 10 });
  figures.time('readPage on a captured home page of 101 kB', read);
  figures.pair('the same against one pass over every text and link', read, walk, 5);
}

/** Runs in the page: times all readings of its list while that grows, and the same where all rows are new each time. */
function timeGrowth({ rounds, step }: { rounds: number; step: number }): { grown: number[]; anew: number[] } {
  // Left in the page by the bundle.
  const { sites } = globalThis as unknown as { sites: typeof import('../../utils/sites') };
  const url = new URL(location.href);
  const read = () => {
    const start = performance.now();
    sites.readPage(document, url, new Date());
    return performance.now() - start;
  };
  const [first] = document.querySelectorAll('a[href*="/archives/"]');
  const isList = (at: Element) => at.childElementCount >= 1000;
  let list: Element | null | undefined = first;
  while (list && !isList(list)) list = list.parentElement;
  if (!list) throw new Error('the page has no list');
  const rows = [...list.children];
  const fresh = (end: number) => rows.slice(0, end).map((row) => row.cloneNode(true));
  const times = { grown: [] as number[], anew: [] as number[] };
  for (let n = 0; n < rounds; n++) {
    const all = fresh(rows.length);
    let [grown, anew] = [0, 0];
    list.replaceChildren();
    for (let end = step; end <= rows.length; end += step) {
      list.append(...all.slice(end - step, end));
      grown += read();
    }
    for (let end = step; end <= rows.length; end += step) {
      list.replaceChildren(...fresh(end));
      anew += read();
    }
    times.grown.push(grown);
    times.anew.push(anew);
  }
  return times;
}

/** Runs in the page: times the product's reading of it, and one pass over it that reads every text and every `href`. */
function timeReading({ rounds, times }: { rounds: number; times: number }): Timings {
  // Left in the page by the bundle.
  const { sites } = globalThis as unknown as { sites: typeof import('../../utils/sites') };
  const url = new URL(location.href);
  const timings: Timings = { read: [], again: [], walk: [] };
  const time = (kind: keyof Timings, work: (n: number) => unknown) => {
    const start = performance.now();
    for (let n = 0; n < times; n++) work(n);
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
    // The copy of a document is one.
    const copies = Array.from({ length: times }, () => document.cloneNode(true) as Document);
    time('read', (n) => sites.readPage(copies[n] ?? document, url, new Date()));
    time('again', () => sites.readPage(document, url, new Date()));
    time('walk', pass);
  }
  return timings;
}
