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

/** What was done last, and what can be done about it. */
export interface Notice {
  what: StepKind | 'later' | 'undone' | 'redone';
  /** Title of the entry, where it was one. */
  title?: string;
  count: number;
  /** The step an undo takes back; absent where the way is forward, by redo. */
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
  /** Set where the database cannot be used, or the last action failed; what is shown stays as it was. */
  failure: ReadonlySignal<Failure | undefined>;
  /** `first`: the newest are here, the rest is still being read. */
  state: ReadonlySignal<'opening' | 'first' | 'complete'>;
  /** The whole queue is loaded: it comes before the rest. */
  isQueueKnown: ReadonlySignal<boolean>;
  /** How far the catalogue is made anew, while it is. */
  progress: ReadonlySignal<{ done: number; all: number } | undefined>;
  /** Those that are loaded, by canonical URL: the queue, and what was in sight lately. */
  entries: ReadonlySignal<ReadonlyMap<string, Entry>>;
  /** An entry, or as much of one that is not loaded yet as its row shows: all but excerpt and note. */
  peek(url: string): Entry | undefined;
  /** Loads the entries of these addresses; those saved later are loaded then. */
  want(urls: readonly string[]): void;
  /** The filter as its sentence. */
  filter: Signal<string>;
  /** What the sentence says. */
  parsed: ReadonlySignal<Parsed>;
  /** How texts are compared: for whoever marks what was found. */
  collation: ReadonlySignal<Collation>;
  /** The addresses of what the filter lets through: by where its words were found, then newest first. */
  shown: ReadonlySignal<List<string>>;
  /** The addresses that are ticked; those that are not shown do not count. */
  ticked: Signal<ReadonlySet<string>>;
  /** What is ticked, of what is shown, in its order. */
  chosen: ReadonlySignal<readonly string[]>;
  /** How much of what the filter lets through (its any-of left aside) each tag finds. */
  tagCounts: ReadonlySignal<TagCounts>;
  /** The tags a filter can ask for, those that only stand above others too, with what each finds, most first. */
  findableTags: ReadonlySignal<TagCount[]>;
  /** All tags that are carried, most used first: for autocomplete. */
  tags: ReadonlySignal<TagCount[]>;
  /** All tags and those above them, with how many entries each finds, most first. */
  tagTotals: ReadonlySignal<TagTotal[]>;
  /** Recent tags, and those often given together with these. */
  tagHints(chosen: readonly string[]): TagHints;
  /** The colours of tags. */
  colours: ReadonlySignal<TagColours>;
  /** Groups of tags that look alike and are to stay apart, by `groupName`. */
  apart: ReadonlySignal<ReadonlySet<string>>;
  queue: ReadonlySignal<Entry[]>;
  counts: ReadonlySignal<Counts>;
  /** What was done last, until it is dismissed or something else is done. */
  notice: ReadonlySignal<Notice | undefined>;
  /** What rests in the trash, removed last first; read when it is shown. */
  trash: ReadonlySignal<Removed[]>;

  /** Saved views, with the number of entries each finds once that is known. */
  views: ReadonlySignal<(View & { count?: number })[]>;
  /** Snapshots, and the way back where the library is damaged. */
  safety: Safety;

  /** Figures of what is saved and read; undefined until the catalogue is there. */
  statistics(): Promise<Statistics | undefined>;

  /** Actions resolve to false (and set `failure`) where they failed; nothing is half-done. */
  save(posts: Post[], options?: SaveOptions): Promise<SaveResult | undefined>;
  shelve(urls: string[], change: ShelvingChange, task?: Task): Promise<boolean>;
  /** Keeps a change of a note, beside what others wrote into it; gives the note as it is then, undefined where it failed. */
  note(url: string, change: NoteChange): Promise<string | undefined>;
  /** Renames, merges, splits and drops tags and those below them, as one step; colours go with the names. */
  retag(renaming: Renaming, task?: Task): Promise<boolean>;
  /** Gives tags colours, or takes them away. */
  colour(given: Colouring): Promise<void>;
  /** Offers these tags for merging no more. */
  keepApart(tags: readonly TagCount[]): Promise<void>;
  move(url: string, before?: string): Promise<boolean>;
  remove(urls: string[], task?: Task): Promise<boolean>;
  archive(urls: string[]): Promise<boolean>;
  /** Read, and out of the queue. */
  finish(url: string): Promise<boolean>;
  /** To the end of the queue. */
  later(url: string): Promise<boolean>;
  /** Restores entries from the trash. */
  restore(urls: string[]): Promise<boolean>;
  /** Saves what a file says, after a snapshot. False also where its task was stopped: then nothing was changed. */
  import(incoming: Incoming[], task?: Task): Promise<boolean>;
  /** Makes these the whole library, after a snapshot of the current one. */
  replaceAll(entries: Entry[]): Promise<boolean>;
  /** Repairs what the check finds, after a snapshot. */
  repair(count: number): Promise<boolean>;
  /** Forgets everything in the trash for good. */
  emptyTrash(): Promise<boolean>;
  saveView(view: View): Promise<void>;
  removeView(name: string): Promise<void>;
  /** Takes back what was done last, in whatever surface; with a number that step. False where there is nothing. */
  undo(step?: number): Promise<boolean>;
  /** Does again what was undone last. */
  redo(): Promise<boolean>;
  dismissNotice(): void;
  dismissFailure(): void;
}
