import type { SpelledWord } from '../text/collation';
import type { Fold } from '../text/fold';
import { type Spelling, unitsOf } from '../text/pinyin';
import { TextPool } from './text-pool';

/** Values that many rows share, each once, and a number for each; 0 stands for none. */
export class Dictionary {
  readonly values: string[] = [''];
  readonly #folded: string[] = [''];
  readonly #ids = new Map<string, number>();
  /** All folded values, and where each ends. */
  readonly #units = new TextPool();
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

  /** The values as they are compared, at their numbers. */
  folded(fold: Fold): string[] {
    for (let id = this.#folded.length; id < this.values.length; id++)
      this.#folded.push(fold(this.values[id] ?? ''));
    return this.#folded;
  }

  /** For each number whether a word is spelled in its value. */
  spelling({ finder, spelling }: SpelledWord, fold: Fold): Uint8Array {
    const read = this.read(spelling, fold);
    const flags = new Uint8Array(this.#ends.length);
    for (let id = 1; id < flags.length; id++)
      if (finder.isIn(read, this.#ends[id - 1] ?? 0, this.#ends[id] ?? 0)) flags[id] = 1;
    return flags;
  }

  /** All folded values as a spelling reads them, one behind the other. */
  read(spelling: Spelling, fold: Fold): Uint16Array {
    const fresh = this.folded(fold).slice(this.#ends.length);
    this.#units.add(unitsOf(fresh.join('')));
    for (const { length } of fresh) this.#ends.push((this.#ends.at(-1) ?? 0) + length);
    return this.#units.read(spelling);
  }

  /** For each number whether its value passes; none never does. */
  test(passes: (value: string) => boolean, fold?: Fold): Uint8Array {
    const values = fold ? this.folded(fold) : this.values;
    const flags = new Uint8Array(values.length);
    for (let id = 1; id < values.length; id++) if (passes(values[id] ?? '')) flags[id] = 1;
    return flags;
  }
}
