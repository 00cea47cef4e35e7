import type { Entry } from '../../domain/entry';
import { BORDER } from '../entry-texts';
import type { Fold } from '../text/fold';
import { unitsOf } from '../text/pinyin';
import { type Bits, emptyBits, setBit } from './bitset';
import { Dictionary } from './dictionary';
import { TextPool } from './text-pool';

/** What an entry is or has, as bits. */
export const FLAG = { read: 1, archived: 2, queued: 4, excerpt: 8, note: 16, title: 32 } as const;

/** Separates tags; like `BORDER` it occurs in no folded text. */
const BETWEEN = '\r';

/** What is needed to find each entry, in columns: one value per row in each. */
export class Columns {
  /** How many rows were ever written. */
  size = 0;
  live: Bits = emptyBits(0);
  savedAt = new Float64Array(0);
  /** NaN if not read. */
  readAt = new Float64Array(0);
  flags = new Uint8Array(0);
  /** Ids in the dictionaries. */
  day = new Uint32Array(0);
  host = new Uint32Array(0);
  author = new Uint32Array(0);
  category = new Uint32Array(0);
  /** Where the ids of a row's tags begin in `tagPool`, and how many there are. */
  tagFrom = new Uint32Array(0);
  tagCount = new Uint32Array(0);
  tagPool = new Uint32Array(0);
  tagEnd = 0;
  /** Length of the folded title, and of all names: title, author, category, tags. */
  titleEnd = new Uint32Array(0);
  namesEnd = new Uint32Array(0);
  /** The folded titles, for matching by pinyin, and where a row's begins. */
  readonly titleUnits = new TextPool();
  unitFrom = new Uint32Array(0);
  /** Folded: title, author, category, tags, excerpt, note. */
  readonly texts: string[] = [];
  readonly urls: string[] = [];
  /** As they are written. */
  readonly titles: string[] = [];
  readonly days: Dictionary;
  readonly hosts: Dictionary;
  readonly authors: Dictionary;
  readonly categories: Dictionary;
  readonly tags: Dictionary;

  constructor(words: Partial<Record<'days' | 'hosts' | 'authors' | 'categories' | 'tags', string[]>> = {}) {
    this.days = new Dictionary(words.days);
    this.hosts = new Dictionary(words.hosts);
    this.authors = new Dictionary(words.authors);
    this.categories = new Dictionary(words.categories);
    this.tags = new Dictionary(words.tags);
  }

  /** Grows the columns to so many rows with so many tags. */
  reserve(rows: number, tags: number): void {
    if (rows > this.savedAt.length) {
      const space = Math.max(64, rows, Math.ceil(this.savedAt.length * 1.5));
      this.live = grown(this.live, new Uint32Array(Math.ceil(space / 32)));
      this.savedAt = grown(this.savedAt, new Float64Array(space));
      this.readAt = grown(this.readAt, new Float64Array(space));
      this.flags = grown(this.flags, new Uint8Array(space));
      for (const name of ['day', 'host', 'author', 'category'] as const)
        this[name] = grown(this[name], new Uint32Array(space));
      for (const name of ['tagFrom', 'tagCount', 'titleEnd', 'namesEnd', 'unitFrom'] as const)
        this[name] = grown(this[name], new Uint32Array(space));
    }
    if (tags > this.tagPool.length) {
      const space = Math.max(256, tags, Math.ceil(this.tagPool.length * 1.5));
      this.tagPool = grown(this.tagPool, new Uint32Array(space));
    }
  }

  /** Writes an entry into a row, new or not. */
  write(row: number, entry: Entry, fold: Fold): void {
    this.reserve(row + 1, this.tagEnd + entry.tags.length);
    this.size = Math.max(this.size, row + 1);
    setBit(this.live, row, true);
    this.urls[row] = entry.url;
    this.savedAt[row] = entry.savedAt;
    this.readAt[row] = entry.readAt ?? Number.NaN;
    this.flags[row] = flagsOf(entry);
    this.day[row] = this.days.idOf(entry.publishedAt?.slice(0, 10));
    this.host[row] = this.hosts.idOf(new URL(entry.url).hostname);
    this.tagFrom[row] = this.tagEnd;
    this.tagCount[row] = entry.tags.length;
    for (const tag of entry.tags) this.tagPool[this.tagEnd++] = this.tags.idOf(tag);
    this.#writeText(row, entry, fold);
  }

  #writeText(row: number, { title, author, category, excerpt, note, tags }: Entry, fold: Fold): void {
    const name = fold(title);
    const other = [author ?? '', category ?? ''].map(fold);
    this.titles[row] = title === name ? name : title;
    this.author[row] = this.authors.idOf(author);
    this.category[row] = this.categories.idOf(category);
    const names = [name, ...other, tags.map(fold).join(BETWEEN)].join(BORDER);
    this.titleEnd[row] = name.length;
    this.namesEnd[row] = names.length;
    this.texts[row] = [names, fold(excerpt ?? ''), fold(note ?? '')].join(BORDER);
    this.addTitle(row, unitsOf(name));
  }

  /** Adds the units of a row's folded title. */
  addTitle(row: number, units: Uint16Array): void {
    this.unitFrom[row] = this.titleUnits.end;
    this.titleUnits.add(units);
  }

  /** The entry as far as it is known here: all that its row in a list shows, except excerpt and note. */
  entryAt(row: number): Entry {
    const { read, archived, queued } = FLAG;
    const has = (flag: number) => ((this.flags[row] ?? 0) & flag) !== 0;
    const [author, category, day] = [this.author[row], this.category[row], this.day[row]];
    return {
      url: this.urls[row] ?? '',
      title: this.titles[row] ?? '',
      savedAt: this.savedAt[row] ?? 0,
      tags: Array.from(this.tagsOf(row), (id) => this.tags.values[id] ?? ''),
      ...(author && { author: this.authors.values[author] ?? '' }),
      ...(category && { category: this.categories.values[category] ?? '' }),
      ...(day && { publishedAt: this.days.values[day] ?? '' }),
      ...(has(read) && { readAt: this.readAt[row] ?? 0 }),
      ...(has(archived) && { archivedAt: 0 }),
      ...(has(queued) && { queue: '' }),
    };
  }

  /** Whether a row carries one of the flagged tags. */
  hasTag(row: number, flags: Uint8Array): boolean {
    const from = this.tagFrom[row] ?? 0;
    const end = from + (this.tagCount[row] ?? 0);
    for (let at = from; at < end; at++) if (flags[this.tagPool[at] ?? 0] === 1) return true;
    return false;
  }

  /** The ids of a row's tags. */
  tagsOf(row: number): Uint32Array {
    const from = this.tagFrom[row] ?? 0;
    return this.tagPool.subarray(from, from + (this.tagCount[row] ?? 0));
  }
}

function grown<T extends Uint8Array | Uint32Array | Float64Array>(old: T, next: T): T {
  next.set(old);
  return next;
}

function flagsOf({ readAt, archivedAt, queue, excerpt, note, title, url }: Entry): number {
  return (
    (readAt === undefined ? 0 : FLAG.read) |
    (archivedAt === undefined ? 0 : FLAG.archived) |
    (queue === undefined ? 0 : FLAG.queued) |
    (excerpt === undefined ? 0 : FLAG.excerpt) |
    (note === undefined ? 0 : FLAG.note) |
    (title === url ? 0 : FLAG.title)
  );
}
