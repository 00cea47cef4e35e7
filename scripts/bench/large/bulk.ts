import type { Page } from 'playwright-core';
import { bundle } from '../bundle';

/** Left in the page by the bundle. */
interface Bundle {
  keeping: typeof import('../keeping-bundle');
}

/** Tagging so many entries of the library in one step, against the same puts bare; milliseconds, seven of each in turn. */
export async function timeBulk(page: Page, count: number): Promise<{ ours: number[]; bare: number[] }> {
  await page.evaluate(await bundle('scripts/bench/keeping-bundle.ts', 'keeping'));
  return page.evaluate(retag, count);
}

async function retag(count: number): Promise<{ ours: number[]; bare: number[] }> {
  const { keeping } = globalThis as unknown as Bundle;
  const library = keeping.library();
  const [batch = []] = await Array.fromAsync(library.batches(count)).then((all) => all.slice(0, 1));
  const urls = batch.map(({ url }) => url);
  const database = await keeping.openDatabase({ name: 'bare' });
  const times = { ours: [] as number[], bare: [] as number[] };
  for (let round = 0; round < 7; round++) {
    const before = await library.get(urls);
    let start = performance.now();
    await library.shelve(urls, { addTags: [`一并${round}`] });
    times.ours.push(performance.now() - start);
    start = performance.now();
    const { store, done } = database.transaction('entries', 'readwrite', { durability: 'strict' });
    const puts = before.map((entry) => store.put({ ...entry, tags: [...entry.tags, `一并${round}`] }));
    await Promise.all([...puts, done]);
    times.bare.push(performance.now() - start);
  }
  return times;
}
