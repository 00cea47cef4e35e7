/** Rows sorted by a comparison. Rows added out of order are sorted in when the order is next needed. */
export class Order {
  #sorted: Uint32Array = new Uint32Array(64);
  #size = 0;
  #new: number[] = [];
  /** Whether the order is that of the row numbers. */
  isRising = true;

  constructor(private readonly compare: (a: number, b: number) => number) {}

  add(row: number): void {
    const last = this.#sorted[this.#size - 1];
    if (this.#new.length > 0 || (last !== undefined && this.compare(last, row) > 0)) {
      this.#new.push(row);
      this.isRising = false;
      return;
    }
    if (this.#size === this.#sorted.length) {
      const more = new Uint32Array(this.#size * 2);
      more.set(this.#sorted);
      this.#sorted = more;
    }
    this.#sorted[this.#size++] = row;
  }

  /** All rows, the least first. */
  rows(): Uint32Array {
    const sorted = this.#sorted.subarray(0, this.#size);
    if (this.#new.length === 0) return sorted;
    const more = this.#new.sort(this.compare);
    this.#new = [];
    this.#sorted = merged(sorted, more, this.compare);
    this.#size = this.#sorted.length;
    return this.#sorted;
  }
}

function merged(a: Uint32Array, b: number[], compare: (a: number, b: number) => number): Uint32Array {
  const all = new Uint32Array(a.length + b.length);
  let at = 0;
  let from = 0;
  for (const row of b) {
    const place = placeOf(a, row, from, compare);
    all.set(a.subarray(from, place), at);
    at += place - from;
    all[at++] = row;
    from = place;
  }
  all.set(a.subarray(from), at);
  return all;
}

/** Where in sorted rows, from a place on, another belongs. */
function placeOf(
  rows: Uint32Array,
  row: number,
  from: number,
  compare: (a: number, b: number) => number,
): number {
  let [low, high] = [from, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(rows[middle] ?? 0, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
