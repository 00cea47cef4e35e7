import type { Entry } from '../domain/entry';
import { type Failure, failureOf } from '../domain/errors';
import type { SearchIndex } from '../search/index/search-index';
import { Loaded } from './loaded-entries';
import type { Sources } from './options';
import { type SyncedIndex, syncIndex } from './sync-index';

/** What is new to be shown. */
export interface Found {
  /** Those that are loaded. */
  entries?: ReadonlyMap<string, Entry>;
  all?: number;
  /** Once it knows every entry; the same one after each change. */
  index?: SearchIndex;
  /** The whole queue is loaded. */
  isQueueKnown?: boolean;
  state?: 'first' | 'complete';
  progress?: { done: number; all: number } | undefined;
  failure?: Failure | undefined;
}

/** So many changed entries are loaded at once, seen or not. */
const FEW = 100;

/**
 * Keeps what is shown fresh: reads the newest entries and the queue, then the catalogue of all; reads again what changes.
 * Gives what loads the entries of addresses that come into sight.
 */
export function syncLibrary(
  sources: Sources,
  show: (found: Found) => void,
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
  #before: Promise<unknown> = Promise.resolve();

  constructor(
    readonly sources: Sources,
    readonly show: (found: Found) => void,
  ) {}

  open(): void {
    this.#run(() => this.#readAll());
  }

  change(urls: string[]): void {
    for (const url of urls) this.#changed.add(url);
    this.#run(() => this.#readChanged());
  }

  /** Not in line behind the catalogue: what is in sight comes at once. */
  want(urls: readonly string[]): void {
    this.#loaded.want(urls);
    const isWaiting = this.#wanted.length > 0;
    this.#wanted.push(...urls.filter((url) => !this.#loaded.has(url)));
    if (!isWaiting && this.#wanted.length > 0)
      queueMicrotask(() => void this.#readWanted().catch((error: unknown) => this.#fail(error)));
  }

  #fail(error: unknown): void {
    this.show({ failure: failureOf(error) });
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
    // Asked for at once, shown as they come: what is in sight first.
    const [newest, queue] = [db.newest(first), db.queue()];
    await Promise.all([
      newest.then((entries) => this.#showFirst(entries, { state: 'first' })),
      queue.then((entries) => this.#showFirst(entries, { isQueueKnown: true })),
    ]);
    // Not before: it goes through all of them.
    const count = db.count();
    [this.#synced] = await Promise.all([
      syncIndex(this.sources, count, (progress) => this.show({ progress })),
      count.then((all) => this.show({ all })),
    ]);
    const { index } = this.#synced;
    this.show({ index, state: 'complete', progress: undefined, failure: undefined });
  }

  #showFirst(entries: Entry[], more: Found): void {
    for (const entry of entries) if (!this.#changed.has(entry.url)) this.#loaded.put(entry);
    this.show({ entries: this.#loaded.map(), ...more });
  }

  async #readChanged(): Promise<void> {
    for (let urls = take(this.#changed); urls.length > 0; urls = take(this.#changed)) {
      const found = await this.#get(urls);
      // What changed again meanwhile stays as it was shown until it is read once more: nothing flickers.
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
    // What the catalogue knows and the database does not is gone.
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

/** Takes some out of a set: those left are for the next time. */
function take(changed: Set<string>): string[] {
  const some = [...changed].slice(0, 500);
  for (const url of some) changed.delete(url);
  return some;
}
