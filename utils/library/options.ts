import type { Entries } from '../db/entries';
import type { IndexStore } from './index-store';
import type { Safety } from './recovery/backups';

export interface LibraryOptions {
  entries: Entries;
  onChange(listener: (urls: string[]) => void, signal: AbortSignal): void;
  signal: AbortSignal;
  safety: Safety;
  indexStore: IndexStore;
  /** How many of the newest entries are read first. */
  first?: number;
}

export interface Sources extends Pick<LibraryOptions, 'onChange' | 'signal' | 'indexStore'> {
  db: Entries;
  first: number;
}
