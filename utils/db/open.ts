import { type IDBPTransaction, openDB, type StoreNames } from 'idb';
import type { Entry } from '../domain/entry';
import { AppError } from '../domain/errors';
import { openJournal } from './backup/journal';
import { openSnapshots } from './backup/snapshots';
import { databaseError } from './database-error';
import { MIGRATIONS, type Migration } from './migrations';
import { DATABASE, type Database, type Schema, STORES } from './schema';

export interface OpenOptions {
  name?: string;
  /** How long another tab may hold an older version open before that is said, in milliseconds. */
  patience?: number;
  /** The connection was closed by the browser or for a newer version: open again before the next use. */
  onClosed?: () => void;
  /** All of them, oldest first; their number is the version. */
  migrations?: readonly Migration[];
  /** What was done before an upgrade. */
  before?: Before;
}

/** What must be done before an upgrade from a version (0: there is no database): it is worth nothing for another. */
interface Before {
  version: number;
  /** What a database that is not there is made from. */
  entries: Entry[];
  /** Changes to it count on from this number: what was written down before comes before them. */
  lastNumber: number;
}

/**
 * Opens the database. Where it is older, it is upgraded after a snapshot; where there is none, it is made of what is kept
 * apart from it: the browser may have found it damaged and thrown it away. Throws an `AppError`: `blocked`, `newer`,
 * `unavailable`, `full`, `damaged` or `broken`.
 */
export async function openDatabase(options: OpenOptions = {}): Promise<Database> {
  const { name = DATABASE, patience = 3000, onClosed, migrations = MIGRATIONS, before } = options;
  /** The version that was found, where something is still to be done before it is upgraded. */
  let found: number | undefined;
  const blocked = Promise.withResolvers<never>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const opening = openDB<Schema>(name, migrations.length, {
    upgrade(db, from, _to, tx) {
      if (before?.version !== from) {
        // Nothing can be awaited in here: what goes before is done outside, then it is opened once more. So the usual
        // opening, of a database that is there, asks the browser only once.
        found = from;
        tx.done.catch(() => {});
        return tx.abort();
      }
      // The cast drops today's schema: migrations speak of the shapes of their own day.
      for (const migrate of migrations.slice(from)) migrate(db as never, tx as never);
      fill(tx, before);
    },
    blocked() {
      timer = setTimeout(() => blocked.reject(new AppError('blocked', 'an older version is open')), patience);
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
    await remember(name, before?.entries);
    return db;
  } catch (error) {
    opening.then((db) => db.close()).catch(() => {});
    if (found === undefined) throw databaseError(error);
    return openDatabase({ ...options, before: await doBefore(name, found) });
  } finally {
    clearTimeout(timer);
  }
}

/** Keeps a snapshot of an older version, or looks for what is kept apart. What cannot be done is said by the opening. */
async function doBefore(name: string, version: number): Promise<Before> {
  const none = { version, entries: [], lastNumber: 0 };
  if (version > 0) {
    await keepSnapshot(name, version).catch(() => {});
    return none;
  }
  const journal = openJournal(name);
  const lastNumber = await journal.lastNumber().catch(() => 0);
  return { version, entries: await journal.restore().catch(() => []), lastNumber };
}

/** A database that is made anew, with what it held. */
function fill(
  tx: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>,
  { entries, lastNumber }: Before,
) {
  const ignoreFailure = (request: Promise<unknown>) => void request.catch(() => {});
  for (const entry of entries) ignoreFailure(tx.objectStore('entries').put(entry));
  if (lastNumber === 0) return;
  // A number that was taken is never given again, not even where its step is gone (IndexedDB 3.0, "key generator").
  const steps = tx.objectStore('steps');
  ignoreFailure(steps.put({ id: lastNumber, at: 0, what: 'rewind', changes: [] }));
  ignoreFailure(steps.delete(lastNumber));
}

/** Where a store or an index is missing, no reading or writing can be trusted. */
function whole(db: Database): Database {
  const hasStores = STORES.every((store) => db.objectStoreNames.contains(store));
  const indexes: string[] = hasStores ? [...db.transaction('entries').store.indexNames] : [];
  if (['queue', 'savedAt', 'tag'].every((index) => indexes.includes(index))) return db;
  db.close();
  throw new AppError('damaged', 'a part of the database is missing');
}

/** That so much was made anew; where it cannot be written down, the entries are there all the same. */
async function remember(name: string, made: Entry[] = []): Promise<void> {
  if (made.length === 0) return;
  await openJournal(name)
    .remember(made.length)
    .catch(() => {});
}

/** Of what is still there: one that is gone meanwhile is not made anew here. */
async function keepSnapshot(name: string, version: number): Promise<void> {
  const db = await openDB<Schema>(name, version, {
    upgrade(_db, _from, _to, tx) {
      tx.done.catch(() => {});
      tx.abort();
    },
  });
  try {
    const entries = db.objectStoreNames.contains('entries') ? await db.getAll('entries') : [];
    if (entries.length > 0) await openSnapshots(Date.now, name).take('upgrade', [entries], `v${version}`);
  } finally {
    db.close();
  }
}
