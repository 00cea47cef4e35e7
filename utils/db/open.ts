import { type IDBPTransaction, openDB, type StoreNames } from 'idb';
import type { Entry } from '../domain/entry';
import { AppError } from '../domain/errors';
import { openJournal } from './backup/journal';
import { openSnapshots } from './backup/snapshots';
import { databaseError } from './database-error';
import type { Migration } from './migrations';
import { DATABASE, type Database, type Schema, STORES, VERSION } from './schema';
import type { Step } from './step';

interface OpenOptions {
  name?: string;
  /** How long another tab may keep an older version open before `blocked` is thrown, in milliseconds. */
  patience?: number;
  /** All migrations, oldest first; their number is the version. Loaded where they are needed: at most openings none is. */
  migrations?: readonly Migration[];
  /** What was prepared for the upgrade. */
  before?: Before;
}

/** What was prepared for an upgrade from one version (0: there is no database); invalid for any other. */
interface Before {
  version: number;
  migrations: readonly Migration[];
  /** What a new database is filled with. */
  entries: Entry[];
  /** The last number in the journal: new changes continue from it. */
  lastNumber: number;
}

/**
 * Opens the database. An older one is upgraded after a snapshot. If there is none, it is restored from snapshots and
 * journal: the browser may have found it damaged and deleted it. Throws an `AppError`: `blocked`, `newer`,
 * `unavailable`, `full`, `damaged` or `broken`.
 */
export async function openDatabase(options: OpenOptions = {}): Promise<Database> {
  const { name = DATABASE, patience = 3000, migrations, before } = options;
  /** The version found, if something must be prepared before it is upgraded. */
  let found: number | undefined;
  const blocked = Promise.withResolvers<never>();
  const opening = openDB<Schema>(name, migrations?.length ?? VERSION, {
    upgrade(db, from, _to, tx) {
      tx.done.catch(() => {});
      if (before?.version !== from) {
        // Nothing can be awaited in here: the upgrade is prepared outside, then the database is opened again. So the usual
        // case, a database of this version, needs only one request.
        found = from;
        return tx.abort();
      }
      // The cast drops today's schema: migrations speak of the shapes of their own day.
      for (const migrate of before.migrations.slice(from)) migrate(db as never, tx as never);
      // A damaged database stays as it is: see `checkComplete`.
      if (hasStores(db)) fill(tx, before);
    },
    blocked() {
      setTimeout(() => blocked.reject(new AppError('blocked', 'an older version is open')), patience);
    },
    blocking(_current, _next, event) {
      // The event comes from the connection that stands in the way (IndexedDB, "versionchange").
      (event.target as IDBDatabase).close();
    },
  });
  try {
    const db = checkComplete(await Promise.race([opening, blocked.promise]));
    await remember(name, before?.entries);
    return db;
  } catch (error) {
    opening.then((db) => db.close()).catch(() => {});
    if (found === undefined) throw databaseError(error);
    return openDatabase({ ...options, before: await prepare(name, found, migrations) });
  }
}

/** Takes a snapshot of an older version, or reads snapshots and journal. Whatever fails shows when it is opened. */
async function prepare(name: string, version: number, given?: readonly Migration[]): Promise<Before> {
  const migrations = given ?? (await import('./migrations')).MIGRATIONS;
  const none = { version, migrations, entries: [], lastNumber: 0 };
  if (version > 0) {
    await takeSnapshot(name, version).catch(() => {});
    return none;
  }
  const journal = openJournal(name);
  const lastNumber = await journal.lastNumber().catch(() => 0);
  const { withOneAddress } = await import('./fold-addresses');
  const entries = await journal.restore().catch(() => []);
  return { ...none, entries: withOneAddress(entries), lastNumber };
}

/** Fills a new database with what it held. */
function fill(
  tx: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>,
  { entries, lastNumber }: Before,
) {
  const ignoreFailure = (request: Promise<unknown>) => void request.catch(() => {});
  for (const entry of entries) ignoreFailure(tx.objectStore('entries').put(entry));
  // A number once used is never given again, even after its step is deleted (IndexedDB 3.0, "key generator").
  const steps = tx.objectStore('steps');
  ignoreFailure(steps.put({ id: lastNumber } as Step));
  ignoreFailure(steps.delete(lastNumber));
}

const INDEXES = ['queue', 'savedAt', 'tag'] as const;

function hasStores({ objectStoreNames }: Database): boolean {
  return STORES.every((store) => objectStoreNames.contains(store));
}

/** Checks that no store or index is missing: otherwise nothing could be trusted. */
function checkComplete(db: Database): Database {
  if (hasStores(db)) {
    const { indexNames } = db.transaction('entries').store;
    if (INDEXES.every((index) => indexNames.contains(index))) return db;
  }
  throw new AppError('damaged', 'a part of the database is missing');
}

/** Remembers how much was restored; if that fails, the entries are there all the same. */
async function remember(name: string, restored: Entry[] = []): Promise<void> {
  if (restored.length === 0) return;
  await openJournal(name)
    .remember(restored.length)
    .catch(() => {});
}

/** Opens only an existing database: one deleted meanwhile is not created here. */
async function takeSnapshot(name: string, version: number): Promise<void> {
  const db = await openDB<Schema>(name, version, {
    upgrade(_db, _from, _to, tx) {
      tx.done.catch(() => {});
      tx.abort();
    },
  });
  try {
    const entries = await db.getAll('entries');
    if (entries.length > 0) await openSnapshots(Date.now, name).take('upgrade', [entries], `v${version}`);
  } finally {
    db.close();
  }
}
