import type { ReadonlySignal, Signal } from '@preact/signals';
import type { ShelvingChange } from '../db/entries';
import type { Entry, Post, TagCount } from '../entry';
import type { SaveOptions, SaveResult } from '../messages';
import type { Filter } from '../search/filter';
import type { Trouble } from '../trouble';

/** Something done that can be undone: the entries as they were before. */
export interface Done {
  what: 'removed' | 'archived' | 'finished' | 'later';
  before: Entry[];
}

export interface Counts {
  /** Everything, archived too. */
  all: number;
  /** Neither read nor archived. */
  unread: number;
  archived: number;
}

/** The live state an extension page shows: signals over the database, and the actions that change it. */
export interface Library {
  /** Set where the database cannot be used, or the last action failed; what is shown stays as it was. */
  trouble: ReadonlySignal<Trouble | undefined>;
  /** `first`: the newest are here, the rest is still being read. */
  state: ReadonlySignal<'opening' | 'first' | 'complete'>;
  /** By canonical URL. */
  entries: ReadonlySignal<ReadonlyMap<string, Entry>>;
  filter: Signal<Filter>;
  /** What the filter lets through, newest first. */
  shown: ReadonlySignal<Entry[]>;
  /** Tags of what the filter lets through (its any-of left aside) plus the filter's own, most used first. */
  tagCounts: ReadonlySignal<TagCount[]>;
  /** All tags, most used first: for autocomplete. */
  tags: ReadonlySignal<TagCount[]>;
  queue: ReadonlySignal<Entry[]>;
  counts: ReadonlySignal<Counts>;
  /** What was done last and can be undone, until it is dismissed or something else is done. */
  done: ReadonlySignal<Done | undefined>;

  /** Actions resolve to false (and set `trouble`) where they failed; nothing is half-done. */
  save(posts: Post[], options?: SaveOptions): Promise<SaveResult | undefined>;
  shelve(urls: string[], change: ShelvingChange): Promise<boolean>;
  move(url: string, before?: string): Promise<boolean>;
  remove(urls: string[]): Promise<boolean>;
  archive(urls: string[]): Promise<boolean>;
  /** Read, and out of the queue. */
  finish(url: string): Promise<boolean>;
  /** To the end of the queue. */
  later(url: string): Promise<boolean>;
  /** Takes back what was done last. */
  undo(): Promise<boolean>;
  dismissDone(): void;
  dismissTrouble(): void;
}
