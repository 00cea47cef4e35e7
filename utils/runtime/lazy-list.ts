/** A list whose items may be made only when they are looked at; any array is one. */
export interface List<T> extends Iterable<T> {
  readonly length: number;
  at(index: number): T | undefined;
}

/** A list over numbers: each is made into an item when it is looked at. */
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
