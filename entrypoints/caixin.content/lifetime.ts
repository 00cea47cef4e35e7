import { isOrphan } from '../../utils/messaging/orphan';
import type { Shared } from './core';

/** Event sent by each copy of this script when it starts. A page could send it too, but only orphaned copies react. */
const STARTED = 'caixin-clipper-started';

interface Lifetime {
  signal: AbortSignal;
  /** Must be called in each document: see `inEachDocument`. */
  listenForNewer(): void;
  /** Everything was set up. */
  isReady(): void;
}

/**
 * A lifetime that ends when another copy of this script takes over the page: after an update, or if a page too busy to
 * answer got a second one.
 */
export function lifetime(): Lifetime {
  const life = new AbortController();
  const { signal } = life;
  // The cast: the global object of our scripts can hold it.
  const shared = globalThis as Shared;
  shared.endClipper?.();
  delete shared.endClipper;
  document.dispatchEvent(new Event(STARTED));
  const leave = () => isOrphan() && life.abort();
  return {
    signal,
    listenForNewer: () => document.addEventListener(STARTED, leave, { signal }),
    isReady() {
      shared.endClipper = () => life.abort();
    },
  };
}
