import type { Browser, Page } from 'playwright-core';
import { bundle } from '../bundle';
import { RIVALS } from './rivals';

/** Maps a range of values to a range of positions, logarithmically. */
interface Bundle {
  queries: typeof import('./queries-bundle');
}

export interface Compared {
  name: string;
  built: number;
  /** Milliseconds for each word, the middle of five. */
  times: number[];
  /** Milliseconds for each word, the median of five. */
  recall: number;
  precision: number;
}

export interface Computed {
  compared: Compared[];
  /** Recall and precision over all words. */
  tagFilters: Against;
  /** Milliseconds for each letter in a tag field. */
  suggestions: Against;
  tags: number;
}

/** Times of ours, and of a plain look at everything one after the other. */
interface Against {
  ours: number[];
  bare: number[];
}

/** Times of our index, and of a plain scan of all entries. */
export async function compute(browser: Browser, size: number): Promise<Computed> {
  const script = await bundle('scripts/bench/large/queries-bundle.ts', 'queries');
  /** What is computed without a page of the extension: queries of the rivals, filters of tags, suggestions. */
  const apart = async <T>(work: (page: Page) => Promise<T>): Promise<T> => {
    const page = await browser.newPage();
    await page.evaluate(script);
    const done = await work(page);
    await page.close();
    return done;
  };
  const compared: Compared[] = [];
  for (const name of RIVALS)
    compared.push(await apart((page) => page.evaluate(compare, [name, size] as const)));
  return { compared, ...(await apart((page) => page.evaluate(timeTags, size))) };
}

async function compare([name, size]: readonly [(typeof RIVALS)[number], number]): Promise<Compared> {
  const { queries } = globalThis as unknown as Bundle;
  const entries = queries.manyEntries(size);
  const fold = await queries.loadFold();
  const texts = entries.map((entry) => ({ url: entry.url, fields: queries.textsOf(entry, fold) }));
  const words = Array.from({ length: 40 }, (_, n) => {
    const title = fold(entries[(n * 7919) % size]?.title ?? '');
    return title.slice(n % 3, (n % 3) + 2 + (n % 3));
  });
  const holding = words.map((word) => texts.filter(({ fields }) => fields.some((one) => one.includes(word))));
  const { built, find, count } = queries.rival(name, entries, fold);
  const sums = { hit: 0, found: 0, held: 0 };
  const times = words.map((word, n) => {
    // In a tab of its own: with an index of each rival its memory is full.
    const rounds = Array.from({ length: 5 }, () => {
      const start = performance.now();
      let [times, end] = [0, start];
      for (; end - start < 2; end = performance.now()) {
        count(word);
        times++;
      }
      return (end - start) / times;
    });
    const found = new Set(find(word));
    sums.found += found.size;
    sums.held += holding[n]?.length ?? 0;
    sums.hit += holding[n]?.filter(({ url }) => found.has(url)).length ?? 0;
    return rounds.sort((a, b) => a - b)[2] ?? 0;
  });
  return { name, built, times, recall: sums.hit / sums.held, precision: sums.hit / sums.found };
}

async function timeTags(size: number): Promise<Pick<Computed, 'tagFilters' | 'suggestions' | 'tags'>> {
  const { queries } = globalThis as unknown as Bundle;
  const fold = await queries.loadFold();
  const index = new queries.SearchIndex(fold);
  const entries = queries.manyEntries(size);
  for (const entry of entries) index.put(entry);
  const known = index.tagsOf(index.rows()).top(Number.POSITIVE_INFINITY);
  const tagAt = (n: number) => known[n % known.length]?.tag ?? '';
  const timed = (work: () => unknown) => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  /** The clock has a resolution of a tenth of a millisecond: repeated until the time is measurable. */
  const inTurn = (rounds: number, ours: (n: number) => unknown, bare: (n: number) => unknown): Against => {
    const pairs = Array.from(
      { length: rounds },
      (_, n) => [timed(() => ours(n)), timed(() => bare(n))] as const,
    );
    return { ours: pairs.map(([time]) => time), bare: pairs.map(([, time]) => time) };
  };
  const filter = (n: number) => `(#"${tagAt(n)}" OR #"${tagAt(n * 97)}") -#"${tagAt(n * 31)}"`;
  const find = (n: number) => index.find(queries.parseQuery(filter(n)).query, { fold });
  const has = (tags: string[], tag: string) => tags.some((one) => one === tag || one.startsWith(`${tag}/`));
  const tagFilters = inTurn(
    60,
    (n) => index.tagsOf(find(n)).top(14),
    (n) => entries.filter(({ tags }) => [n, n * 97, n * 31].map((at) => has(tags, tagAt(at)))),
  );
  const letters = known.slice(0, 60).map(({ tag }, n) => tag.slice(0, 1 + (n % 3)));
  const about = { known, chosen: [], recent: [], together: new Map(), limit: 8, fold };
  const suggestions = inTurn(
    letters.length,
    (n) => queries.suggestionsFor({ ...about, typed: letters[n] ?? '' }),
    (n) => known.filter(({ tag }) => fold(tag).includes(letters[n] ?? '')),
  );
  return { tagFilters, suggestions, tags: index.tags().length };
}
