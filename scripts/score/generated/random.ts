/** Repeatable chance: the same seed makes the same page. */
export interface Random {
  /** A whole number from 0 to `below - 1`. */
  under(below: number): number;
  one<T>(values: readonly T[]): T;
  /** True in so many of a hundred cases. */
  chance(percent: number): boolean;
  shuffled<T>(values: readonly T[]): T[];
  /** A name that no page has. */
  name(): string;
}

export function randomOf(seed: number): Random {
  let state = (seed * 2_654_435_761) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const under = (below: number) => Math.floor(next() * below);
  const one = <T>(values: readonly T[]): T => {
    const value = values[under(values.length)];
    if (value === undefined) throw new RangeError('nothing to choose from');
    return value;
  };
  return {
    under,
    one,
    chance: (percent) => under(100) < percent,
    shuffled: (values) =>
      values
        .map((value) => [next(), value] as const)
        .sort(([a], [b]) => a - b)
        .map(([, value]) => value),
    name: () => `${one([...'bcdfghjkmnpqtvwxz'])}${(under(1e6) + 36).toString(36)}`,
  };
}
