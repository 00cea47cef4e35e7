import type { Entry, Mark, Post, TagCount } from '../entry';
import type { SaveOptions, SaveResult } from '../messages';
import type { Connection } from './connection';
import { readers } from './read';
import { writers } from './write';

/** A change to the shelving of saved entries. What is left out stays as it is. */
export interface ShelvingChange {
  addTags?: string[];
  removeTags?: string[];
  note?: string;
  /** true sets `readAt` to now where it is absent; false removes it. */
  read?: boolean;
  /** true sets `archivedAt` and takes the entry out of the queue; false removes it. */
  archived?: boolean;
  /** true appends to the queue where not queued; false takes out. */
  queued?: boolean;
}

/** The only door to the saved entries. Every call that writes resolves after the commit and announces afterwards. */
export interface Entries {
  save(posts: Post[], options?: SaveOptions): Promise<SaveResult>;
  shelve(urls: string[], change: ShelvingChange): Promise<void>;
  /** Moves a queued entry right before another, or to the end where `before` is absent. */
  move(url: string, before?: string): Promise<void>;
  /** Removes the entries and returns them as they were, for `restore`. */
  remove(urls: string[]): Promise<Entry[]>;
  /** Puts removed entries back as they were; one that was saved again meanwhile is left alone. */
  restore(entries: Entry[]): Promise<void>;
  /** Gives saved entries the shelving they have here, and leaves what the page says of them. */
  reshelve(entries: Entry[]): Promise<void>;
  /** The saved ones among these, in the order asked. */
  get(urls: string[]): Promise<Entry[]>;
  marks(urls: string[]): Promise<Mark[]>;
  /** The newest by `savedAt`, at most `limit`. */
  newest(limit: number): Promise<Entry[]>;
  all(): Promise<Entry[]>;
  /** Queued entries in the reader's order. */
  queue(): Promise<Entry[]>;
  tags(): Promise<TagCount[]>;
  count(): Promise<number>;
}

export interface EntriesOptions {
  /** Says which entries changed; called after the commit. */
  announce(urls: string[]): void;
  /** Epoch milliseconds. */
  now?: () => number;
}

/** The repository over a connection. Every failure is a `TroubleError`, and then nothing was changed. */
export function entriesOf(connection: Connection, { announce, now = Date.now }: EntriesOptions): Entries {
  return { ...readers(connection), ...writers(connection, announce, now) };
}
