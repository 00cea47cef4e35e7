import type { Page } from 'playwright-core';
import { bundle } from './bundle';
import type { Figures } from './figures';

/** Saving against bare puts, and marks among many entries. */
export async function benchKeeping(page: Page, figures: Figures): Promise<void> {
  await page.evaluate(await bundle('scripts/bench/keeping-bundle.ts', 'keeping'));
  const { save, put } = await page.evaluate(timeSaving, 60);
  figures.pair('saving 20 posts against 20 bare puts', save, put, 2);
  const times: number[][] = [];
  for (const count of [100, 20_000]) {
    await page.evaluate(fill, count);
    times.push(await page.evaluate(timeMarks, count));
  }
  const [few = [], many = []] = times;
  figures.time('marks for 100 links among 20,000 entries', many);
  figures.pair('marks for 100 links, 20,000 entries against 100', many, few, 1.5);
}

/** Saving compared with bare puts, and marks among many entries. */
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
    await entries.save(keeping.posts(from, Math.min(2000, count - from)), { tags: ['治理'] });
}

/** Of a hundred of so many, all saved, each time others where there are more. */
async function timeMarks(count: number): Promise<number[]> {
  const { keeping } = globalThis as unknown as Bundle;
  const entries = keeping.library();
  const times: number[] = [];
  for (let n = 0; n < 40; n++) {
    const urls = keeping.posts((n * 150) % (count - 99), 100).map((post) => post.url);
    const start = performance.now();
    await entries.marks(urls);
    times.push(performance.now() - start);
  }
  return times;
}
