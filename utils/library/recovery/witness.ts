import type { Committed, Entries } from '../../db/entries';
import { kept } from '../../storage/stored-value';

/** What is remembered of the library where cleared site data and damaged databases do not take it along. */
export interface Seen {
  entries: number;
  /** When it was there, in epoch milliseconds. */
  at: number;
  /** The library's own word for its state then (see `Entries.stamp`). */
  stamp: string;
}

/** Kept where the browser clears nothing of an extension while it is installed (seen in Chromium 156). */
const seenLibrary = kept<Seen | undefined>('library:seen', { from: seenFrom, into: (seen) => seen });

/** Remembers what is here; or, where it does not go on from what was last seen here, gives that: it is missing. */
export async function bearWitness(db: Entries, now: number): Promise<Seen | undefined> {
  const seen = await seenLibrary.read();
  if (seen && seen.entries > 0 && !(await goesOn(db, seen.stamp))) return seen;
  await remember(db, now);
  return undefined;
}

/**
 * Remembers the first change of a library by what the change itself says: where all is taken away before anyone looks, it
 * is missed all the same. Of a library that was seen, the next look says more.
 */
export async function witnessFirst({ stamp, entries }: Committed, now: number): Promise<void> {
  if (stamp === undefined || entries === 0) return;
  await seenLibrary.change((seen) => (seen && seen.entries > 0 ? seen : { entries, at: now, stamp }));
}

/** Remembers what is here, whatever was here before. */
export async function remember(db: Entries, now: number): Promise<void> {
  const [entries, stamp] = await Promise.all([db.count(), db.stamp()]);
  await seenLibrary.put({ entries, at: now, stamp });
}

/** Where nothing is here and nothing was ever done, it is not the library that was seen. */
async function goesOn(db: Entries, stamp: string): Promise<boolean> {
  if (!(await db.goesOn(stamp))) return false;
  return (await db.count()) > 0 || (await db.stamp()) !== '0.0.0';
}

function seenFrom(value: unknown): Seen | undefined {
  const { entries, at, stamp } = (value ?? {}) as Record<keyof Seen, unknown>;
  const isSeen = typeof entries === 'number' && typeof at === 'number' && typeof stamp === 'string';
  return isSeen ? { entries, at, stamp } : undefined;
}
