import type { Fold } from '../fold';

/** Values that many rows share, each once, and a number for each; 0 stands for none. */
export class Dictionary {
  readonly values: string[] = [''];
  readonly #folded: string[] = [''];
  readonly #ids = new Map<string, number>();

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

  /** For each number whether its value passes; none never does. */
  test(passes: (value: string) => boolean, fold?: Fold): Uint8Array {
    const flags = Uint8Array.from(fold ? this.folded(fold) : this.values, (value) => (passes(value) ? 1 : 0));
    flags[0] = 0;
    return flags;
  }
}
