import type { Word } from '../collation';
import type { Fold } from '../fold';
import type { Rank } from '../match';
import type { Shelf } from './ask';
import { addAll, type Bits, countBits, hasBit, keep, without } from './bits';
import type { Lately } from './lately';
import type { Order } from './order';
import { namesSpell } from './spelled';

/**
 * The rows among these that hold a word, and where: the worst place of all words of a filter is kept at the number of the
 * row.
 */
export function placed(
  { columns, signatures, fold, lately }: Shelf & { fold: Fold; lately: Lately },
  word: Word,
  within: Bits,
  places: Uint8Array,
): Bits {
  const { texts, titleEnd } = columns;
  const put = (row: number, place: Rank) => {
    if (place > (places[row] ?? 0)) places[row] = place;
  };
  const found = keep(signatures.narrow(within, word.text), (row) => {
    const at = texts[row]?.indexOf(word.text) ?? -1;
    if (at >= 0) put(row, at + word.text.length <= (titleEnd[row] ?? 0) ? 0 : 1);
    return at >= 0;
  });
  if (!word.spelledIn) return found;
  const placeOf = namesSpell(columns, word.spelledIn, fold);
  const more = keep(without(lately.narrow(word, within), found), (row) => {
    const place = placeOf(row);
    if (place) put(row, place);
    return place !== undefined;
  });
  addAll(found, more);
  lately.keep(word, within, found);
  return found;
}

/** The rows of a set by place, the last of the order first in each. */
export function inOrder(order: Order, found: Bits, places: Uint8Array): Uint32Array {
  const newest = lastFirst(order, found);
  if (places.length === 0) return newest;
  const counts = new Uint32Array(PLACES);
  for (let at = 0; at < newest.length; at++) {
    const place = places[newest[at] ?? 0] ?? 0;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  if (counts[0] === newest.length) return newest;
  // Where the next row of each place goes.
  const ends = counts.map((_, place) => counts.subarray(0, place).reduce((sum, count) => sum + count, 0));
  const rows = new Uint32Array(newest.length);
  for (let at = 0; at < newest.length; at++) {
    const row = newest[at] ?? 0;
    const place = places[row] ?? 0;
    const end = ends[place] ?? 0;
    rows[end] = row;
    ends[place] = end + 1;
  }
  return rows;
}

/** How many kinds of `Rank` there are. */
const PLACES = 4;

function lastFirst(order: Order, found: Bits): Uint32Array {
  const rows = new Uint32Array(countBits(found));
  const sorted = order.rows();
  let end = 0;
  if (!order.isRising) {
    for (let at = sorted.length - 1; at >= 0; at--)
      if (hasBit(found, sorted[at] ?? 0)) rows[end++] = sorted[at] ?? 0;
    return rows;
  }
  for (let at = found.length - 1; at >= 0; at--) {
    for (let bits = found[at] ?? 0; bits !== 0; ) {
      const high = 31 - Math.clz32(bits);
      rows[end++] = (at << 5) + high;
      bits &= ~(1 << high);
    }
  }
  return rows;
}
