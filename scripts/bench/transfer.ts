import type { Page } from 'playwright-core';
import { Chromium } from '../../tests/browsers/chromium';
import { bundle } from './bundle';
import type { Figures } from './figures';

const COUNT = 100_000;

/**
 * Does something with a page, and returns the longest task that ran on its main thread meanwhile, in milliseconds
 * of CPU time, so that other load on the machine does not count.
 */
export async function benchTransfer(replica: number, figures: Figures): Promise<void> {
  const browser = await Chromium.launch({ replica });
  try {
    const page = await browser.open(browser.address('options.html'));
    await page.evaluate(await bundle('scripts/bench/keeping-bundle.ts', 'keeping'));
    const { bare, ours } = await page.evaluate(timeImport, COUNT);
    figures.pair('importing 100,000 entries against bare puts in batches of 1,000', ours, bare, 1.5);
    const { time, bytes, memory } = await watchExport(page);
    figures.time('exporting 100,000 entries as JSON', [time]);
    figures.add('the file of 100,000 entries', bytes / 1e6, 'MB');
    figures.add('memory of the page while it exports, beyond before', memory / 1e6, 'MB', 100);
  } finally {
    await browser.close();
  }
}

/** Importing a hundred thousand entries compared with bare puts in batches, and exporting them with little memory. */
interface Bundle {
  keeping: typeof import('./keeping-bundle');
}

/** Each twice, in turn; the databases are thrown away in between. */
async function timeImport(count: number): Promise<{ bare: number[]; ours: number[] }> {
  const { keeping } = globalThis as unknown as Bundle;
  const posts = keeping.posts(0, count);
  const incoming = posts.map((post) => ({ post, shelving: { savedAt: 1, tags: ['治理'] } }));
  const times = { bare: [] as number[], ours: [] as number[] };
  for (let round = 0; round < 2; round++) {
    const name = `bare-${round}`;
    const database = await keeping.openDatabase({ name });
    let start = performance.now();
    for (let from = 0; from < count; from += 1000) {
      const { store, done } = database.transaction('entries', 'readwrite', { durability: 'strict' });
      const part = posts.slice(from, from + 1000);
      await Promise.all([...part.map((post) => store.put({ ...post, savedAt: 1, tags: ['治理'] })), done]);
    }
    times.bare.push(performance.now() - start);
    database.close();
    const library = keeping.library();
    start = performance.now();
    const { step } = await library.import(incoming);
    times.ours.push(performance.now() - start);
    if (round === 0) await library.undo(step);
  }
  return times;
}

/** Each twice, alternating; the databases are deleted in between. */
async function watchExport(page: Page): Promise<{ time: number; bytes: number; memory: number }> {
  const session = await page.context().newCDPSession(page);
  const used = async () => (await session.send('Runtime.getHeapUsage')).usedSize;
  await session.send('HeapProfiler.collectGarbage');
  const before = await used();
  let most = before;
  let isDone = false;
  const exporting = page.evaluate(timeExport).finally(() => {
    isDone = true;
  });
  while (!isDone) most = Math.max(most, await used());
  return { ...(await exporting), memory: most - before };
}

async function timeExport(): Promise<{ time: number; bytes: number }> {
  const { keeping } = globalThis as unknown as Bundle;
  const json = keeping.codecs.find(({ name }) => name === 'json');
  if (!json) throw new Error('no JSON');
  const start = performance.now();
  const about = { exportedAt: new Date(), version: '0' };
  const file = await keeping.exportFile(json, keeping.library().batches(), about);
  return { time: performance.now() - start, bytes: file.size };
}
