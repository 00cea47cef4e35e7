import type { Entry, TagCount } from '../../entry';
import type { Fold } from '../fold';
import { rankingWords, speaksOfArchived } from '../match';
import type { Query } from '../query';
import type { Reading, Word } from '../reading';
import { ask, type Shelf } from './ask';
import { hasBit, keep, setBit } from './bits';
import { Columns, FLAG } from './columns';
import { Order } from './order';
import { Signatures } from './signatures';

/**
 * Everything that entries are found by, in memory of its own: what a filter finds among 100,000 is known in milliseconds,
 * and the entries themselves stay in the database. A row is the number of an entry here.
 */
export class Catalogue implements Shelf {
  readonly #rows = new Map<string, number>();
  readonly #order: Order;
  #uses = new Uint32Array(64);
  #foldedTags: string[] = [''];

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

  /** Takes an entry in, or what it is now. */
  put(entry: Entry): void {
    const { columns } = this;
    let row = this.#rows.get(entry.url);
    if (row !== undefined) this.#countUses(row, -1);
    // Its place in the order is another: it gets another row.
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

  /** Takes in a row that was written into the columns and signatures already, later than all that are there. */
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

  #countUses(row: number, by: 1 | -1): void {
    for (const tag of this.columns.tagsOf(row)) {
      if (tag >= this.#uses.length) {
        const more = new Uint32Array(tag * 2);
        more.set(this.#uses);
        this.#uses = more;
      }
      this.#uses[tag] = (this.#uses[tag] ?? 0) + by;
    }
  }

  foldedTags(): string[] {
    const { values } = this.columns.tags;
    for (let id = this.#foldedTags.length; id < values.length; id++)
      this.#foldedTags.push(this.fold(values[id] ?? ''));
    return this.#foldedTags;
  }

  /** All rows in the order they were saved. */
  rows(): Uint32Array {
    const { live } = this.columns;
    return this.#order.rows().filter((row) => hasBit(live, row));
  }

  /** The rows a filter lets through, by where its words were found, then newest first. */
  find(query: Query, reading: Reading): Uint32Array {
    const { columns } = this;
    const active = speaksOfArchived(query)
      ? columns.live
      : keep(columns.live, (row) => ((columns.flags[row] ?? 0) & FLAG.archived) === 0);
    const found = ask(this, query, reading, active);
    const newest = this.#order
      .rows()
      .filter((row) => hasBit(found, row))
      .reverse();
    return this.#ranked(newest, rankingWords(query, reading));
  }

  #ranked(rows: Uint32Array, words: Word[]): Uint32Array {
    if (words.length === 0) return rows;
    const places = Uint8Array.from(rows, (row) => Math.max(...words.map((word) => this.#placeOf(row, word))));
    const ranked = new Uint32Array(rows.length);
    let at = 0;
    for (let place = 0; place < 4; place++)
      for (let n = 0; n < rows.length; n++) if (places[n] === place) ranked[at++] = rows[n] ?? 0;
    return ranked;
  }

  /** Where a word stands in a row: as it is in the title or elsewhere, as pinyin in the title or elsewhere. */
  #placeOf(row: number, { text: word, spelled }: Word): number {
    const text = this.columns.texts[row] ?? '';
    const title = this.columns.titleEnd[row] ?? 0;
    const at = text.indexOf(word);
    if (at >= 0) return at + word.length <= title ? 0 : 1;
    const hit = spelled?.(text.slice(0, this.columns.namesEnd[row]));
    return hit && hit[1] <= title ? 2 : 3;
  }

  urlsOf(rows: Uint32Array): string[] {
    return Array.from(rows, (row) => this.columns.urls[row] ?? '');
  }

  /** The tags of rows, most used first. */
  tagsOf(rows: Uint32Array): TagCount[] {
    const counts = new Uint32Array(this.columns.tags.values.length);
    const { tagFrom, tagCount, tagPool } = this.columns;
    for (const row of rows) {
      const from = tagFrom[row] ?? 0;
      const end = from + (tagCount[row] ?? 0);
      for (let at = from; at < end; at++) {
        const tag = tagPool[at] ?? 0;
        counts[tag] = (counts[tag] ?? 0) + 1;
      }
    }
    return this.#counted(counts);
  }

  /** All tags, most used first. */
  tags(): TagCount[] {
    return this.#counted(this.#uses);
  }

  #counted(counts: Uint32Array): TagCount[] {
    const { values } = this.columns.tags;
    const tags: TagCount[] = [];
    for (let id = 1; id < values.length; id++) {
      const count = counts[id] ?? 0;
      if (count > 0) tags.push({ tag: values[id] ?? '', count });
    }
    return tags.sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
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
