import type { Bits } from './bitset';

/** Rows that stand together, and bits a text is told by. */
export const ROWS = 4096;
export const SLOTS = 2048;
const WORDS = ROWS / 32;

/**
 * Which rows may hold a word, without looking at their texts (a bit-sliced signature file): every sign and every two
 * neighbouring signs of a text set one of 2,048 bits, and a bit of all rows lies together. A row that holds the word has
 * all the bits of the word; one that has them may still not hold it, so what is found here is looked at. Bits that a former
 * text left behind do no harm.
 */
export class Signatures {
  readonly blocks: Bits[] = [];

  /** Takes in a text; signs of the border between fields are no part of it. */
  add(row: number, text: string): void {
    const block = row >>> 12;
    this.blocks[block] ??= new Uint32Array(SLOTS * WORDS);
    // It was made in the line before, unless rows were left out.
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

  /** The bits of the first rows of the first block, as `scatter` takes them: each slot begins a number of its own. */
  gathered(rows: number): Bits {
    const width = Math.ceil(rows / 32);
    const all = new Uint32Array(SLOTS * width);
    for (let slot = 0; slot < SLOTS; slot++)
      all.set(this.blocks[0]?.subarray(slot * WORDS, slot * WORDS + width) ?? [], slot * width);
    return all;
  }

  /** Takes a block as it was gathered. */
  scatter(block: number, rows: number, gathered: Bits): void {
    const width = Math.ceil(rows / 32);
    const bits = new Uint32Array(SLOTS * WORDS);
    // A full one lies as it is kept here.
    if (width === WORDS) bits.set(gathered);
    else
      for (let slot = 0; slot < SLOTS; slot++)
        bits.set(gathered.subarray(slot * width, (slot + 1) * width), slot * WORDS);
    this.blocks[block] = bits;
  }

  /** Of these rows those that may hold a word. */
  narrow(within: Bits, word: string): Bits {
    const slots = slotsOf(word);
    const found = within.slice();
    for (let start = 0; start < found.length; start += WORDS) {
      const bits = this.blocks[start / WORDS];
      const rows = found.subarray(start, start + WORDS);
      if (!bits) rows.fill(0);
      // Of a few the first stands for those that are not there.
      else
        for (let n = 0; n < slots.length; n += 3)
          cross(rows, bits, slots[n] ?? 0, slots[n + 1] ?? slots[n] ?? 0, slots[n + 2] ?? slots[n] ?? 0);
    }
    return found;
  }
}

/** Leaves of some rows those that have all three bits; without a question between, which would take longer than the answer. */
function cross(rows: Bits, bits: Bits, one: number, two: number, three: number): void {
  const a = bits.subarray(one * WORDS, (one + 1) * WORDS);
  const b = bits.subarray(two * WORDS, (two + 1) * WORDS);
  const c = bits.subarray(three * WORDS, (three + 1) * WORDS);
  for (let at = 0; at < rows.length; at++)
    rows[at] = (rows[at] ?? 0) & (a[at] ?? 0) & (b[at] ?? 0) & (c[at] ?? 0);
}

/** New line and carriage return: no folded text holds them. */
function isBorder(code: number): boolean {
  return code === 10 || code === 13;
}

/** Of one sign, or of two: a hash of eleven bits (multiplicative, Knuth 6.4). */
function slotOf(before: number, code: number): number {
  return (Math.imul(before, 0x9e_37_79_b1) ^ Math.imul(code + 1, 0x85_eb_ca_6b)) >>> 21;
}

/** Slots of a word that are looked at: with so many hardly a row is left that does not hold it. */
const MOST = 6;

/**
 * Those of its neighbours, then of its signs: two neighbours share their bit with 60 others, and where both signs are
 * lacking the text need not be looked at.
 */
function slotsOf(word: string): number[] {
  const codes = Array.from({ length: word.length }, (_, at) => word.charCodeAt(at));
  const twos = codes.slice(1).map((code, at) => slotOf(codes[at] ?? 0, code));
  return [...new Set([...twos, ...codes.map((code) => slotOf(0, code))])].slice(0, MOST);
}
