import type { Entry } from '../domain/entry';
import { type Failure, failureOf } from '../domain/errors';
import type { SearchIndex } from '../search/index/search-index';
import { Loaded } from './loaded-entries';
import type { Sources } from './options';
import { type SyncedIndex, syncIndex } from './sync-index';

/** What is new to show. */
export interface Update {
  /** The loaded entries. */
  entries?: ReadonlyMap<string, Entry>;
  all?: number;
  /** Set once it has every entry; the same object after each change. */
  index?: SearchIndex;
  /** The whole queue is loaded. */
  isQueueKnown?: boolean;
  state?: 'refused' | 'first' | 'complete';
  progress?: { done: number; all: number } | undefined;
  failure?: Failure | undefined;
}

/** Up to so many changed entries are loaded whether seen or not. */
const FEW = 100;

/**
 * Keeps what is shown in sync with the database: reads the newest entries and the queue, then the index of all; reads again
 * what changes. Returns a function that loads the entries of addresses that come into view.
 */
export function syncLibrary(
  sources: Sources,
  show: (found: Update) => void,
): (urls: readonly string[]) => void {
  const sync = new LibrarySync(sources, show);
  sources.onChange((urls) => sync.change(urls), sources.signal);
  sync.open();
  return (urls) => sync.want(urls);
}

class LibrarySync {
  readonly #loaded = new Loaded();
  readonly #changed = new Set<string>();
  #wanted: string[] = [];
  #synced: SyncedIndex | undefined;
  /** Something was read. */
  #isOpen = false;
  #before: Promise<unknown> = Promise.resolve();

  constructor(
    readonly sources: Sources,
    readonly show: (found: Update) => void,
  ) {}

  open(): void {
    this.#run(() => this.#readAll());
  }

  change(urls: string[]): void {
    for (const url of urls) this.#changed.add(url);
    this.#run(() => this.#readChanged());
  }

  /** Does not wait for the index: what is in view is loaded at once. */
  want(urls: readonly string[]): void {
    this.#loaded.want(urls);
    const isWaiting = this.#wanted.length > 0;
    this.#wanted.push(...urls.filter((url) => !this.#loaded.has(url)));
    if (!isWaiting && this.#wanted.length > 0)
      queueMicrotask(() => void this.#readWanted().catch((error: unknown) => this.#fail(error)));
  }

  #fail(error: unknown): void {
    this.show({ failure: failureOf(error), ...(!this.#isOpen && { state: 'refused' }) });
  }

  #run(work: () => Promise<void>): void {
    this.#before = this.#before
      .then(() => (this.sources.signal.aborted ? undefined : work()))
      .catch((error: unknown) => this.#fail(error));
  }

  async #get(urls: string[]): Promise<Map<string, Entry>> {
    return new Map((await this.sources.db.get(urls)).map((entry) => [entry.url, entry]));
  }

  async #readAll(): Promise<void> {
    const { db, first } = this.sources;
    // Both requested at once and shown as they arrive.
    const [newest, queue] = [db.newest(first), db.queue()];
    await Promise.all([
      newest.then((entries) => this.#showFirst(entries, { state: 'first' })),
      queue.then((entries) => this.#showFirst(entries, { isQueueKnown: true })),
    ]);
    // Not earlier: counting goes through all entries.
    const count = db.count();
    [this.#synced] = await Promise.all([
      syncIndex(this.sources, count, (progress) => this.show({ progress })),
      count.then((all) => this.show({ all })),
    ]);
    const { index } = this.#synced;
    this.show({ index, state: 'complete', progress: undefined, failure: undefined });
  }

  #showFirst(entries: Entry[], more: Update): void {
    for (const entry of entries) if (!this.#changed.has(entry.url)) this.#loaded.put(entry);
    this.#isOpen = true;
    this.show({ entries: this.#loaded.map(), ...more });
  }

  async #readChanged(): Promise<void> {
    for (let urls = take(this.#changed); urls.length > 0; urls = take(this.#changed)) {
      const found = await this.#get(urls);
      // What changed again meanwhile is shown only once it is read again, so that nothing flickers.
      const still = urls.filter((url) => !this.#changed.has(url));
      const takesAll = urls.length <= FEW || !this.#synced;
      for (const url of still) this.#loaded.update(url, found.get(url), takesAll);
      this.#synced?.update(still.map((url) => ({ url, entry: found.get(url) })));
      this.#showAll();
    }
  }

  async #readWanted(): Promise<void> {
    const urls = this.#wanted.filter((url) => !this.#loaded.has(url));
    this.#wanted = [];
    if (urls.length === 0) return;
    const found = await this.#get(urls);
    for (const url of urls) if (!this.#changed.has(url)) this.#loaded.update(url, found.get(url), true);
    // In the index but not in the database: it is gone.
    const gone = urls.filter((url) => !found.has(url) && this.#synced?.index.has(url));
    this.#synced?.update(gone.map((url) => ({ url, entry: undefined })));
    if (gone.length > 0) this.#showAll();
    else this.show({ entries: this.#loaded.map() });
  }

  #showAll(): void {
    const index = this.#synced?.index;
    this.show({ entries: this.#loaded.map(), ...(index && { index }) });
  }
}

/** Takes some addresses out of a set; the rest is for the next time. */
function take(changed: Set<string>): string[] {
  const some = [...changed].slice(0, 500);
  for (const url of some) changed.delete(url);
  return some;
}
