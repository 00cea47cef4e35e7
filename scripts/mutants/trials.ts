import type { Trial } from './plan';

/** What the next run of a test is for: `active` is switched on, `trial` is what it is about. */
export interface Try {
  active: string | undefined;
  trial: string;
  most: number;
}

export interface Verdict {
  mutant: string;
  is: 'killed' | 'spoilt';
}

/**
 * One test for many mutants, one after another in one process. A mutant is killed where the test fails with it, passes
 * without it, and fails with it again: so neither what an earlier mutant left behind nor a test that fails now and then
 * counts as a kill. Where it fails without it too, what was left behind has spoilt the process.
 */
export class Trials {
  #at = -1;
  #phase: 'first' | 'without' | 'again' = 'again';

  constructor(private readonly trials: Trial[]) {}

  /** The next run; undefined where all are tried. */
  next(): Try | undefined {
    if (this.#phase === 'again') {
      this.#at++;
      this.#phase = 'first';
      return this.#now(true);
    }
    this.#phase = this.#phase === 'first' ? 'without' : 'again';
    return this.#now(this.#phase === 'again');
  }

  /** What the run that ended says. */
  judge(hasFailed: boolean): Verdict | undefined {
    const mutant = this.trials[this.#at]?.mutant ?? '';
    if (this.#phase === 'without') return hasFailed ? { mutant, is: 'spoilt' } : undefined;
    const isKilled = hasFailed && this.#phase === 'again';
    if (isKilled || !hasFailed) this.#phase = 'again';
    return isKilled ? { mutant, is: 'killed' } : undefined;
  }

  #now(isOn: boolean): Try | undefined {
    const trial = this.trials[this.#at];
    return trial && { active: isOn ? trial.mutant : undefined, trial: trial.mutant, most: trial.most };
  }
}
