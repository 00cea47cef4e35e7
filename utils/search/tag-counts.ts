import type { TagCount } from '../entry';
import { byUse } from '../tag';

/** How many of some entries carry each tag. */
export interface TagCounts {
  /** How many tags they carry. */
  readonly size: number;
  countOf(tag: string): number;
  /** The most used, then by name; at most so many. */
  top(most: number): TagCount[];
}

/** Counts that are numbered like names, told in the order of the names: that is sorted once, not for each count. */
export interface Counted {
  /** At the number of each name. */
  counts: Uint32Array;
  names: string[];
  /** The numbers in the order of the names. */
  order: readonly number[];
  numberOf(tag: string): number | undefined;
}

export function tagCountsOf({ counts, names, order, numberOf }: Counted): TagCounts {
  return {
    size: counts.reduce((sum, count) => (count > 0 ? sum + 1 : sum), 0),
    countOf: (tag) => counts[numberOf(tag) ?? -1] ?? 0,
    top: (most) =>
      Array.from(leastKeys(counts, order, most), (key) => {
        const id = order[key % order.length] ?? 0;
        return { tag: names[id] ?? '', count: counts[id] ?? 0 };
      }),
  };
}

/**
 * A key is a number: the lower, the more used, and of equals the earlier by name. The least are gathered in a room of twice
 * as many; whenever it is full, half of it goes.
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

/** Of few tags. */
export function tagCountsIn(counts: ReadonlyMap<string, number>): TagCounts {
  return {
    size: counts.size,
    countOf: (tag) => counts.get(tag) ?? 0,
    top: (most) => byUse(counts).slice(0, most),
  };
}
