import type { Trial } from './plan';

/** What the next run of a test is for: `active` is the mutant switched on, `trial` the one that is judged. */
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
 * One test for many mutants, one after another in one process. A mutant is killed if the test fails with it, passes
 * without it, and fails with it again: so neither leftovers of an earlier mutant nor a flaky test count as a kill.
 * If the test also fails without it, leftovers have spoilt the process.
 */
export class Trials {
  #at = -1;
  #phase: 'first' | 'without' | 'again' = 'again';

  constructor(private readonly trials: Trial[]) {}

  /** The next run; undefined if all have been tried. */
  next(): Try | undefined {
    if (this.#phase === 'again') {
      this.#at++;
      this.#phase = 'first';
      return this.#now(true);
    }
    this.#phase = this.#phase === 'first' ? 'without' : 'again';
    return this.#now(this.#phase === 'again');
  }

  /** Takes the result of the run that ended. */
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
