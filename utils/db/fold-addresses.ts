import type { IDBPTransaction } from 'idb';
import { canonicalUrl } from '../domain/url';

/** What folding needs of an entry; the shape of version 2. */
interface Row {
  url: string;
  title: string;
  savedAt: number;
  tags: string[];
  queue?: string;
  archivedAt?: number;
  note?: string;
}

/**
 * One entry made of all that were saved under different addresses of one article. Nothing that the reader decided is lost:
 * tags are united, notes joined, the place in the queue and the earliest save are kept. It is archived only if all were.
 * @param url the canonical address
 */
export function folded<T extends Row>(url: string, rows: readonly T[]): T | undefined {
  const named = rows.map((row) => ({ ...row, url, title: row.title === row.url ? url : row.title }));
  const isWaiting = ({ queue }: T) => queue !== undefined;
  const [first, ...more] = named.toSorted(
    (a, b) => Number(isWaiting(b)) - Number(isWaiting(a)) || a.savedAt - b.savedAt,
  );
  return first && more.reduce(joined, first);
}

function joined<T extends Row>(one: T, other: T): T {
  const both: T = { ...other, ...one };
  if (one.title === one.url) both.title = other.title;
  if (one.archivedAt === undefined) delete both.archivedAt;
  if (one.archivedAt !== undefined && other.archivedAt === undefined) delete both.archivedAt;
  both.savedAt = Math.min(one.savedAt, other.savedAt);
  both.tags = [...new Set([...one.tags, ...other.tags])];
  const notes = new Set([one.note, other.note].filter((note) => note?.trim()));
  if (notes.size > 0) both.note = [...notes].join('\n\n');
  return both;
}

/** Entries with one for each article, in the order of the first of each. */
export function withOneAddress<T extends Row>(rows: readonly T[]): T[] {
  const groups = Map.groupBy(rows, ({ url }) => canonicalUrl(url) ?? url);
  return [...groups].flatMap(([url, group]) => folded(url, group) ?? []);
}

/**
 * Gives every stored entry the one address its article is known by today: versions up to 2 took the addresses that phones and
 * apps are sent to (`m.caixin.com`, `mob.X`) for other articles. It is one step, which the reader can undo.
 */
export async function foldStored(
  tx: IDBPTransaction<unknown, string[], 'versionchange'>,
  now: number,
): Promise<void> {
  const entries = tx.objectStore('entries');
  const steps = tx.objectStore('steps');
  const changes: { url: string; other?: unknown }[] = [];
  const isOld = (key: unknown) => typeof key === 'string' && (canonicalUrl(key) ?? key) !== key;
  const old = (await entries.getAllKeys()).filter(isOld);
  // The cast: `isOld` is true of strings that have a canonical form.
  for (const [url, keys] of Map.groupBy(old as string[], (key) => canonicalUrl(key) as string)) {
    const here: Row | undefined = await entries.get(url);
    const rows: Row[] = await Promise.all(keys.map((key) => entries.get(key)));
    await entries.put(folded(url, here ? [here, ...rows] : rows));
    changes.push({ url, ...(here && { other: here }) });
    for (const row of rows) {
      await entries.delete(row.url);
      changes.push({ url: row.url, other: row });
    }
  }
  if (changes.length === 0) return;
  // What was undone before cannot be redone after another step.
  for (const id of await steps.index('undone').getAllKeys()) await steps.delete(id);
  await steps.add({ at: now, what: 'mend', changes });
}
