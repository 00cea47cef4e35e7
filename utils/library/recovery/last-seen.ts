import type { Committed, Entries } from '../../db/entries';
import { storedValue } from '../../storage/stored-value';

/** What is remembered of the library, where clearing site data or a damaged database does not delete it. */
export interface LastSeen {
  entries: number;
  /** When it was there, in epoch milliseconds. */
  at: number;
  /** The library's state then (see `Entries.stamp`). */
  stamp: string;
}

/** In a store the browser does not clear while the extension is installed (seen in Chromium 156). */
const lastSeen = storedValue<LastSeen | undefined>('library:seen', {
  from: lastSeenFrom,
  into: (seen) => seen,
});

/** Remembers the library as it is; if it does not continue the one last seen, returns that one instead: it is missing. */
export async function checkLastSeen(db: Entries, now: number): Promise<LastSeen | undefined> {
  const seen = await lastSeen.read();
  if (seen && seen.entries > 0 && !(await continues(db, seen.stamp))) return seen;
  await rememberLibrary(db, now);
  return undefined;
}

/**
 * Remembers a new library from its first change, so that it is missed even if it is deleted before anyone checks. For a
 * library already seen, the next check knows more.
 */
export async function rememberFirst({ stamp, entries }: Committed, now: number): Promise<void> {
  if (stamp === undefined || entries === 0) return;
  await lastSeen.change((seen) => (seen && seen.entries > 0 ? seen : { entries, at: now, stamp }));
}

/** Remembers the library as it is, whatever was here before. */
export async function rememberLibrary(db: Entries, now: number): Promise<void> {
  const [entries, stamp] = await Promise.all([db.count(), db.stamp()]);
  await lastSeen.put({ entries, at: now, stamp });
}

/** An empty library in which nothing was ever done is not the one that was seen. */
async function continues(db: Entries, stamp: string): Promise<boolean> {
  if (!(await db.continues(stamp))) return false;
  return (await db.count()) > 0 || (await db.stamp()) !== '0.0.0';
}

function lastSeenFrom(value: unknown): LastSeen | undefined {
  const { entries, at, stamp } = (value ?? {}) as Record<keyof LastSeen, unknown>;
  const isSeen = typeof entries === 'number' && typeof at === 'number' && typeof stamp === 'string';
  return isSeen ? { entries, at, stamp } : undefined;
}
