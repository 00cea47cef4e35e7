import type { Rank } from '../match-rank';
import type { Fold } from '../text/fold';
import type { Word } from '../text/word';
import { addAll, type Bits, countBits, filterBits, hasBit, without } from './bitset';
import type { IndexParts } from './evaluate';
import { matchNames } from './match-pinyin';
import type { Order } from './order';
import type { RecentWords } from './recent-words';

/**
 * The rows among these that contain a word. `places` gets the worst rank of all words of a filter, by row.
 */
export function findWord(
  { columns, signatures, fold, recent }: IndexParts & { fold: Fold; recent: RecentWords },
  word: Word,
  within: Bits,
  places: Uint8Array,
): Bits {
  const { texts, titleEnd } = columns;
  const put = (row: number, place: Rank) => {
    if (place > (places[row] ?? 0)) places[row] = place;
  };
  const found = filterBits(signatures.narrow(within, word.text), (row) => {
    const at = texts[row]?.indexOf(word.text) ?? -1;
    if (at >= 0) put(row, at + word.text.length <= (titleEnd[row] ?? 0) ? 0 : 1);
    return at >= 0;
  });
  if (!word.pinyinWord) return found;
  const placeOf = matchNames(columns, word.pinyinWord, fold);
  const more = filterBits(without(recent.narrow(word, within), found), (row) => {
    const place = placeOf(row);
    if (place) put(row, place);
    return place !== undefined;
  });
  addAll(found, more);
  recent.add(word, within, found);
  return found;
}

/** How many kinds of `Rank` there are. */
const PLACES = 4;

/** The rows of a set by rank, then in reverse order; without `places` all have the same rank. */
export function inOrder(order: Order, found: Bits, places: Uint8Array): Uint32Array {
  const count = countBits(found);
  const kinds = Array.from({ length: places.length > 0 ? PLACES : 1 }, () => new Uint32Array(count));
  const ends = new Uint32Array(kinds.length);
  const put = (row: number) => {
    const place = places[row] ?? 0;
    const end = ends[place] ?? 0;
    const rows = kinds[place];
    if (rows) rows[end] = row;
    ends[place] = end + 1;
  };
  if (order.isRising) eachLastFirst(found, put);
  else for (const row of order.rows().toReversed()) if (hasBit(found, row)) put(row);
  const [rows = new Uint32Array(0), ...rest] = kinds;
  let [end = 0] = ends;
  for (const [n, more] of rest.entries()) {
    const length = ends[n + 1] ?? 0;
    rows.set(more.subarray(0, length), end);
    end += length;
  }
  return rows;
}

/** The rows of a set, the highest number first. */
function eachLastFirst(rows: Bits, put: (row: number) => void): void {
  for (let at = rows.length - 1; at >= 0; at--) {
    for (let bits = rows[at] ?? 0; bits !== 0; ) {
      const high = 31 - Math.clz32(bits);
      put((at << 5) + high);
      bits &= ~(1 << high);
    }
  }
}
