import type { Fold } from '../text/fold';
import { type Pinyin, unitsOf } from '../text/pinyin';
import type { PinyinWord } from '../text/word';
import { TextPool } from './text-pool';

/** Values shared by many rows, each stored once with an id; 0 stands for none. */
export class Dictionary {
  readonly values: string[] = [''];
  readonly #folded: string[] = [''];
  readonly #ids = new Map<string, number>();
  /** The folded values one after another, and where each ends. */
  readonly #units = new TextPool();
  readonly #ends: number[] = [0];

  constructor(values: Iterable<string> = []) {
    for (const value of values) this.idOf(value);
  }

  /** The id of a value; a new value is added. */
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

  /** The folded values, by id. */
  folded(fold: Fold): string[] {
    for (let id = this.#folded.length; id < this.values.length; id++)
      this.#folded.push(fold(this.values[id] ?? ''));
    return this.#folded;
  }

  /** For each id, whether a word matches its value by pinyin. */
  matchPinyin({ finder, pinyin }: PinyinWord, fold: Fold): Uint8Array {
    const read = this.read(pinyin, fold);
    const flags = new Uint8Array(this.#ends.length);
    for (let id = 1; id < flags.length; id++)
      if (finder.isIn(read, this.#ends[id - 1] ?? 0, this.#ends[id] ?? 0)) flags[id] = 1;
    return flags;
  }

  /** All folded values, translated for matching by pinyin, one after another. */
  read(pinyin: Pinyin, fold: Fold): Uint16Array {
    const fresh = this.folded(fold).slice(this.#ends.length);
    this.#units.add(unitsOf(fresh.join('')));
    for (const { length } of fresh) this.#ends.push((this.#ends.at(-1) ?? 0) + length);
    return this.#units.read(pinyin);
  }

  /** For each id, whether its value passes; id 0 never does. */
  test(passes: (value: string) => boolean, fold?: Fold): Uint8Array {
    const values = fold ? this.folded(fold) : this.values;
    const flags = new Uint8Array(values.length);
    for (let id = 1; id < values.length; id++) if (passes(values[id] ?? '')) flags[id] = 1;
    return flags;
  }
}
