import type { Page } from 'playwright-core';
import { bundle } from './bundle';
import type { Figures } from './figures';

/** Saving against bare puts, and marks among many entries. */
export async function benchKeeping(page: Page, figures: Figures): Promise<void> {
  await page.evaluate(await bundle('scripts/bench/keeping-bundle.ts', 'keeping'));
  const { save, put } = await page.evaluate(timeSaving, 60);
  figures.pair('saving 20 posts against 20 bare puts', save, put, 2);
  await page.evaluate(fill, 20_000);
  figures.time('marks for 100 links among 20,000 entries', await page.evaluate(timeMarks, 40), 30);
}

/** Left in the page by the bundle. */
interface Bundle {
  keeping: typeof import('./keeping-bundle');
}

async function timeSaving(rounds: number): Promise<{ save: number[]; put: number[] }> {
  const { keeping } = globalThis as unknown as Bundle;
  const entries = keeping.library();
  const database = await keeping.openDatabase({ name: 'bare' });
  const times = { save: [] as number[], put: [] as number[] };
  for (let n = 0; n < rounds; n++) {
    const posts = keeping.posts(n * 20, 20);
    const start = performance.now();
    await entries.save(posts, { tags: ['治理'] });
    const middle = performance.now();
    // As strict as the product: both wait for the disk.
    const { store, done } = database.transaction('entries', 'readwrite', { durability: 'strict' });
    await Promise.all([...posts.map((post) => store.put({ ...post, savedAt: 1, tags: ['治理'] })), done]);
    times.save.push(middle - start);
    times.put.push(performance.now() - middle);
  }
  return times;
}

async function fill(count: number): Promise<void> {
  const { keeping } = globalThis as unknown as Bundle;
  const entries = keeping.library();
  for (let from = 0; from < count; from += 2000)
    await entries.save(keeping.posts(from, 2000), { tags: ['治理'] });
}

async function timeMarks(rounds: number): Promise<number[]> {
  const { keeping } = globalThis as unknown as Bundle;
  const entries = keeping.library();
  const times: number[] = [];
  for (let n = 0; n < rounds; n++) {
    const urls = keeping.posts(n * 150, 100).map((post) => post.url);
    const start = performance.now();
    await entries.marks(urls);
    times.push(performance.now() - start);
  }
  return times;
}
