import { openDB } from 'idb';
import type { Entry } from '../entry';
import { TroubleError } from '../trouble';
import { openJournal } from './journal';
import { MIGRATIONS, type Migration } from './migrations';
import { DATABASE, type Database, type Schema, STORES } from './schema';
import { openSnapshots } from './snapshots';
import { troubleFrom } from './trouble-from';

export interface OpenOptions {
  name?: string;
  /** How long another tab may hold an older version open before that is said, in milliseconds. */
  patience?: number;
  /** The connection was closed by the browser or for a newer version: open again before the next use. */
  onClosed?: () => void;
  /** All of them, oldest first; their number is the version. */
  migrations?: readonly Migration[];
  /** What the database is made from where there is none, once it was looked for. */
  kept?: Entry[];
}

/**
 * Opens the database. Where it is older, it is upgraded after a snapshot; where there is none, it is made of what is kept
 * apart from it: the browser may have found it damaged and thrown it away. Throws a `TroubleError`: `blocked`, `newer`,
 * `unavailable`, `full`, `damaged` or `broken`.
 */
export async function openDatabase(options: OpenOptions = {}): Promise<Database> {
  const { name = DATABASE, patience = 3000, onClosed, migrations = MIGRATIONS, kept } = options;
  /** The version that was found, where something must be kept or looked for before it is upgraded. */
  let found: number | undefined;
  const blocked = Promise.withResolvers<never>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const opening = openDB<Schema>(name, migrations.length, {
    upgrade(db, from, _to, tx) {
      if (!kept) {
        // Nothing can be awaited in here: what goes before is done outside, then it is opened once more. So the usual
        // opening, of a database that is there, asks the browser only once.
        found = from;
        tx.done.catch(() => {});
        return tx.abort();
      }
      // The cast drops today's schema: migrations speak of the shapes of their own day.
      for (const migrate of migrations.slice(from)) migrate(db as never, tx as never);
      if (from === 0)
        for (const entry of kept)
          tx.objectStore('entries')
            .put(entry)
            .catch(() => {});
    },
    blocked() {
      timer = setTimeout(
        () => blocked.reject(new TroubleError('blocked', 'an older version is open')),
        patience,
      );
    },
    blocking(_current, _next, event) {
      // The event comes from the connection that stands in the way (IndexedDB, "versionchange").
      (event.target as IDBDatabase).close();
      onClosed?.();
    },
    terminated: () => onClosed?.(),
  });
  try {
    const db = whole(await Promise.race([opening, blocked.promise]));
    await remember(name, kept);
    return db;
  } catch (error) {
    opening.then((db) => db.close()).catch(() => {});
    if (found === undefined) throw troubleFrom(error);
    return openDatabase({ ...options, kept: await keepBefore(name, found) });
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Before an upgrade: of an older version a snapshot is taken; where there was none, gives the entries that are kept apart
 * from it. What cannot be done here is said by the opening.
 */
async function keepBefore(name: string, version: number): Promise<Entry[]> {
  if (version === 0)
    return openJournal(name)
      .restore()
      .catch(() => []);
  await keepSnapshot(name, version).catch(() => {});
  return [];
}

/** Where a store or an index is missing, no reading or writing can be trusted. */
function whole(db: Database): Database {
  const hasStores = STORES.every((store) => db.objectStoreNames.contains(store));
  const indexes: string[] = hasStores ? [...db.transaction('entries').store.indexNames] : [];
  if (['queue', 'savedAt', 'tag'].every((index) => indexes.includes(index))) return db;
  db.close();
  throw new TroubleError('damaged', 'a part of the database is missing');
}

/** That so much was made anew; where it cannot be written down, the entries are there all the same. */
async function remember(name: string, made: Entry[] = []): Promise<void> {
  if (made.length === 0) return;
  await openJournal(name)
    .remember(made.length)
    .catch(() => {});
}

async function keepSnapshot(name: string, version: number): Promise<void> {
  const db = await openDB<Schema>(name);
  try {
    const entries = db.objectStoreNames.contains('entries') ? await db.getAll('entries') : [];
    if (entries.length > 0) await openSnapshots(Date.now, name).take('upgrade', [entries], `v${version}`);
  } finally {
    db.close();
  }
}
