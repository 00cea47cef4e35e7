import type { ReadonlySignal } from '@preact/signals';
import type { Removed } from '../../db/schema';

/** What was removed in the last thirty days. */
export interface TrashModel {
  /** The trash, removed last first; read while it is shown. */
  trash: ReadonlySignal<Removed[]>;
  /** Restores entries from the trash. */
  restore(urls: string[]): Promise<boolean>;
  /** Deletes everything in the trash for good. */
  emptyTrash(): Promise<boolean>;
}
