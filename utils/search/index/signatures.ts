import type { Bits } from './bitset';

/** Rows in a block, and bits in a signature. */
export const ROWS = 4096;
export const SLOTS = 2048;
const WORDS = ROWS / 32;

/**
 * Tells which rows may contain a word without looking at their texts (a bit-sliced signature file): every character and
 * every two neighbouring characters of a text set one of 2,048 bits, stored bit by bit for all rows. A row that contains
 * the word has all of its bits; a row that has them may not contain it, so its text is checked. Bits left by former texts
 * do no harm.
 */
export class Signatures {
  readonly blocks: Bits[] = [];

  /** Adds the text of a row; separators between fields do not count. */
  add(row: number, text: string): void {
    const block = row >>> 12;
    this.blocks[block] ??= new Uint32Array(SLOTS * WORDS);
    // Made in the line above, unless rows were skipped.
    const bits = this.blocks[block];
    const word = (row & (ROWS - 1)) >>> 5;
    const mask = 1 << (row & 31);
    let before = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (isBorder(code)) before = 0;
      else {
        const one = slotOf(0, code) * WORDS + word;
        bits[one] = (bits[one] ?? 0) | mask;
        if (before !== 0) {
          const two = slotOf(before, code) * WORDS + word;
          bits[two] = (bits[two] ?? 0) | mask;
        }
        before = code;
      }
    }
  }

  /** The bits of the first rows of the first block, for `scatter`: each slot begins with a new number. */
  gathered(rows: number): Bits {
    const width = Math.ceil(rows / 32);
    const all = new Uint32Array(SLOTS * width);
    for (let slot = 0; slot < SLOTS; slot++)
      all.set(this.blocks[0]?.subarray(slot * WORDS, slot * WORDS + width) ?? [], slot * width);
    return all;
  }

  /** Restores a block from `gathered`. */
  scatter(block: number, rows: number, gathered: Bits): void {
    const width = Math.ceil(rows / 32);
    const bits = new Uint32Array(SLOTS * WORDS);
    // A full block has the same layout.
    if (width === WORDS) bits.set(gathered);
    else
      for (let slot = 0; slot < SLOTS; slot++)
        bits.set(gathered.subarray(slot * width, (slot + 1) * width), slot * WORDS);
    this.blocks[block] = bits;
  }

  /** Those of these rows that may contain a word. */
  narrow(within: Bits, word: string): Bits {
    const slots = slotsOf(word);
    const found = within.slice();
    for (let start = 0; start < found.length; start += WORDS) {
      const bits = this.blocks[start / WORDS];
      const rows = found.subarray(start, start + WORDS);
      if (!bits) rows.fill(0);
      // With fewer than three left, the first is repeated.
      else
        for (let n = 0; n < slots.length; n += 3)
          cross(rows, bits, slots[n] ?? 0, slots[n + 1] ?? slots[n] ?? 0, slots[n + 2] ?? slots[n] ?? 0);
    }
    return found;
  }
}

/** Keeps only rows that have all three bits; without branches, which would take longer. */
function cross(rows: Bits, bits: Bits, one: number, two: number, three: number): void {
  const a = bits.subarray(one * WORDS, (one + 1) * WORDS);
  const b = bits.subarray(two * WORDS, (two + 1) * WORDS);
  const c = bits.subarray(three * WORDS, (three + 1) * WORDS);
  for (let at = 0; at < rows.length; at++)
    rows[at] = (rows[at] ?? 0) & (a[at] ?? 0) & (b[at] ?? 0) & (c[at] ?? 0);
}

/** New line and carriage return separate fields and tags; they occur in no folded text. */
function isBorder(code: number): boolean {
  return code === 10 || code === 13;
}

/** A hash of eleven bits for one character or two (multiplicative, Knuth 6.4). */
function slotOf(before: number, code: number): number {
  return (Math.imul(before, 0x9e_37_79_b1) ^ Math.imul(code + 1, 0x85_eb_ca_6b)) >>> 21;
}

/** Slots of a word that are checked: with so many, hardly a row is left that does not contain it. */
const MOST = 6;

/**
 * The slots of its pairs of characters, then of single ones. A pair is rarer and so excludes more rows.
 */
function slotsOf(word: string): number[] {
  const codes = Array.from({ length: word.length }, (_, at) => word.charCodeAt(at));
  const twos = codes.slice(1).map((code, at) => slotOf(codes[at] ?? 0, code));
  return [...new Set([...twos, ...codes.map((code) => slotOf(0, code))])].slice(0, MOST);
}
