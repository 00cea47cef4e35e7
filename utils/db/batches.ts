import { AppError } from '../domain/errors';

/** Reports the progress of a long change and can stop it; a stopped change leaves everything as it was. */
export interface Task {
  /** How many are done, and of how many where that is known. */
  onProgress?(done: number, all?: number): void;
  signal?: AbortSignal;
}

/** How many entries are read and written before it checks whether to go on. */
const SIZE = 1000;

/**
 * Works through a list in batches and reports how many are done.
 * @throws AppError `stopped` once the signal is aborted; the transaction is then rolled back
 */
export async function inBatches<T>(
  all: readonly T[],
  { onProgress, signal }: Task,
  work: (batch: T[], from: number) => Promise<void> | void,
): Promise<void> {
  for (let from = 0; from < all.length; from += SIZE) {
    const batch = all.slice(from, from + SIZE);
    await work(batch, from);
    if (signal?.aborted) throw new AppError('stopped', 'nothing was changed');
    onProgress?.(from + batch.length, all.length);
  }
}
