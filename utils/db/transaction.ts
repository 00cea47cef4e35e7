import type { IDBPObjectStore } from 'idb';
import type { Database, Schema } from './schema';

export type Store = IDBPObjectStore<Schema, ['entries'], 'entries', 'readwrite'>;

/**
 * Runs work in one read-write transaction and waits for the commit. Where anything fails, all of it is taken back and
 * the first cause is thrown: a put that failed (a full disk, say) shows only in `tx.done`.
 */
export async function inOneTransaction<T>(
  db: Database,
  work: (store: Store, changed: Set<string>) => Promise<T>,
): Promise<{ result: T; changed: Set<string> }> {
  const tx = db.transaction('entries', 'readwrite', { durability: 'strict' });
  const changed = new Set<string>();
  const done = tx.done.then(
    () => undefined,
    (error: unknown) => ({ error: error ?? tx.error }),
  );
  let result: T;
  try {
    result = await work(tx.store, changed);
  } catch (error) {
    abort(tx);
    const failed = await done;
    throw isAbort(error) ? (failed?.error ?? error) : error;
  }
  const failed = await done;
  if (failed) throw failed.error;
  return { result, changed };
}

function abort(tx: { abort(): void }): void {
  try {
    tx.abort();
  } catch {
    // It had ended already.
  }
}

/** The word of a request that fell with its transaction: not the cause. */
function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** A request nobody waits for: where it fails, the transaction fails, and `tx.done` says so. */
export function quietly(request: Promise<unknown>): void {
  request.catch(() => {});
}
