import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { foldStored } from './fold-addresses';

/**
 * Takes the database one version further. Untyped on purpose: a migration speaks of the shapes of its own day, not of
 * today's schema.
 */
export type Migration = (db: IDBPDatabase, tx: IDBPTransaction<unknown, string[], 'versionchange'>) => void;

/** Migration n takes version n to n + 1. Append only: what was released is never changed. */
export const MIGRATIONS: readonly Migration[] = [
  function createEntries(db) {
    const entries = db.createObjectStore('entries', { keyPath: 'url' });
    entries.createIndex('queue', 'queue');
    entries.createIndex('tag', 'tags', { multiEntry: true });
    entries.createIndex('savedAt', 'savedAt');
  },
  function createHistory(db) {
    const steps = db.createObjectStore('steps', { keyPath: 'id', autoIncrement: true });
    steps.createIndex('undone', 'undone');
    const trash = db.createObjectStore('trash', { keyPath: 'url' });
    trash.createIndex('removedAt', 'removedAt');
  },
  function foldAddresses(_db, tx) {
    // A request that failed has aborted the transaction already.
    foldStored(tx, Date.now()).catch(() => {});
  },
];
