import { isOrphan } from '../../utils/messaging/transport';

/** Said by each copy of this script when it starts. A page can say it too: only a copy that was left behind listens. */
const STARTED = 'caixin-clipper-started';

/** What the copies of this script in one page share, out of the page's reach. */
export interface Shared {
  /** Ends the copy that runs, and says that one does: see `entrypoints/alive.ts`. */
  endClipper?: () => void;
}

export interface Lifetime {
  signal: AbortSignal;
  /** To be called in each document: see `inEachDocument`. */
  listenForNewer(): void;
  /** Everything was set up. */
  isReady(): void;
}

/**
 * Ends when another copy of this script takes over the page: after an update, or where a page that was too busy to answer
 * got a second one.
 */
export function lifetime(): Lifetime {
  const life = new AbortController();
  const { signal } = life;
  // The global object of our scripts, which takes what is put into it.
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
