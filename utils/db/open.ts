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
  /** The browser threw the database away: it is made anew from what is kept apart from it. */
  isGone?: boolean;
}

/**
 * Opens the database, upgrading it where it is older, after a snapshot. Throws a `TroubleError`: `blocked`, `newer`,
 * `unavailable`, `full`, `damaged` or `broken`.
 */
export async function openDatabase(options: OpenOptions = {}): Promise<Database> {
  const { name = DATABASE, patience = 3000, onClosed, migrations = MIGRATIONS } = options;
  const kept = options.isGone ? await restored(name) : await lookBefore(name, migrations.length);
  let isGone = false;
  const blocked = Promise.withResolvers<never>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const opening = openDB<Schema>(name, migrations.length, {
    upgrade(db, from, _to, tx) {
      // It was there a moment ago: the browser found it damaged and threw it away.
      isGone = from === 0 && kept === undefined;
      if (isGone) {
        tx.done.catch(() => {});
        return tx.abort();
      }
      // The cast drops today's schema: migrations speak of the shapes of their own day.
      for (const migrate of migrations.slice(from)) migrate(db as never, tx as never);
      for (const entry of kept ?? [])
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
    if (isGone) return openDatabase({ ...options, isGone });
    throw troubleFrom(error);
  } finally {
    clearTimeout(timer);
  }
}

/** Where a store or an index is missing, no reading or writing can be trusted. */
function whole(db: Database): Database {
  const hasStores = STORES.every((store) => db.objectStoreNames.contains(store));
  const indexes: string[] = hasStores ? [...db.transaction('entries').store.indexNames] : [];
  if (['queue', 'savedAt', 'tag'].every((index) => indexes.includes(index))) return db;
  db.close();
  throw new TroubleError('damaged', 'a part of the database is missing');
}

/**
 * Before the database is opened: of an older version a snapshot is taken; where there is none, gives the entries of one
 * that the browser threw away. Undefined where the database is there. What cannot be done here is said by the opening.
 */
async function lookBefore(name: string, version: number): Promise<Entry[] | undefined> {
  const all = await indexedDB.databases().catch(() => []);
  const found = all.find((one) => one.name === name);
  if (!found?.version) return restored(name);
  if (found.version < version) await keepBeforeUpgrade(name, found.version).catch(() => {});
  return undefined;
}

/** None where nothing is kept apart, or it cannot be read. */
function restored(name: string): Promise<Entry[]> {
  return openJournal(name)
    .restore()
    .catch(() => []);
}

/** That so much was made anew; where it cannot be written down, the entries are there all the same. */
async function remember(name: string, made: Entry[] = []): Promise<void> {
  if (made.length === 0) return;
  await openJournal(name)
    .remember(made.length)
    .catch(() => {});
}

async function keepBeforeUpgrade(name: string, version: number): Promise<void> {
  const db = await openDB<Schema>(name);
  try {
    const entries = db.objectStoreNames.contains('entries') ? await db.getAll('entries') : [];
    if (entries.length > 0) await openSnapshots(Date.now, name).take('upgrade', [entries], `v${version}`);
  } finally {
    db.close();
  }
}
