import type { Entry } from '../domain/entry';

/** How many entries stay loaded, besides the queue. */
const MOST = 3000;

/** The entries in memory: the queue, and those seen recently. */
export class Loaded {
  readonly #entries = new Map<string, Entry>();
  /** Addresses asked for, saved or not: if one is saved later, it is loaded. */
  readonly #wanted = new Set<string>();

  has(url: string): boolean {
    return this.#entries.has(url);
  }

  put(entry: Entry): void {
    this.#entries.set(entry.url, entry);
  }

  /** Updates or removes an entry; one that nobody looks at is skipped, unless `takesAll`. */
  update(url: string, entry: Entry | undefined, takesAll: boolean): void {
    if (!entry) this.#entries.delete(url);
    else if (takesAll || entry.queue !== undefined || this.has(url) || this.#wanted.has(url)) this.put(entry);
  }

  want(urls: readonly string[]): void {
    for (const url of urls) {
      this.#wanted.delete(url);
      this.#wanted.add(url);
    }
    for (const url of this.#wanted) {
      if (this.#wanted.size <= MOST) break;
      this.#wanted.delete(url);
      if (this.#entries.get(url)?.queue === undefined) this.#entries.delete(url);
    }
  }

  map(): ReadonlyMap<string, Entry> {
    return new Map(this.#entries);
  }
}
