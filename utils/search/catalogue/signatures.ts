import type { Bits } from './bits';

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
    for (let block = 0; block * WORDS < found.length; block++) {
      const start = block * WORDS;
      const rows = found.subarray(start, start + WORDS);
      const bits = this.blocks[block];
      if (!bits) rows.fill(0);
      else slots.every((slot) => keepCommon(rows, bits, slot * WORDS));
    }
    return found;
  }
}

/** Leaves what is set in both; whether that is anything. */
function keepCommon(rows: Bits, bits: Bits, from: number): boolean {
  let all = 0;
  for (let at = 0; at < rows.length; at++) {
    const some = (rows[at] ?? 0) & (bits[from + at] ?? 0);
    rows[at] = some;
    all |= some;
  }
  return all !== 0;
}

/** New line and carriage return: no folded text holds them. */
function isBorder(code: number): boolean {
  return code === 10 || code === 13;
}

/** Of one sign, or of two: a hash of eleven bits (multiplicative, Knuth 6.4). */
function slotOf(before: number, code: number): number {
  return (Math.imul(before, 0x9e_37_79_b1) ^ Math.imul(code + 1, 0x85_eb_ca_6b)) >>> 21;
}

/**
 * Those of its neighbours, then of its signs: two neighbours share their bit with 60 others, and where both signs are
 * lacking the text need not be looked at.
 */
function slotsOf(word: string): number[] {
  const codes = Array.from({ length: word.length }, (_, at) => word.charCodeAt(at));
  const twos = codes.slice(1).map((code, at) => slotOf(codes[at] ?? 0, code));
  return [...new Set([...twos, ...codes.map((code) => slotOf(0, code))])];
}
