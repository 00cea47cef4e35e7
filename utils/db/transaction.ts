import type { IDBPTransaction } from 'idb';
import { AppError } from '../domain/errors';
import { type Database, type Schema, STORES } from './schema';
import { UnitOfWork } from './unit-of-work';

/**
 * Runs work in one read-write transaction over every store and waits for the commit. If anything fails, all of it is
 * rolled back and the first cause is thrown: a failed put (a full disk, say) shows only at the end.
 * @param now epoch milliseconds
 */
export async function inOneTransaction<T>(
  db: Database,
  now: number,
  work: (unit: UnitOfWork) => Promise<T>,
): Promise<T> {
  const tx = db.transaction(STORES, 'readwrite', { durability: 'strict' });
  const [entries, steps, trash] = [
    tx.objectStore('entries'),
    tx.objectStore('steps'),
    tx.objectStore('trash'),
  ];
  const done = endOf(tx);
  let result: T;
  try {
    result = await work(new UnitOfWork(entries, steps, trash, now));
  } catch (error) {
    abort(tx);
    const failed = await done;
    throw isAbort(error) ? (failed?.error ?? error) : error;
  }
  const failed = await done;
  if (failed) throw failed.error;
  return result;
}

/**
 * How a transaction ended; undefined if it committed. `tx.done` of idb rejects at the first failed request, before the
 * transaction knows its cause.
 */
function endOf(
  tx: IDBPTransaction<Schema, typeof STORES, 'readwrite'>,
): Promise<{ error: unknown } | undefined> {
  tx.done.catch(() => {});
  return new Promise((resolve) => {
    tx.addEventListener('complete', () => resolve(undefined));
    tx.addEventListener('abort', () =>
      resolve({ error: tx.error ?? new AppError('broken', 'the transaction was aborted') }),
    );
  });
}

function abort(tx: { abort(): void }): void {
  try {
    tx.abort();
  } catch {
    // It had ended already.
  }
}

/** The error of a request whose transaction was aborted: not the cause. */
function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
