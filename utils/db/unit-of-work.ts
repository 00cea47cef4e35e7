import type { IDBPObjectStore } from 'idb';
import type { Entry } from '../domain/entry';
import type { Schema, STORES } from './schema';
import type { Step } from './step';

type Store<Name extends (typeof STORES)[number]> = IDBPObjectStore<Schema, typeof STORES, Name, 'readwrite'>;

/** Longest time a transaction is held open, in milliseconds. */
const PATIENCE = 3000;

/**
 * The work of one transaction: remembers every changed entry as it was. Removed entries go to the trash.
 */
export class UnitOfWork {
  /** Every entry that was changed, as it was; undefined: it was not there. */
  readonly before = new Map<string, Entry | undefined>();
  /** Every entry that was changed, as it is now; undefined: it is gone. */
  readonly after = new Map<string, Entry | undefined>();
  /** The number of the step recorded for this change. */
  step: number | undefined;

  constructor(
    readonly entries: Store<'entries'>,
    readonly steps: Store<'steps'>,
    readonly trash: Store<'trash'>,
    readonly now: number,
  ) {}

  /** The entries of these addresses, in their order. */
  getAll(urls: string[]): Promise<(Entry | undefined)[]> {
    return Promise.all(urls.map((url) => this.entries.get(url)));
  }

  /**
   * The number of this change: higher than all before it in any window, and never used again. That of its step, or one
   * reserved for it.
   */
  async number(): Promise<number> {
    if (this.step !== undefined) return this.step;
    // What is in the row does not matter: only its number is wanted.
    const id = await this.steps.add({} as Step);
    this.ignoreFailure(this.steps.delete(id));
    return id;
  }

  /** Writes an entry, unless it is as it was. */
  put(next: Entry, before: Entry | undefined): void {
    if (before && JSON.stringify(before) === JSON.stringify(next)) return;
    this.#remember(next.url, before, next);
    this.ignoreFailure(this.entries.put(next));
  }

  remove(entry: Entry): void {
    this.#remember(entry.url, entry, undefined);
    this.ignoreFailure(this.entries.delete(entry.url));
    this.ignoreFailure(this.trash.put({ url: entry.url, entry, removedAt: this.now }));
  }

  /** Keeps the transaction from committing until something else is done, or has taken too long. */
  async holdOpen<T>(other: Promise<T>): Promise<T | undefined> {
    const late = performance.now() + PATIENCE;
    let isDone = false;
    let value: T | undefined;
    void other.then((found) => {
      value = found;
      isDone = true;
    });
    // A transaction without a request commits by itself.
    while (!isDone && performance.now() < late) await this.written();
    return value;
  }

  /** Resolves once all that was asked for so far is done: requests run in order. */
  async written(): Promise<void> {
    await this.steps.getKey(0);
  }

  /** For a request nobody waits for: if it fails, the transaction fails and reports it. */
  ignoreFailure(request: Promise<unknown>): void {
    request.catch(() => {});
  }

  #remember(url: string, before: Entry | undefined, after: Entry | undefined): void {
    this.after.set(url, after);
    if (!this.before.has(url)) this.before.set(url, before);
  }
}
