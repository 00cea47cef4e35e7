import { openDB } from 'idb';
import { TroubleError } from '../trouble';
import { MIGRATIONS, type Migration } from './migrations';
import { DATABASE, type Database, type Schema } from './schema';
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
 * Opens the database, upgrading it where it is older. Throws a `TroubleError`: `blocked`, `newer`, `unavailable`,
 * `full` or `broken`.
 */
export async function openDatabase(options: OpenOptions = {}): Promise<Database> {
  const { name = DATABASE, patience = 3000, onClosed, migrations = MIGRATIONS } = options;
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
    return await Promise.race([opening, blocked.promise]);
  } catch (error) {
    opening.then((db) => db.close()).catch(() => {});
    throw troubleFrom(error);
  } finally {
    clearTimeout(timer);
  }
}
