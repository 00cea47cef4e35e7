import type { ReadonlySignal } from '@preact/signals';
import type { Failure } from '../../domain/errors';

export interface Counts {
  /** Everything, archived too. */
  all: number;
  /** Neither read nor archived. */
  unread: number;
  archived: number;
}

/** How far the library is read, and what failed. */
export interface LibraryState {
  /** Set if the database cannot be used or the last action failed; what is shown stays as it was. */
  failure: ReadonlySignal<Failure | undefined>;
  /** `refused`: nothing could be read; `first`: the newest entries are loaded, the rest is still being read. */
  state: ReadonlySignal<'opening' | 'refused' | 'first' | 'complete'>;
  /** The whole queue is loaded: it comes before the rest. */
  isQueueKnown: ReadonlySignal<boolean>;
  /** Progress while the search index is being rebuilt. */
  progress: ReadonlySignal<{ done: number; all: number } | undefined>;
  counts: ReadonlySignal<Counts>;
  dismissFailure(): void;
}
