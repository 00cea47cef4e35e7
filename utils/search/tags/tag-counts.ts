import type { Entry, TagCount } from '../../domain/entry';
import type { Fold } from '../text/fold';
import { TagPaths } from './tag-paths';

/** How many of some entries each tag finds: those that carry it or one below it, however they write it. */
export interface TagCounts {
  /** How many tags find any, those that only stand above others among them. */
  readonly size: number;
  countOf(tag: string): number;
  /** Those that find most, then by name, without some; at most so many. As the first of these entries writes them. */
  top(most: number, without?: readonly string[]): TagCount[];
}

/** Counts over entries, one after the other: each `begin`s, then its tags are added by their numbers. */
export class TagTally implements TagCounts {
  readonly #counts: Uint32Array;
  /** For each path the entry that counted last, and the tag that counted first. */
  readonly #last: Uint32Array;
  readonly #first: Uint32Array;
  #entry = 0;

  /** @param values the tags as they are written, at their numbers */
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
      // Two of its tags may stand below the same.
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

/** The numbers with the highest counts, none of 0, equals in the order given; at most so many. */
export function mostFirst(counts: Uint32Array, order: readonly number[], most: number): number[] {
  return Array.from(leastKeys(counts, order, most), (key) => order[key % order.length] ?? 0);
}

/**
 * A key is a number: the lower, the higher its count, and of equals the earlier in order. The least are gathered in a room of
 * twice as many; whenever it is full, half of it goes.
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
