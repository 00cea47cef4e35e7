/** Values that many rows share, each once, and a number for each; 0 stands for none. */
export class Dictionary {
  readonly values: string[] = [''];
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

  /** For each number whether its value passes; none never does. */
  test(passes: (value: string) => boolean): Uint8Array {
    const flags = Uint8Array.from(this.values, (value) => (passes(value) ? 1 : 0));
    flags[0] = 0;
    return flags;
  }
}
