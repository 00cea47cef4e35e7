import type { Pinyin } from '../text/pinyin';

/**
 * The UTF-16 units of many texts, one after another. Once they are needed for pinyin, they are replaced by its numbers.
 */
export class TextPool {
  #units = new Uint16Array(0);
  end = 0;
  #readEnd = 0;
  #by: Pinyin | undefined;

  /** Adds a text after the others. */
  add(units: Uint16Array): void {
    const end = this.end + units.length;
    if (end > this.#units.length) {
      const more = new Uint16Array(Math.max(1024, end, Math.ceil(this.#units.length * 1.5)));
      more.set(this.#units);
      this.#units = more;
    }
    this.#units.set(units, this.end);
    this.end = end;
  }

  /**
   * All of them, translated for pinyin.
   * @throws if they were translated by another instance; a page has only one
   */
  read(by: Pinyin): Uint16Array {
    this.readMore(by, this.end);
    return this.#units;
  }

  /** Translates at most so many more; returns whether any are left. */
  readMore(by: Pinyin, most: number): boolean {
    this.#by ??= by;
    if (this.#by !== by) throw new Error('another instance');
    const end = Math.min(this.end, this.#readEnd + most);
    const fresh = this.#units.subarray(this.#readEnd, end);
    by.read(fresh, fresh);
    this.#readEnd = end;
    return end < this.end;
  }
}
