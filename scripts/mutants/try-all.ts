import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Mutant } from './instrument';
import { linesSoFar, say } from './lines';
import {
  type Beat,
  type Cover,
  clean,
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

/** Longest total time of the tests that one mutant is tried with, in milliseconds without it. */
const BUDGET = 8000;

/** Most test files that are loaded again for a mutant in code that runs once, when a module is loaded. */
const MOST_LOADS = 3;

/** Longest test that is run for a mutant in such code, in milliseconds. */
const QUICK = 600;

/** How long a run of one test may take before its process is stopped, in milliseconds. */
const PATIENCE = 45_000;

/** A mutant to try: its result so far, and test files that need not be tried again. */
export type Tried = Mutant & { was: Status; done: Set<string> };

/** Tries mutants with the tests that reach them. */
export class Attempt {
  readonly #outcomes = new Map<string, Outcome>();
  /** Tests that may be run in a process of their own for one mutant. */
  readonly #quick = new Map<string, Record<string, number>>();

  constructor(
    private readonly tests: UnitTests,
    private readonly say: (words: string) => void,
  ) {}

  /** Every mutant with its result. */
  async all(mutants: Tried[], covers: Cover[]): Promise<Map<string, Outcome>> {
    clean();
    for (const { file, tests } of covers) {
      const quick = Object.values(tests).filter(({ ms }) => ms <= QUICK);
      this.#quick.set(file, Object.fromEntries(quick.map(({ name, ms }) => [name, ms])));
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

  /** All mutants that can be switched on while the tests run; those that spoilt a process are tried alone. */
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

  /** What is still to be tried in a file whose process ended early. */
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

  /** A mutant that spoilt a process is loaded with its tests again, apart from all others. */
  async #alone(spoilt: Spoilt[]): Promise<void> {
    for (const { mutant, file } of spoilt)
      if (this.#isOpen(mutant)) await this.#load(new Map([[file, [mutant]]]));
  }

  /** Mutants in code that runs once, when a module is loaded: the test files are loaded again for each. */
  async #loading(plans: Map<string, string[]>): Promise<void> {
    const mutants = [...plans.values()].flat();
    for (const mutant of mutants)
      if (this.#outcomes.get(mutant)?.status === 'NoCoverage')
        this.#outcomes.set(mutant, { status: 'Survived' });
    this.say(`${new Set(mutants).size} mutants in what runs once, ${plans.size} files of tests`);
    await this.#load(plans);
  }

  /** Loads test files with these mutants, one after another; if that spoils the process, each in its own. */
  async #load(plans: Map<string, string[]>): Promise<void> {
    const open = [...plans].map(([file, all]) => [file, all.filter((one) => this.#isOpen(one))] as const);
    const due = open.filter(([, mutants]) => mutants.length > 0);
    if (due.length === 0) return;
    for (const [file, mutants] of due)
      write(file, { kind: 'load', mutants: [...mutants], tests: this.#quick.get(file) ?? {} });
    const lines = await this.#run(due.map(([file]) => file));
    const isDone = (file: string) => lines.some((line) => line.is === 'done' && line.file === file);
    const rest = due.filter(([file, mutants]) => !isDone(file) && mutants.length > 1);
    const half = (all: readonly string[], which: 0 | 1) =>
      which === 0 ? all.slice(0, Math.ceil(all.length / 2)) : all.slice(Math.ceil(all.length / 2));
    for (const which of [0, 1] as const)
      await this.#load(new Map(rest.map(([file, mutants]) => [file, half(mutants, which)])));
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

/** Tests for each mutant: cheap ones that reach few mutants first, as many as there is time for. By file and test. */
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

/** Mutants that are reached while a test file is loaded, by file: the files that use their module most first. */
function loadPlans(mutants: Tried[], covers: Cover[]): Map<string, string[]> {
  const fileOf = new Map(mutants.map(({ id, file }) => [id, file]));
  const rank = covers.map((cover) => {
    const hits = new Set(Object.values(cover.tests).flatMap((one) => Object.keys(one.hits)));
    const ms = Object.values(cover.tests).reduce((sum, one) => sum + one.ms, 0);
    const loaded = new Set(cover.loaded);
    return { file: cover.file, loaded, use: Map.groupBy(hits, (id) => fileOf.get(id)), ms };
  });
  const plans = new Map<string, string[]>();
  for (const { id, file, done } of mutants) {
    const by = rank
      .filter((one) => one.loaded.has(id) && !done.has(one.file))
      .map((one) => ({ file: one.file, worth: ((one.use.get(file)?.length ?? 0) + 0.1) / (one.ms + 500) }))
      .sort((a, b) => b.worth - a.worth);
    for (const one of by.slice(0, MOST_LOADS)) plans.set(one.file, [...(plans.get(one.file) ?? []), id]);
  }
  return plans;
}

function write(file: string, plan: Plan): void {
  writeFileSync(fileFor('plan', file), JSON.stringify(plan));
}

/** Stops processes that take too long for one run of one test: an endless loop without a switch in it. */
function stopEndless(files: string[]): void {
  for (const file of files) {
    const at = fileFor('beat', file);
    if (!existsSync(at)) continue;
    const text = readFileSync(at, 'utf8');
    if (!text) continue;
    const { pid, mutant, at: since }: Beat = JSON.parse(text);
    if (Date.now() - since < PATIENCE) continue;
    rmSync(at);
    say({ file, mutant, is: 'timeout', by: 'no end' });
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended meanwhile.
    }
  }
}
