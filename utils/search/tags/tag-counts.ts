import type { Entry, TagCount } from '../../domain/entry';
import type { Fold } from '../text/fold';
import { TagPaths } from './tag-paths';

/** How many of some entries each tag finds: those that have it or one below it, in any spelling. */
export interface TagCounts {
  /** How many tags find any entry, including those that exist only as parents of others. */
  readonly size: number;
  countOf(tag: string): number;
  /** The tags that find most, then by name; at most `most`, leaving some out. Spelled as in the first entry. */
  top(most: number, without?: readonly string[]): TagCount[];
}

/** Counts entries one after another: call `begin` for each, then `add` for the id of each of its tags. */
export class TagTally implements TagCounts {
  readonly #counts: Uint32Array;
  /** For each path the last entry that counted, and the first tag that did. */
  readonly #last: Uint32Array;
  readonly #first: Uint32Array;
  #entry = 0;

  /** @param values the tags as written, by id */
  constructor(
    readonly paths: TagPaths,
    readonly values: readonly string[],
    readonly fold: Fold,
  ) {
    this.#counts = new Uint32Array(paths.size);
    this.#last = new Uint32Array(paths.size);
    this.#first = new Uint32Array(paths.size);
  }

  begin(): void {
    this.#entry++;
  }

  add(tag: number): void {
    const end = this.paths.endOf(tag);
    for (let at = this.paths.startOf(tag); at < end; at++) {
      const path = this.paths.pathAt(at);
      // Two tags of one entry may have the same parent.
      if (this.#last[path] === this.#entry) continue;
      this.#last[path] = this.#entry;
      const count = this.#counts[path] ?? 0;
      if (count === 0) this.#first[path] = tag;
      this.#counts[path] = count + 1;
    }
  }

  get size(): number {
    return this.#counts.reduce((sum, count) => (count > 0 ? sum + 1 : sum), 0);
  }

  countOf(tag: string): number {
    return this.#counts[this.#numberOf(tag)] ?? 0;
  }

  top(most: number, without: readonly string[] = []): TagCount[] {
    const left = new Set(without.map((tag) => this.#numberOf(tag)));
    const found = mostFirst(this.#counts, this.paths.order(), most + left.size);
    const rest = found.filter((path) => !left.has(path)).slice(0, most);
    return rest.map((path) => ({ tag: this.#written(path), count: this.#counts[path] ?? 0 }));
  }

  #numberOf(tag: string): number {
    return this.paths.numberOf(this.fold(tag)) ?? -1;
  }

  #written(path: number): string {
    const tag = this.#first[path] ?? 0;
    return this.paths.written(path, tag, this.values[tag] ?? '');
  }
}

/** Counts over few entries. */
export function tagCountsIn(entries: readonly Entry[], fold: Fold): TagCounts {
  const values = [...new Set(entries.flatMap(({ tags }) => tags))];
  const numbers = new Map(values.map((tag, number) => [tag, number]));
  const paths = new TagPaths();
  paths.follow(values.map(fold));
  const tally = new TagTally(paths, values, fold);
  for (const { tags } of entries) {
    tally.begin();
    for (const tag of tags) tally.add(numbers.get(tag) ?? 0);
  }
  return tally;
}

/** The numbers with the highest counts above 0, equal ones in the order given; at most `most`. */
export function mostFirst(counts: Uint32Array, order: readonly number[], most: number): number[] {
  return Array.from(leastKeys(counts, order, most), (key) => order[key % order.length] ?? 0);
}

/**
 * A key combines count and position: the higher the count, then the earlier the position, the lower the key. The lowest
 * keys are collected in a buffer of twice as many; whenever it is full, the higher half is dropped.
 */
function leastKeys(counts: Uint32Array, order: readonly number[], most: number): Float64Array {
  const wanted = Math.min(most, order.length);
  const keys = new Float64Array(2 * wanted);
  let [end, limit] = [0, Number.POSITIVE_INFINITY];
  const halve = () => {
    keys.subarray(0, end).sort();
    end = Math.min(end, wanted);
  };
  for (let place = 0; place < order.length; place++) {
    const count = counts[order[place] ?? 0] ?? 0;
    const key = (2 ** 32 - count) * order.length + place;
    if (count === 0 || key >= limit) continue;
    keys[end++] = key;
    if (end < keys.length) continue;
    halve();
    limit = keys[end - 1] ?? limit;
  }
  halve();
  return keys.subarray(0, end);
}
