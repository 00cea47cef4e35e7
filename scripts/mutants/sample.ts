import { groupOf, STRICT } from './groups';
import type { Mutant } from './instrument';

/**
 * A sample that is the same for the same seed and sources: half of it in the strict groups, equally, so that each
 * has enough to be judged by; the other half in all other groups, by their size.
 */
export function sample(mutants: Mutant[], size: number, seed: number): Mutant[] {
  const groups = [...Map.groupBy(mutants, ({ file }) => groupOf(file))];
  const strict = groups.filter(([group]) => group in STRICT);
  const others = groups.filter(([group]) => !(group in STRICT));
  const all = others.reduce((sum, [, list]) => sum + list.length, 0);
  const half = strict.length > 0 && others.length > 0 ? size / 2 : size;
  const random = randomFrom(seed);
  return [
    ...strict.flatMap(([, list]) => some(list, half / strict.length, random)),
    ...others.flatMap(([, list]) => some(list, (half * list.length) / all, random)),
  ];
}

function some<T>(list: T[], count: number, random: () => number): T[] {
  const keyed = list.map((one) => ({ one, key: random() }));
  return keyed
    .sort((a, b) => a.key - b.key)
    .slice(0, Math.max(1, Math.round(count)))
    .map(({ one }) => one);
}

/** Mulberry32: small, and good enough to draw a sample. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
