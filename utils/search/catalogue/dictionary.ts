import type { Fold } from '../fold';
import { type Finder, unitsOf } from '../spelling';

/** Values that many rows share, each once, and a number for each; 0 stands for none. */
export class Dictionary {
  readonly values: string[] = [''];
  readonly #folded: string[] = [''];
  readonly #ids = new Map<string, number>();
  /** The UTF-16 units of all folded values, and where each ends. */
  #units = new Uint16Array(0);
  readonly #ends: number[] = [0];

  constructor(values: Iterable<string> = []) {
    for (const value of values) this.idOf(value);
  }

  /** The number of a value; a new one is taken in. */
  idOf(value: string | undefined): number {
    if (value === undefined) return 0;
    let id = this.#ids.get(value);
    if (id === undefined) {
      id = this.values.length;
      this.values.push(value);
      this.#ids.set(value, id);
    }
    return id;
  }

  /** The number of a value that was taken in. */
  numberOf(value: string): number | undefined {
    return this.#ids.get(value);
  }

  /** The values as they are compared, at their numbers. */
  folded(fold: Fold): string[] {
    for (let id = this.#folded.length; id < this.values.length; id++)
      this.#folded.push(fold(this.values[id] ?? ''));
    return this.#folded;
  }

  /** For each number whether a word is spelled in its value. */
  spelling(find: Finder, fold: Fold): Uint8Array {
    const folded = this.folded(fold);
    if (this.#ends.length < folded.length) this.#keepUnits(folded);
    return Uint8Array.from(this.#ends, (end, id) =>
      id > 0 && find(this.#units, this.#ends[id - 1] ?? 0, end) ? 1 : 0,
    );
  }

  #keepUnits(folded: string[]): void {
    const more = unitsOf(folded.slice(this.#ends.length).join(''));
    const units = new Uint16Array(this.#units.length + more.length);
    units.set(this.#units);
    units.set(more, this.#units.length);
    this.#units = units;
    for (let id = this.#ends.length; id < folded.length; id++)
      this.#ends.push((this.#ends[id - 1] ?? 0) + (folded[id]?.length ?? 0));
  }

  /** For each number whether its value passes; none never does. */
  test(passes: (value: string) => boolean, fold?: Fold): Uint8Array {
    const flags = Uint8Array.from(fold ? this.folded(fold) : this.values, (value) => (passes(value) ? 1 : 0));
    flags[0] = 0;
    return flags;
  }
}
