/** A list whose items may be created lazily; any array is one. */
export interface List<T> extends Iterable<T> {
  readonly length: number;
  at(index: number): T | undefined;
}

/** A list that turns numbers into items when they are accessed. */
export function listOver<T>(numbers: Uint32Array, make: (number: number) => T): List<T> {
  return {
    length: numbers.length,
    at(index) {
      const number = numbers.at(index);
      return number === undefined ? undefined : make(number);
    },
    *[Symbol.iterator]() {
      for (const number of numbers) yield make(number);
    },
  };
}
