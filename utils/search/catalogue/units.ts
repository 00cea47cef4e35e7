import type { Spelling } from '../spelling';

/** The UTF-16 units of many texts, one behind the other, and how they are read once that is asked for. */
export class Units {
  #units = new Uint16Array(0);
  end = 0;
  #read = new Uint16Array(0);
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

  /** All of them as a spelling reads them. */
  read(by: Spelling): Uint16Array {
    this.readMore(by, this.end);
    return this.#read;
  }

  /** Reads at most so many that were not read yet; whether more are left. */
  readMore(by: Spelling, most: number): boolean {
    if (this.#by !== by) this.#readEnd = 0;
    this.#by = by;
    if (this.#read.length < this.end) {
      const more = new Uint16Array(this.#units.length);
      more.set(this.#read);
      this.#read = more;
    }
    const end = Math.min(this.end, this.#readEnd + most);
    by.read(this.#units.subarray(this.#readEnd, end), this.#read.subarray(this.#readEnd));
    this.#readEnd = end;
    return end < this.end;
  }
}
