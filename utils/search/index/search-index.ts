import type { Entry, TagCount } from '../../domain/entry';
import { type List, listOver } from '../../runtime/lazy-list';
import { yieldToMain } from '../../runtime/yield-to-main';
import { ranking } from '../filter-entries';
import { namesArchived } from '../match';
import type { Query } from '../query';
import { mostFirst, type TagCounts, TagTally } from '../tags/tag-counts';
import { TagPaths } from '../tags/tag-paths';
import type { Collation } from '../text/collation';
import type { Fold } from '../text/fold';
import type { Pinyin } from '../text/pinyin';
import { type Bits, filterBits, hasBit, setBit } from './bitset';
import { Columns, FLAG } from './columns';
import { evaluate, type IndexParts } from './evaluate';
import { Order } from './order';
import { findWord, inOrder } from './rank';
import { RecentWords } from './recent-words';
import { Signatures } from './signatures';

const NO_PLACES = new Uint8Array(0);

/** UTF-16 units translated at a time. */
const SOME = 200_000;

/**
 * The search index, in memory: everything entries are found by, while the entries themselves stay in the database. A
 * filter over 100,000 entries takes milliseconds. A row is the number of an entry here.
 */
export class SearchIndex implements IndexParts {
  readonly #rows = new Map<string, number>();
  readonly #order: Order;
  #uses = new Uint32Array(64);
  /** The rows that are not archived, until something changes. */
  #active: Bits | undefined;
  readonly recent = new RecentWords();
  #places = new Uint8Array(0);
  readonly #paths = new TagPaths();
  /** The ids of the tags, sorted by name. */
  #names: number[] = [];

  constructor(
    readonly fold: Fold,
    readonly columns = new Columns(),
    readonly signatures = new Signatures(),
  ) {
    this.#order = new Order(
      (a, b) =>
        (columns.savedAt[a] ?? 0) - (columns.savedAt[b] ?? 0) ||
        ((columns.urls[a] ?? '') < (columns.urls[b] ?? '') ? -1 : 1),
    );
  }

  get size(): number {
    return this.#rows.size;
  }

  has(url: string): boolean {
    return this.#rows.has(url);
  }

  /** What a list shows of an entry, without excerpt and note. */
  entryOf(url: string): Entry | undefined {
    const row = this.#rows.get(url);
    return row === undefined ? undefined : this.columns.entryAt(row);
  }

  /** Adds an entry, or replaces it. */
  put(entry: Entry): void {
    const { columns } = this;
    let row = this.#rows.get(entry.url);
    if (row !== undefined) this.#countUses(row, -1);
    // Its place in the order changes: it gets a new row.
    if (row !== undefined && columns.savedAt[row] !== entry.savedAt) {
      setBit(columns.live, row, false);
      row = undefined;
    }
    const isNew = row === undefined;
    row ??= columns.size;
    columns.write(row, entry, this.fold);
    this.signatures.add(row, columns.texts[row] ?? '');
    this.#countUses(row, 1);
    this.#rows.set(entry.url, row);
    if (isNew) this.#order.add(row);
  }

  /** Adds a row that is already in the columns and signatures, and newer than all others. */
  adopt(row: number): void {
    this.#rows.set(this.columns.urls[row] ?? '', row);
    this.#countUses(row, 1);
    this.#order.add(row);
  }

  delete(url: string): void {
    const row = this.#rows.get(url);
    if (row === undefined) return;
    this.#countUses(row, -1);
    this.#rows.delete(url);
    setBit(this.columns.live, row, false);
    this.columns.texts[row] = '';
  }

  /** Called whenever a row changes. */
  #countUses(row: number, by: 1 | -1): void {
    this.#active = undefined;
    this.recent.forget();
    for (const tag of this.columns.tagsOf(row)) {
      if (tag >= this.#uses.length) {
        const more = new Uint32Array(tag * 2);
        more.set(this.#uses);
        this.#uses = more;
      }
      this.#uses[tag] = (this.#uses[tag] ?? 0) + by;
    }
  }

  /** All rows in the order they were saved. */
  rows(): Uint32Array {
    const { live } = this.columns;
    return this.#order.rows().filter((row) => hasBit(live, row));
  }

  /** The rows that match a filter, by where its words were found, then newest first. */
  find(query: Query, collation: Collation): Uint32Array {
    const active = namesArchived(query) ? this.#live() : this.#notArchived();
    const { words, rest } = ranking(query, collation);
    let found = evaluate(this, rest, collation, active);
    const places = words.length > 0 ? this.#noPlaces() : NO_PLACES;
    for (const word of words) found = findWord(this, word, found, places);
    return inOrder(this.#order, found, places);
  }

  /** Translates all names for pinyin in small steps, so that the first pinyin search need not wait. */
  async prepare(pinyin: Pinyin): Promise<void> {
    const { titleUnits, authors, categories, tags } = this.columns;
    while (titleUnits.readMore(pinyin, SOME)) await yieldToMain();
    for (const names of [authors, categories, tags]) {
      names.read(pinyin, this.fold);
      await yieldToMain();
    }
  }

  /** An empty rank for each row, in a reused buffer: it is large and needed at each key press. */
  #noPlaces(): Uint8Array {
    if (this.#places.length < this.columns.size) this.#places = new Uint8Array(this.columns.live.length * 32);
    return this.#places.fill(0);
  }

  /** The rows that exist, without spare capacity. */
  #live(): Bits {
    return this.columns.live.subarray(0, Math.ceil(this.columns.size / 32));
  }

  #notArchived(): Bits {
    const { flags } = this.columns;
    this.#active ??= filterBits(this.#live(), (row) => ((flags[row] ?? 0) & FLAG.archived) === 0);
    return this.#active;
  }

  /** The addresses of rows, read lazily: of 100,000 only a few are looked at. */
  urlsOf(rows: Uint32Array): List<string> {
    const { urls } = this.columns;
    return listOver(rows, (row) => urls[row] ?? '');
  }

  /** How many of these rows each tag finds. */
  tagsOf(rows: Uint32Array): TagCounts {
    const { tags, tagFrom, tagCount, tagPool } = this.columns;
    this.#paths.follow(tags.folded(this.fold));
    const tally = new TagTally(this.#paths, tags.values, this.fold);
    // An index loop: `for…of` takes twice as long here.
    for (let n = 0; n < rows.length; n++) {
      const row = rows[n] ?? 0;
      const from = tagFrom[row] ?? 0;
      const end = from + (tagCount[row] ?? 0);
      tally.begin();
      for (let at = from; at < end; at++) tally.add(tagPool[at] ?? 0);
    }
    return tally;
  }

  /** The tags of each row, newest first. */
  *tagLists(): Generator<string[]> {
    const { values } = this.columns.tags;
    for (const row of this.rows().reverse())
      yield Array.from(this.columns.tagsOf(row), (tag) => values[tag] ?? '');
  }

  /** The rows with a tag that passes. */
  tagged(passes: (tag: string) => boolean): Uint32Array {
    const flags = this.columns.tags.test(passes);
    return this.rows().filter((row) => this.columns.hasTag(row, flags));
  }

  /** All tags that are carried, most used first. */
  tags(): TagCount[] {
    const { values } = this.columns.tags;
    const all = mostFirst(this.#uses, this.#nameOrder(), Number.POSITIVE_INFINITY);
    return all.map((id) => ({ tag: values[id] ?? '', count: this.#uses[id] ?? 0 }));
  }

  #nameOrder(): number[] {
    const { values } = this.columns.tags;
    if (this.#names.length !== values.length) {
      const name = (id: number) => values[id] ?? '';
      this.#names = [...values.keys()].sort((a, b) => (name(a) < name(b) ? -1 : 1));
    }
    return this.#names;
  }

  /** How many there are, how many of them neither read nor archived, how many archived. */
  counts(): { all: number; unread: number; archived: number } {
    const counts = { all: this.size, unread: 0, archived: 0 };
    const { live, flags, size } = this.columns;
    for (let row = 0; row < size; row++) {
      if (!hasBit(live, row)) continue;
      const some = flags[row] ?? 0;
      if (some & FLAG.archived) counts.archived++;
      else if (!(some & FLAG.read)) counts.unread++;
    }
    return counts;
  }
}
