import type { DBSchema, IDBPDatabase } from 'idb';
import type { Entry } from '../entry';

export const DATABASE = 'caixin-clipper';

export interface Schema extends DBSchema {
  entries: {
    key: string;
    value: Entry;
    indexes: {
      /** Sparse: entries that are not queued are not in it. */
      queue: string;
      /** Multi-entry: one key for each tag. */
      tag: string;
      savedAt: number;
    };
  };
}

export type Database = IDBPDatabase<Schema>;
