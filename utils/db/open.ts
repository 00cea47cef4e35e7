import { openDB } from 'idb';
import { TroubleError } from '../trouble';
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
}

/**
 * Opens the database, upgrading it where it is older, after a snapshot. Throws a `TroubleError`: `blocked`, `newer`,
 * `unavailable`, `full`, `damaged` or `broken`.
 */
export async function openDatabase(options: OpenOptions = {}): Promise<Database> {
  const { name = DATABASE, patience = 3000, onClosed, migrations = MIGRATIONS } = options;
  await keepBeforeUpgrade(name, migrations.length);
  const blocked = Promise.withResolvers<never>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const opening = openDB<Schema>(name, migrations.length, {
    upgrade(db, from, _to, tx) {
      // The cast drops today's schema: migrations speak of the shapes of their own day.
      for (const migrate of migrations.slice(from)) migrate(db as never, tx as never);
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
    return whole(await Promise.race([opening, blocked.promise]));
  } catch (error) {
    opening.then((db) => db.close()).catch(() => {});
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

/** A snapshot of an older version. Where none can be taken the upgrade goes on: it is one transaction by itself. */
async function keepBeforeUpgrade(name: string, version: number): Promise<void> {
  try {
    const found = (await indexedDB.databases()).find((one) => one.name === name);
    if (!found?.version || found.version >= version) return;
    const db = await openDB<Schema>(name);
    try {
      const entries = db.objectStoreNames.contains('entries') ? await db.getAll('entries') : [];
      if (entries.length > 0)
        await openSnapshots(Date.now, name).take('upgrade', [entries], `v${found.version}`);
    } finally {
      db.close();
    }
  } catch {
    // What is wrong with the database is said when it is opened.
  }
}
