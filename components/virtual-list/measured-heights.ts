/** How many measured heights are remembered. */
const MOST = 3000;

/** The last measured heights by key, in CSS pixels; the oldest are forgotten. */
export class MeasuredHeights {
  readonly #heights = new Map<string, number>();
  readonly #counts = new Map<number, number>();
  /** The most frequent height; undefined before any was measured. */
  usual: number | undefined;

  get(key: string): number | undefined {
    return this.#heights.get(key);
  }

  set(key: string, height: number): void {
    this.#forget(key);
    this.#heights.set(key, height);
    const count = this.#count(height, 1);
    if (this.usual === undefined || count > (this.#counts.get(this.usual) ?? 0)) this.usual = height;
    const [oldest] = this.#heights.size > MOST ? this.#heights.keys() : [];
    if (oldest !== undefined) this.#forget(oldest);
  }

  #forget(key: string): void {
    const height = this.#heights.get(key);
    if (height !== undefined) this.#count(height, -1);
    this.#heights.delete(key);
  }

  #count(height: number, by: 1 | -1): number {
    const count = (this.#counts.get(height) ?? 0) + by;
    if (count === 0) this.#counts.delete(height);
    else this.#counts.set(height, count);
    return count;
  }
}
