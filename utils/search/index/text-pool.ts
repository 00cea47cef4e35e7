import type { Spelling } from '../text/pinyin';

/**
 * The UTF-16 units of many texts, one behind the other; once it is asked how they are read, the numbers of that stand in
 * their place.
 */
export class TextPool {
  #units = new Uint16Array(0);
  end = 0;
  #readEnd = 0;
  #by: Spelling | undefined;

  /** Adds a text; it begins where the ones before ended. */
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
   * All of them as a spelling reads them.
   * @throws where another spelling has read them: there is one for as long as a page is open
   */
  read(by: Spelling): Uint16Array {
    this.readMore(by, this.end);
    return this.#units;
  }

  /** Reads at most so many that were not read yet; whether more are left. */
  readMore(by: Spelling, most: number): boolean {
    this.#by ??= by;
    if (this.#by !== by) throw new Error('read by another spelling before');
    const end = Math.min(this.end, this.#readEnd + most);
    const fresh = this.#units.subarray(this.#readEnd, end);
    by.read(fresh, fresh);
    this.#readEnd = end;
    return end < this.end;
  }
}
