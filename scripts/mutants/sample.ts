import type { Mutant } from './instrument';
import { roomOf, STRICT } from './rooms';

/**
 * A sample that is the same for the same seed and the same sources: half of it in the strict rooms, equally, so that each
 * has enough to be judged by; the other half in all other rooms, by their size.
 */
export function sample(mutants: Mutant[], size: number, seed: number): Mutant[] {
  const rooms = [...Map.groupBy(mutants, ({ file }) => roomOf(file))];
  const strict = rooms.filter(([room]) => room in STRICT);
  const others = rooms.filter(([room]) => !(room in STRICT));
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
