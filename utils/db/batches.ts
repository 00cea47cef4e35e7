import { TroubleError } from '../domain/errors';

/** How a long deed goes on, and how it is stopped: then nothing of it was done. */
export interface Course {
  /** How many are done, of all where that is known. */
  onProgress?(done: number, all?: number): void;
  signal?: AbortSignal;
}

/** How many entries are read and written before the next look at whether to go on. */
const PART = 1000;

/**
 * Does something with a part of all at a time, telling how many are done.
 * @throws TroubleError `stopped` where its signal says so; the transaction takes back what was done
 */
export async function inParts<T>(
  all: readonly T[],
  { onProgress, signal }: Course,
  work: (part: T[], from: number) => Promise<void> | void,
): Promise<void> {
  for (let from = 0; from < all.length; from += PART) {
    const part = all.slice(from, from + PART);
    await work(part, from);
    if (signal?.aborted) throw new TroubleError('stopped', 'nothing was changed');
    onProgress?.(from + part.length, all.length);
  }
}
