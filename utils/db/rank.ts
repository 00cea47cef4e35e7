import { generateKeyBetween } from 'fractional-indexing';
import type { Entry } from '../domain/entry';
import type { UnitOfWork } from './unit-of-work';

/** The rank of the last entry in the queue, or '' where the queue is empty. */
export async function lastRank(entries: UnitOfWork['entries']): Promise<string> {
  const cursor = await entries.index('queue').openKeyCursor(null, 'prev');
  return cursor?.key ?? '';
}

/** A rank between two; null is an open end. */
export function rankBefore(after: string | null, before: string | null): string {
  return generateKeyBetween(after, before);
}

/**
 * Puts `moved` at `place` among the ranked `rest`, and returns the entries whose rank changed: only the moved one, unless
 * two windows gave neighbours the same rank; then every entry gets a new one.
 */
export function respread(rest: Entry[], moved: Entry, place: number): Entry[] {
  const after = rest[place - 1]?.queue ?? null;
  const before = rest[place]?.queue ?? null;
  if (after === null || before === null || after < before) {
    return [{ ...moved, queue: rankBefore(after, before) }];
  }
  const order = [...rest.slice(0, place), moved, ...rest.slice(place)];
  const next = ranksFrom([]);
  return order.map((entry) => ({ ...entry, queue: next() }));
}

/** Whether a value is a valid rank. */
export function isRank(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  try {
    return rankBefore(value, null) > value;
  } catch {
    return false;
  }
}

/** Returns ranks after all of these, one after another. */
export function ranksFrom(ranks: string[]): () => string {
  let last = ranks.reduce((a, b) => (a > b ? a : b), '');
  return () => {
    last = rankBefore(last || null, null);
    return last;
  };
}
