import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Mutant } from './instrument';
import {
  type Beat,
  type Cover,
  FOLDER,
  fileFor,
  LINES,
  type Line,
  type Plan,
  type TestPlan,
  type Trial,
} from './plan';
import type { UnitTests } from './tests';

export type Status = 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage';

export interface Outcome {
  status: Status;
  /** Name of the test that killed it, and its file. */
  by?: string;
  test?: string;
}

/** Longest time in the tests that one mutant is tried for, in milliseconds as they took without it. */
const BUDGET = 2500;

/** Most files of tests that are loaded anew for a mutant in what runs once, when a module is loaded. */
const MOST_LOADS = 6;

/** Longest test that is run for a mutant in what runs once, in milliseconds. */
const QUICK = 600;

/** How long a run of one test may last before its process is stopped, in milliseconds. */
const PATIENCE = 45_000;

/** A mutant that is to be tried: what it was so far, and files of tests that need not be tried once more. */
export type Tried = Mutant & { was: Status; done: Set<string> };

/** Tries mutants with the tests that reach them. */
export class Attempt {
  readonly #outcomes = new Map<string, Outcome>();
  /** Tests that may be run in a process of their own for one mutant. */
  readonly #quick = new Map<string, string[]>();

  constructor(
    private readonly tests: UnitTests,
    private readonly say: (words: string) => void,
  ) {}

  /** Every mutant with what became of it. */
  async all(mutants: Tried[], covers: Cover[]): Promise<Map<string, Outcome>> {
    clean();
    for (const { file, tests } of covers) {
      const quick = Object.entries(tests).filter(([, { ms }]) => ms <= QUICK);
      this.#quick.set(
        file,
        quick.map(([test]) => test),
      );
    }
    writeFileSync(LINES, '');
    for (const { id, was } of mutants) this.#outcomes.set(id, { status: was });
    const plans = switchPlans(mutants, covers);
    for (const tests of plans.values())
      for (const trial of Object.values(tests).flatMap(({ trials }) => trials))
        this.#outcomes.set(trial.mutant, { status: 'Survived' });
    await this.#switching(plans);
    await this.#loading(loadPlans(mutants, covers));
    return this.#outcomes;
  }

  /** All mutants that can be switched on while the tests run; what spoilt a process is tried alone. */
  async #switching(plans: Map<string, Record<string, TestPlan>>): Promise<void> {
    for (let round = 1; plans.size > 0; round++) {
      for (const [file, tests] of plans) write(file, { kind: 'switch', tests });
      this.say(`round ${round}: ${plans.size} files of tests`);
      const lines = await this.#run([...plans.keys()]);
      const spoilt = lines.filter((line) => line.is === 'spoilt');
      for (const [file, tests] of plans) {
        if (lines.some((line) => line.is === 'done' && line.file === file)) plans.delete(file);
        else plans.set(file, this.#rest(file, tests, lines, spoilt));
        if (Object.keys(plans.get(file) ?? {}).length === 0) plans.delete(file);
      }
      await this.#alone(spoilt);
      if (round > 40) throw new Error(`no end of ${[...plans.keys()].join()}`);
    }
  }

  /** What is still to be tried in a file whose process ended before its time. */
  #rest(file: string, tests: Record<string, TestPlan>, lines: Line[], spoilt: Spoilt[]) {
    const finished = new Set(
      lines.flatMap((line) => (line.is === 'finished' && line.file === file ? [line.test] : [])),
    );
    const apart = new Set(spoilt.filter((line) => line.file === file).map((line) => line.mutant));
    const open = ({ mutant }: Trial) => !apart.has(mutant) && this.#isOpen(mutant);
    const rest = Object.entries(tests).filter(([test]) => !finished.has(test));
    const left = rest.map(([test, { ms, trials }]) => [test, { ms, trials: trials.filter(open) }] as const);
    return Object.fromEntries(left.filter(([, { trials }]) => trials.length > 0));
  }

  async #alone(spoilt: Spoilt[]): Promise<void> {
    const open = spoilt.filter(({ mutant }) => this.#isOpen(mutant));
    await this.#inTurns(
      new Map(
        Map.groupBy(open, ({ mutant }) => mutant)
          .entries()
          .map(([mutant, lines]) => [mutant, lines.map(({ file }) => file)]),
      ),
    );
  }

  /** Mutants in what runs once: the files of tests are loaded anew for each. */
  async #loading(plans: Map<string, string[]>): Promise<void> {
    for (const mutant of plans.keys()) {
      if (this.#outcomes.get(mutant)?.status === 'NoCoverage')
        this.#outcomes.set(mutant, { status: 'Survived' });
      if (!this.#isOpen(mutant)) plans.delete(mutant);
    }
    this.say(`${plans.size} mutants in what runs once`);
    await this.#inTurns(plans);
  }

  /** Loads files of tests with one mutant each, as many at once as there are files. */
  async #inTurns(plans: Map<string, string[]>): Promise<void> {
    for (;;) {
      const turn = new Map<string, string>();
      for (const [mutant, files] of plans) {
        const at = this.#isOpen(mutant) ? files.findIndex((file) => !turn.has(file)) : -1;
        const [file] = at < 0 ? [] : files.splice(at, 1);
        if (file !== undefined) turn.set(file, mutant);
        if (files.length === 0 || !this.#isOpen(mutant)) plans.delete(mutant);
      }
      if (turn.size === 0) return;
      for (const [file, mutant] of turn)
        write(file, { kind: 'static', mutant, tests: this.#quick.get(file) ?? [] });
      await this.#run([...turn.keys()]);
    }
  }

  async #run(files: string[]): Promise<Line[]> {
    const before = linesSoFar().length;
    const watch = setInterval(() => stopEndless(files), 5000);
    await this.tests.run(files).finally(() => clearInterval(watch));
    const lines = linesSoFar().slice(before);
    for (const line of lines) {
      if (line.is !== 'killed' && line.is !== 'timeout') continue;
      const status = line.is === 'killed' ? 'Killed' : 'Timeout';
      this.#outcomes.set(line.mutant, { status, by: line.by, test: line.file });
    }
    return lines;
  }

  #isOpen(mutant: string): boolean {
    return this.#outcomes.get(mutant)?.status === 'Survived';
  }
}

type Spoilt = Extract<Line, { is: 'spoilt' }>;

/** Tests for each mutant: the cheap ones that reach little first, as many as there is time for. By file and test. */
function switchPlans(mutants: Tried[], covers: Cover[]): Map<string, Record<string, TestPlan>> {
  const wanted = new Map(mutants.map((mutant) => [mutant.id, mutant.done]));
  const reach = new Map<string, { file: string; test: string; ms: number; most: number; worth: number }[]>();
  for (const { file, tests } of covers)
    for (const [test, { ms, hits }] of Object.entries(tests)) {
      const worth = (ms + 1) * Object.keys(hits).length;
      for (const [mutant, times] of Object.entries(hits))
        if (wanted.get(mutant)?.has(file) === false)
          reach.set(mutant, [
            ...(reach.get(mutant) ?? []),
            { file, test, ms, worth, most: times * 100 + 1000 },
          ]);
    }
  const plans = new Map<string, Record<string, TestPlan>>();
  for (const [mutant, all] of reach) {
    let spent = 0;
    for (const { file, test, ms, most } of all.sort((a, b) => a.worth - b.worth)) {
      if (spent > 0 && spent + ms > BUDGET) continue;
      spent += ms;
      const tests = plans.get(file) ?? {};
      plans.set(file, tests);
      tests[test] = { ms, trials: [...(tests[test]?.trials ?? []), { mutant, most }] };
    }
  }
  const cost = (file: string) =>
    Object.values(covers.find((one) => one.file === file)?.tests ?? {}).reduce((sum, { ms }) => sum + ms, 0);
  return new Map([...plans].sort(([a], [b]) => cost(a) - cost(b)));
}

/** Files of tests for each mutant that is reached while they are loaded: those that use its module most. */
function loadPlans(mutants: Tried[], covers: Cover[]): Map<string, string[]> {
  const fileOf = new Map(mutants.map(({ id, file }) => [id, file]));
  const plans = new Map<string, string[]>();
  const rank = covers.map((cover) => {
    const hits = Object.values(cover.tests).flatMap(({ hits }) => Object.keys(hits));
    const loaded = new Set(cover.loaded);
    const ms = Object.values(cover.tests).reduce((sum, one) => sum + one.ms, 0);
    return { file: cover.file, loaded, use: Map.groupBy(new Set(hits), (id) => fileOf.get(id)), ms };
  });
  for (const { id, file, done } of mutants) {
    const by = rank
      .filter((one) => one.loaded.has(id) && !done.has(one.file))
      .map((one) => ({ file: one.file, worth: ((one.use.get(file)?.length ?? 0) + 0.1) / (one.ms + 500) }))
      .sort((a, b) => b.worth - a.worth);
    if (by.length > 0)
      plans.set(
        id,
        by.slice(0, MOST_LOADS).map((one) => one.file),
      );
  }
  return plans;
}

function write(file: string, plan: Plan): void {
  writeFileSync(fileFor('plan', file), JSON.stringify(plan));
}

function clean(): void {
  for (const name of readdirSync(FOLDER).filter((one) => /^(plan|beat)-/.test(one)))
    rmSync(`${FOLDER}/${name}`);
}

function linesSoFar(): Line[] {
  return readFileSync(LINES, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): Line => JSON.parse(line));
}

/** Stops processes that have been busy with one run of one test for too long: an endless loop without a switch in it. */
function stopEndless(files: string[]): void {
  for (const file of files) {
    const at = fileFor('beat', file);
    if (!existsSync(at)) continue;
    const text = readFileSync(at, 'utf8');
    if (!text) continue;
    const { pid, mutant, at: since }: Beat = JSON.parse(text);
    if (Date.now() - since < PATIENCE) continue;
    rmSync(at);
    writeFileSync(LINES, `${JSON.stringify({ file, mutant, is: 'timeout', by: 'no end' })}\n`, { flag: 'a' });
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended meanwhile.
    }
  }
}
