import type { Own } from './own-events';
import type { Paced } from './pace';
import type { PageActs } from './page-acts';
import type { PagePosts } from './page-posts';

/**
 * What the content script passes to the script of the overlay: everything that has state, or must run before the page's
 * scripts.
 */
export interface Core {
  page: PagePosts;
  acts: PageActs;
  /** See `pace.ts`. */
  paced(work: () => void, signal: AbortSignal): Paced;
  signal: AbortSignal;
}

/** Our controls on a list page, with the state of what the reader does there. */
export interface ListOverlay {
  /** Our elements, while they are on the page. */
  readonly own: Own | undefined;
  /** The page was read again. */
  show(): Promise<void>;
  /** Entries changed somewhere; without addresses, anything may have changed. */
  changed(urls?: string[]): Promise<void>;
  /** The draft may have been changed elsewhere. */
  draftChanged(): Promise<void>;
  /** Leaves a replaced body. */
  leave(): void;
  /** Places everything again if a title has moved. */
  follow(): void;
  close(): void;
}

/** What our scripts in one page share; the page cannot reach it. */
export interface Shared {
  /** Ends the running copy; its presence shows that one runs (see `entrypoints/alive.ts`). */
  endClipper?: () => void;
  /** Opens the overlay of a list page: put there by its script (`entrypoints/overlay`). */
  openOverlay?: (core: Core, styles: string) => ListOverlay;
}
