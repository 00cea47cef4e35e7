import type { Entry, Mark, Post, TagCount } from '../domain/entry';
import type { Renaming } from '../domain/renaming';
import type { SaveOptions, SaveResult } from '../messaging/contract';
import type { Journal } from './backup/journal';
import type { Task } from './batches';
import type { Incoming } from './import-entries';
import type { Findings } from './integrity';
import type { Removed } from './schema';
import type { TurnedStep } from './step';

/** A change to the shelving of saved entries. What is left out stays as it is. */
export interface ShelvingChange {
  addTags?: string[];
  removeTags?: string[];
  note?: string;
  /** The note this one was made from: if it has changed since, both are merged (see `mergeTexts`). */
  noteFrom?: string;
  /** The editing session the note is typed in: only typing in one session is one step. Default: that of this window. */
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

/** The only access to the saved entries. Every call that writes resolves after the commit, then announces the change. */
export interface Entries {
  save(posts: Post[], options?: SaveOptions): Promise<SaveResult>;
  shelve(urls: string[], change: ShelvingChange, task?: Task): Promise<Done>;
  /** Renames, merges, splits and drops tags and those below them everywhere, as one step. */
  retag(renaming: Renaming, task?: Task): Promise<Done>;
  /** Moves a queued entry right before another, or to the end where `before` is absent. */
  move(url: string, before?: string): Promise<Done>;
  /** Moves entries to the trash, where they stay for thirty days. */
  remove(urls: string[], task?: Task): Promise<Done>;
  /** Restores entries from the trash as they were; one that was saved again meanwhile is left alone. */
  restore(urls: string[]): Promise<Done>;
  /**
   * Undoes the last step that is not undone, or the one with this number; undefined if there is none, or if a newer step
   * touched its entries.
   */
  undo(id?: number): Promise<TurnedStep | undefined>;
  /**
   * Redoes the step undone last, or only if it has this number; undefined if there is none, or if something was changed
   * since.
   */
  redo(id?: number): Promise<TurnedStep | undefined>;
  /** Saves what a file says: new entries, and what it adds to those that are here (see `merged`). */
  import(incoming: Incoming[], task?: Task): Promise<Done>;
  /** Makes these the whole library; every other entry goes to the trash. */
  replaceAll(entries: Entry[], task?: Task): Promise<Done>;
  /** The faults of the rows as they are stored; changes nothing. */
  check(): Promise<Findings>;
  /** Repairs what `check` finds. */
  repair(): Promise<Done>;
  /** What is in the trash, removed last first. */
  trash(): Promise<Removed[]>;
  /** Deletes for good what was removed up to this moment (epoch milliseconds; infinity for all). Cannot be undone. */
  emptyTrash(before: number): Promise<void>;
  /** The saved ones among these, in the order asked. */
  get(urls: string[]): Promise<Entry[]>;
  marks(urls: string[]): Promise<Mark[]>;
  /** The newest by `savedAt`, at most `limit`. */
  newest(limit: number): Promise<Entry[]>;
  all(): Promise<Entry[]>;
  /** All entries by address, `size` at a time, so that a library of any size fits in memory. */
  batches(size?: number): AsyncIterable<Entry[]>;
  /** A token of the current state: it differs after every change. */
  stamp(): Promise<string>;
  /** Whether this library once had this stamp, or continues one that had; false if it was created anew since. */
  continues(stamp: string): Promise<boolean>;
  /** A cursor at the current state, for `changedSince`. */
  cursor(): Promise<string>;
  /** The addresses that may have changed since a cursor; undefined where that can no longer be known. */
  changedSince(cursor: string): Promise<string[] | undefined>;
  /** Queued entries in the reader's order. */
  queue(): Promise<Entry[]>;
  tags(): Promise<TagCount[]>;
  count(): Promise<number>;
}

/** A change that was committed. */
export interface Committed {
  /** The library's state right after this change (see `Entries.stamp`); none for an undo or redo. */
  stamp?: string;
  /** How many entries it added or changed; removed ones are not counted. */
  entries: number;
}

export interface EntriesOptions {
  /** Announces which entries changed; called after the commit. */
  announce(urls: string[]): void;
  /** Called after each commit; the change is reported as done once it has ended. If it fails, the change still stands. */
  afterCommit?(change: Committed): Promise<void>;
  /** Epoch milliseconds. */
  now?: () => number;
  /** The editing session of what is typed here. Default: one for this window. */
  session?: string;
  /** The journal of changes. Default: the extension's own. */
  journal?: Journal;
}
