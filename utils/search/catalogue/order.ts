/** Rows by a comparison, kept while rows are added: what came last is sorted when the order is asked for. */
export class Order {
  #sorted: Uint32Array;
  #new: number[] = [];

  constructor(
    private readonly compare: (a: number, b: number) => number,
    sorted = new Uint32Array(0),
  ) {
    this.#sorted = sorted;
  }

  add(row: number): void {
    this.#new.push(row);
  }

  /** All rows, the least first. */
  rows(): Uint32Array {
    if (this.#new.length === 0) return this.#sorted;
    const more = this.#new.sort(this.compare);
    this.#new = [];
    this.#sorted = merged(this.#sorted, more, this.compare);
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
