/**
 * Positions of the rows of a long list: every row has the usual height, except for those measured to differ. The cost depends
 * on how many were measured, not on the length of the list. All in CSS pixels.
 */
export class Heights {
  readonly #differences = new Map<number, number>();
  /** The differing rows in order, and the sum of differences up to each; recomputed after a change. */
  #rows: number[] | undefined;
  #sums: number[] = [];

  constructor(
    readonly count: number,
    readonly usual: number,
  ) {}

  /** Sets the measured height of a row; returns by how much it grew. */
  set(row: number, height: number): number {
    const difference = height - this.usual;
    const before = this.#differences.get(row) ?? 0;
    if (difference === before) return 0;
    if (difference === 0) this.#differences.delete(row);
    else this.#differences.set(row, difference);
    this.#rows = undefined;
    return difference - before;
  }

  /** Where a row begins; for the row after the last, where the list ends. */
  top(row: number): number {
    const before = this.#before(row);
    return row * this.usual + (before === 0 ? 0 : (this.#sums[before - 1] ?? 0));
  }

  get total(): number {
    return this.top(this.count);
  }

  /** The row at this height; the first or last if it is outside. */
  at(height: number): number {
    let [low, high] = [0, Math.max(0, this.count - 1)];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.top(middle) <= height) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** How many differing rows are before this one. */
  #before(row: number): number {
    const rows = this.#sorted();
    let [low, high] = [0, rows.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((rows[middle] ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #sorted(): number[] {
    if (this.#rows) return this.#rows;
    let sum = 0;
    this.#rows = [...this.#differences.keys()].sort((a, b) => a - b);
    this.#sums = this.#rows.map((row) => (sum += this.#differences.get(row) ?? 0));
    return this.#rows;
  }
}
