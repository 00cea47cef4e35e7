import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Task } from '../db/batches';
import type { ShelvingChange } from '../db/entries';
import type { Incoming } from '../db/import-entries';
import type { Removed } from '../db/schema';
import type { StepKind } from '../db/step';
import type { Entry, Post, TagCount } from '../domain/entry';
import type { Failure } from '../domain/errors';
import type { Renaming } from '../domain/tag-tree';
import type { SaveOptions, SaveResult } from '../messaging/contract';
import type { List } from '../runtime/lazy-list';
import type { Parsed } from '../search/parse-query';
import type { Statistics } from '../search/statistics/statistics';
import type { TagHints } from '../search/tags/suggest-tags';
import type { TagCounts } from '../search/tags/tag-counts';
import type { TagTotal } from '../search/tags/tag-totals';
import type { Collation } from '../search/text/collation';
import type { View } from '../storage/saved-views';
import type { Colouring, TagColours } from '../storage/tag-colours';
import type { NoteChange } from './kept-note';
import type { Safety } from './recovery/backups';

/** What was done last, and whether it can be undone or redone. */
export interface Notice {
  what: StepKind | 'later' | 'undone' | 'redone';
  /** Title of the entry, where it was one. */
  title?: string;
  count: number;
  /** The step to undo; absent if there is only a redo. */
  step?: number;
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
  /** Set if the database cannot be used or the last action failed; what is shown stays as it was. */
  failure: ReadonlySignal<Failure | undefined>;
  /** `first`: the newest entries are loaded, the rest is still being read. */
  state: ReadonlySignal<'opening' | 'first' | 'complete'>;
  /** The whole queue is loaded: it comes before the rest. */
  isQueueKnown: ReadonlySignal<boolean>;
  /** Progress while the search index is being rebuilt. */
  progress: ReadonlySignal<{ done: number; all: number } | undefined>;
  /** The loaded entries by canonical URL: the queue, and those seen recently. */
  entries: ReadonlySignal<ReadonlyMap<string, Entry>>;
  /** An entry; if it is not loaded, without excerpt and note. */
  peek(url: string): Entry | undefined;
  /** Loads the entries of these addresses, also those that are saved later. */
  want(urls: readonly string[]): void;
  /** The filter as text. */
  filter: Signal<string>;
  /** The parsed filter. */
  parsed: ReadonlySignal<Parsed>;
  /** How texts are compared, for highlighting. */
  collation: ReadonlySignal<Collation>;
  /** The addresses that match the filter: by where its words were found, then newest first. */
  shown: ReadonlySignal<List<string>>;
  /** The ticked addresses; those not shown do not count. */
  ticked: Signal<ReadonlySet<string>>;
  /** The ticked addresses among those shown, in their order. */
  chosen: ReadonlySignal<readonly string[]>;
  /** How many of the matches (ignoring any-of groups) each tag finds. */
  tagCounts: ReadonlySignal<TagCounts>;
  /** All tags a filter can find, including mere parents, with their counts, most first. */
  findableTags: ReadonlySignal<TagCount[]>;
  /** All tags in use, most used first, for autocomplete. */
  tags: ReadonlySignal<TagCount[]>;
  /** All tags and their parents, with how many entries each finds, most first. */
  tagTotals: ReadonlySignal<TagTotal[]>;
  /** Recent tags, and those often used together with these. */
  tagHints(chosen: readonly string[]): TagHints;
  /** The colours of tags. */
  colours: ReadonlySignal<TagColours>;
  /** Groups of similar tags that should not be merged, by `groupName`. */
  apart: ReadonlySignal<ReadonlySet<string>>;
  queue: ReadonlySignal<Entry[]>;
  counts: ReadonlySignal<Counts>;
  /** What was done last, until it is dismissed or something else is done. */
  notice: ReadonlySignal<Notice | undefined>;
  /** The trash, removed last first; read while it is shown. */
  trash: ReadonlySignal<Removed[]>;

  /** Saved views, with the number of entries each finds, once counted. */
  views: ReadonlySignal<(View & { count?: number })[]>;
  /** Snapshots, and restoring a damaged library. */
  safety: Safety;

  /** Statistics; undefined until the search index is ready. */
  statistics(): Promise<Statistics | undefined>;

  /** Actions that fail resolve to false and set `failure`; nothing is half-done. */
  save(posts: Post[], options?: SaveOptions): Promise<SaveResult | undefined>;
  shelve(urls: string[], change: ShelvingChange, task?: Task): Promise<boolean>;
  /** Saves a change of a note, merged with what others wrote; resolves to the merged note, undefined if it failed. */
  note(url: string, change: NoteChange): Promise<string | undefined>;
  /** Renames, merges, splits and drops tags and those below them, as one step; colours follow the names. */
  retag(renaming: Renaming, task?: Task): Promise<boolean>;
  /** Sets or removes the colours of tags. */
  colour(given: Colouring): Promise<void>;
  /** No longer offers to merge these tags. */
  keepApart(tags: readonly TagCount[]): Promise<void>;
  move(url: string, before?: string): Promise<boolean>;
  remove(urls: string[], task?: Task): Promise<boolean>;
  archive(urls: string[]): Promise<boolean>;
  /** Marks as read and takes out of the queue. */
  finish(url: string): Promise<boolean>;
  /** Moves to the end of the queue. */
  later(url: string): Promise<boolean>;
  /** Restores entries from the trash. */
  restore(urls: string[]): Promise<boolean>;
  /** Saves what a file says, after a snapshot. False also where its task was stopped: then nothing was changed. */
  import(incoming: Incoming[], task?: Task): Promise<boolean>;
  /** Makes these the whole library, after a snapshot of the current one. */
  replaceAll(entries: Entry[]): Promise<boolean>;
  /** Repairs what the check finds, after a snapshot. */
  repair(count: number): Promise<boolean>;
  /** Deletes everything in the trash for good. */
  emptyTrash(): Promise<boolean>;
  saveView(view: View): Promise<void>;
  removeView(name: string): Promise<void>;
  /** Undoes the last step, done in any surface, or the one with this number. False if there is none. */
  undo(step?: number): Promise<boolean>;
  /** Redoes the step undone last. */
  redo(): Promise<boolean>;
  dismissNotice(): void;
  dismissFailure(): void;
}
