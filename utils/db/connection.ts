import { databaseError } from './database-error';
import { openDatabase } from './open';
import type { Database } from './schema';

/** Runs work on an open database; opens it at first use and again if it was closed meanwhile. */
export type Connection = <T>(work: (db: Database) => Promise<T>) => Promise<T>;

/** A connection that opens on first use. Failures reach the caller as `AppError`. */
export function connect(open: typeof openDatabase = openDatabase): Connection {
  let opened: Promise<Database> | undefined;
  const get = () => {
    opened ??= open();
    opened.catch(forget);
    return opened;
  };
  const forget = () => {
    opened = undefined;
  };
  return async (work) => {
    try {
      return await work(await get());
    } catch (error) {
      if (!isClosed(error)) throw databaseError(error);
      forget();
    }
    return get()
      .then(work)
      .catch((error: unknown) => {
        throw databaseError(error);
      });
  };
}

/** The connection was closed before the work began (IndexedDB, `transaction()`): it may be done again. */
function isClosed(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'InvalidStateError';
}
