/** A set of rows: one bit each, 32 to a number. */
export type Bits = Uint32Array<ArrayBuffer>;

/** An empty set for so many rows. */
export function emptyBits(rows: number): Bits {
  return new Uint32Array(Math.ceil(rows / 32));
}

/** The rows of a set that pass a test, in rising order. */
export function filterBits(within: Bits, test: (row: number) => boolean): Bits {
  const result = new Uint32Array(within.length);
  for (let at = 0; at < within.length; at++) {
    if (within[at] === 0) continue;
    let passed = 0;
    for (let bits = within[at] ?? 0; bits !== 0; bits &= bits - 1) {
      const bit = bits & -bits;
      if (test((at << 5) + 31 - Math.clz32(bit))) passed |= bit;
    }
    result[at] = passed;
  }
  return result;
}

/** Adds the rows of another set of the same size. */
export function addAll(bits: Bits, more: Bits): void {
  for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] ?? 0) | (more[at] ?? 0);
}

/** The rows of one set that are not in another of the same size. */
export function without(bits: Bits, other: Bits): Bits {
  return bits.map((some, at) => some & ~(other[at] ?? 0));
}

export function hasBit(bits: Bits, row: number): boolean {
  return (((bits[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;
}

export function setBit(bits: Bits, row: number, isIn: boolean): void {
  const mask = 1 << (row & 31);
  const some = bits[row >>> 5] ?? 0;
  bits[row >>> 5] = isIn ? some | mask : some & ~mask;
}

/** How many rows a set holds: bits counted in parallel (Warren, Hacker's Delight, 5-1). */
export function countBits(bits: Bits): number {
  let count = 0;
  for (let at = 0; at < bits.length; at++) {
    let some = bits[at] ?? 0;
    some -= (some >>> 1) & 0x55_55_55_55;
    some = (some & 0x33_33_33_33) + ((some >>> 2) & 0x33_33_33_33);
    some = (some + (some >>> 4)) & 0x0f_0f_0f_0f;
    count += Math.imul(some, 0x01_01_01_01) >>> 24;
  }
  return count;
}
