import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hashOf } from './covers';
import type { Mutant } from './instrument';
import { FOLDER } from './plan';
import type { Outcome, Tried } from './try-all';

/** Records what was found, in one write, as several processes do this. */
interface Known {
  hash: string;
  /** Everything that was recorded in this run. */
  mutants: Record<string, Outcome & { tried: Record<string, string> }>;
}

const FILE = `${FOLDER}/memory.json`;

/** What the tests have killed so far, by file. */
export class Memory {
  readonly #known: Record<string, Known>;

  constructor(isFresh: boolean) {
    this.#known = !isFresh && existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
  }

  find(mutant: Mutant): Known['mutants'][string] | undefined {
    const known = this.#known[mutant.file];
    return known?.hash === hashOf(mutant.file) ? known.mutants[keyOf(mutant)] : undefined;
  }

  /** Those of the mutants that are to be tried, with what is known of them. */
  due(mutants: Mutant[], tests: Record<string, string>): Tried[] {
    return mutants.flatMap((mutant) => {
      const known = this.find(mutant);
      const isSame = (file: string | undefined) => file && known?.tried[file] === tests[file];
      if ((known?.status === 'Killed' || known?.status === 'Timeout') && isSame(known.test)) return [];
      const hasLived = known?.status === 'Survived' || known?.status === 'NoCoverage';
      // What was killed was not tried with the tests that would have come after.
      const done = new Set(hasLived ? Object.keys(known.tried).filter(isSame) : []);
      return [{ ...mutant, was: known?.status === 'Survived' ? 'Survived' : 'NoCoverage', done }];
    });
  }

  keep(mutant: Mutant, outcome: Outcome, tried: Record<string, string>): void {
    const hash = hashOf(mutant.file);
    const old = this.#known[mutant.file];
    const known = old?.hash === hash ? old : { hash, mutants: {} };
    this.#known[mutant.file] = known;
    known.mutants[keyOf(mutant)] = { ...outcome, tried };
  }

  write(): void {
    writeFileSync(FILE, JSON.stringify(this.#known));
  }
}

function keyOf({ mutator, replacement, location: { start, end } }: Mutant): string {
  return `${start.line}:${start.column}-${end.line}:${end.column} ${mutator} ${replacement}`;
}
