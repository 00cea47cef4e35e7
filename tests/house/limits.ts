/** Something with a size: a file by its lines or exports, a function by its lines. */
export interface Sized {
  name: string;
  size: number;
}

/** What is over a limit, by how much, largest first. */
export function overLimit(all: Sized[], limit: number): string[] {
  return all
    .filter(({ size }) => size > limit)
    .sort((a, b) => b.size - a.size)
    .map(({ name, size }) => `${name}: ${size}, over by ${size - limit}`);
}

/**
 * Whether a share of all is within a limit: empty if so, otherwise how many more must come down to it, and those that are
 * nearest to it.
 * @param share 0.9 where nine of ten must be within the limit
 */
export function overShare(all: Sized[], share: number, limit: number): string[] {
  const over = all.filter(({ size }) => size > limit).sort((a, b) => a.size - b.size);
  const excess = over.length - (all.length - 1 - Math.floor((all.length - 1) * share));
  if (excess <= 0) return [];
  return [
    `${excess} too many are over ${limit}; the nearest to it:`,
    ...over.slice(0, excess + 4).map(({ name, size }) => `${name}: ${size}`),
  ];
}
