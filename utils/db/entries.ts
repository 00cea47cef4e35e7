import type { Entry, Mark, Post, TagCount } from '../domain/entry';
import type { Renaming } from '../domain/tag-tree';
import type { SaveOptions, SaveResult } from '../messaging/contract';
import type { Journal } from './backup/journal';
import type { Task } from './batches';
import type { Incoming } from './import-entries';
import type { Findings } from './integrity';
import type { Removed } from './schema';
import type { Stepped } from './step';

/** A change to the shelving of saved entries. What is left out stays as it is. */
export interface ShelvingChange {
  addTags?: string[];
  removeTags?: string[];
  note?: string;
  /** What the note was when this one was made of it: where it is another by now, both are kept (see `mergeTexts`). */
  noteFrom?: string;
  /** In which editing session the note is typed: only what is typed in one is one step. Left out: that of this window. */
  session?: string;
  /** true sets `readAt` to now where it is absent; false removes it. */
  read?: boolean;
  /** true sets `archivedAt` and takes the entry out of the queue; false removes it. */
  archived?: boolean;
  /** true appends to the queue where not queued; false takes out. */
  queued?: boolean;
}

/** A change that was made. */
export interface Done {
  /** Its number, for `undo`; absent where nothing changed. */
  step?: number;
}

/** The only door to the saved entries. Every call that writes resolves after the commit and announces afterwards. */
export interface Entries {
  save(posts: Post[], options?: SaveOptions): Promise<SaveResult>;
  shelve(urls: string[], change: ShelvingChange, task?: Task): Promise<Done>;
  /** Renames, merges, splits and drops tags and those below them everywhere, as one step. */
  retag(renaming: Renaming, task?: Task): Promise<Done>;
  /** Moves a queued entry right before another, or to the end where `before` is absent. */
  move(url: string, before?: string): Promise<Done>;
  /** Moves entries to the trash, where they rest for thirty days. */
  remove(urls: string[], task?: Task): Promise<Done>;
  /** Brings entries back from the trash as they were; one that was saved again meanwhile is left alone. */
  restore(urls: string[]): Promise<Done>;
  /**
   * Takes back the last step that stands, or the one with this number; undefined where there is none, or where something
   * newer touched its entries.
   */
  undo(id?: number): Promise<Stepped | undefined>;
  /**
   * Does again what was undone last, or only where that was the step with this number; undefined where there is nothing,
   * or something was done since.
   */
  redo(id?: number): Promise<Stepped | undefined>;
  /** Keeps what a file says: new entries, and what it adds to those that are here (see `merged`). */
  import(incoming: Incoming[], task?: Task): Promise<Done>;
  /** Makes the library hold exactly these; what is not among them goes to the trash. */
  rewind(entries: Entry[], task?: Task): Promise<Done>;
  /** What is wrong with the rows as they are kept; nothing is changed. */
  check(): Promise<Findings>;
  /** Mends what `check` finds. */
  mend(): Promise<Done>;
  /** What rests in the trash, removed last first. */
  trash(): Promise<Removed[]>;
  /** Forgets for good what was removed up to this moment (epoch milliseconds; infinity for all). Cannot be undone. */
  emptyTrash(before: number): Promise<void>;
  /** The saved ones among these, in the order asked. */
  get(urls: string[]): Promise<Entry[]>;
  marks(urls: string[]): Promise<Mark[]>;
  /** The newest by `savedAt`, at most `limit`. */
  newest(limit: number): Promise<Entry[]>;
  all(): Promise<Entry[]>;
  /** All of them by address, so many at a time: a library of any size in little memory. */
  batches(size?: number): AsyncIterable<Entry[]>;
  /** A word that changes with every change. */
  stamp(): Promise<string>;
  /** Whether this is the library that once had this stamp, or goes on from it; false where it began anew. */
  goesOn(stamp: string): Promise<boolean>;
  /** How the library stands now, as a word for `changedSince`. */
  standing(): Promise<string>;
  /** The entries that may have changed since it stood so; undefined where that can no longer be told. */
  changedSince(standing: string): Promise<string[] | undefined>;
  /** Queued entries in the reader's order. */
  queue(): Promise<Entry[]>;
  tags(): Promise<TagCount[]>;
  count(): Promise<number>;
}

/** A change that was committed. */
export interface Committed {
  /** The library's own word for its state with this change as its newest (see `Entries.stamp`); none for a way back. */
  stamp?: string;
  /** How many entries it kept; what it took away is not counted. */
  entries: number;
}

export interface EntriesOptions {
  /** Says which entries changed; called after the commit. */
  announce(urls: string[]): void;
  /** Called after each commit; the change is reported as done once it has ended. If it fails, the change still stands. */
  afterCommit?(change: Committed): Promise<void>;
  /** Epoch milliseconds. */
  now?: () => number;
  /** The editing session of what is typed here; one of its own where left out: two windows are two. */
  session?: string;
  /** Where changes are written down once more; that of the product where left out. */
  journal?: Journal;
}
