import type { Task } from '../../db/batches';
import type { ShelvingChange } from '../../db/entries';
import type { Incoming } from '../../db/import-entries';
import type { Entry, Post } from '../../domain/entry';
import type { SaveOptions, SaveResult } from '../../messaging/contract';
import type { NoteChange } from '../kept-note';

/** Changes of entries. Each resolves to false, and sets `failure`, if it failed: then nothing was changed. */
export interface ChangeModel {
  /** Actions that fail resolve to false and set `failure`; nothing is half-done. */
  save(posts: Post[], options?: SaveOptions): Promise<SaveResult | undefined>;
  shelve(urls: string[], change: ShelvingChange, task?: Task): Promise<boolean>;
  /** Saves a change of a note, merged with what others wrote; resolves to the merged note, undefined if it failed. */
  note(url: string, change: NoteChange): Promise<string | undefined>;
  remove(urls: string[], task?: Task): Promise<boolean>;
  archive(urls: string[]): Promise<boolean>;
  /** Saves what a file says, after a snapshot. False also where its task was stopped: then nothing was changed. */
  import(incoming: Incoming[], task?: Task): Promise<boolean>;
  /** Makes these the whole library, after a snapshot of the current one. */
  replaceAll(entries: Entry[]): Promise<boolean>;
  /** Repairs what the check finds, after a snapshot. */
  repair(count: number): Promise<boolean>;
}
