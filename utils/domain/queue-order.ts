import type { Entry } from './entry';

/** By rank; two windows may have given the same one, then by address, so that every reader sees the same order. */
export function inQueueOrder(entries: Entry[]): Entry[] {
  return entries.sort((a, b) => compare(a.queue ?? '', b.queue ?? '') || compare(a.url, b.url));
}

/** By code unit, as IndexedDB compares keys. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
