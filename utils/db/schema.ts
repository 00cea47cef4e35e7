import type { DBSchema, IDBPDatabase } from 'idb';
import type { Entry } from '../domain/entry';
import type { Step } from './step';

export const DATABASE = 'caixin-clipper';

/** The number of migrations. */
export const VERSION = 3;

export interface Schema extends DBSchema {
  entries: {
    key: string;
    value: Entry;
    indexes: {
      /** Sparse: only queued entries are in it. */
      queue: string;
      /** Multi-entry: one key for each tag. */
      tag: string;
      savedAt: number;
    };
  };
  /** What the reader did, oldest first; undone steps have a number in `undone`. */
  steps: {
    key: number;
    value: Step;
    indexes: { undone: number };
  };
  /** Removed entries, for thirty days. */
  trash: {
    key: string;
    value: Removed;
    indexes: { removedAt: number };
  };
}

/** A removed entry, as it was. */
export interface Removed {
  url: string;
  entry: Entry;
  /** Epoch milliseconds. */
  removedAt: number;
}

/** Every store: a change is one transaction over all of them. */
export const STORES = ['entries', 'steps', 'trash'] as const satisfies (keyof Schema)[];

export type Database = IDBPDatabase<Schema>;
