import type { ReadonlySignal } from '@preact/signals';
import type { Entry } from '../../domain/entry';

/** The entries that are in memory. */
export interface LoadedModel {
  /** The loaded entries by canonical URL: the queue, and those seen recently. */
  entries: ReadonlySignal<ReadonlyMap<string, Entry>>;
  /** An entry; if it is not loaded, without excerpt and note. */
  peek(url: string): Entry | undefined;
  /** Loads the entries of these addresses, also those that are saved later. */
  want(urls: readonly string[]): void;
}
