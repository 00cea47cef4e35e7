import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { EvaluatedModules } from 'vite/module-runner';
import { describe, it, type RunnerTestCase, type RunnerTestFile, TestRunner } from 'vitest';
import { killed, say } from './lines';
import { type Beat, type Cover, fileFor, type Plan } from './plan';
import { switches } from './switches';
import { Trials } from './trials';

const PLAIN: Plan = { kind: 'cover' };

/** Name of the last loading, which has no mutant. */
const NONE = 'none';

/** What is loaded again: the project's own modules, not packages or the simulated browser. */
const OWN = /\/(utils|entrypoints|components|tests)\//;

/** The real clock: tests may replace it. */
const { setTimeout: later, clearTimeout: clearLater, setImmediate: soon } = globalThis;

/** Runs the tests of a file according to its plan. */
export default class MutantRunner extends TestRunner {
  readonly #switches = switches();
  #file = '';
  #plan: Plan = PLAIN;
  #trials: Trials | undefined;
  /** How long the current test may take, in milliseconds. */
  #longest = 10_000;
  #isOver = false;
  /** Mutants that a loading has killed, and the test that did. */
  readonly #gone = new Map<string, string>();
  readonly #tests: Cover['tests'] = {};

  override onCollectStart(file: RunnerTestFile): void {
    super.onCollectStart(file);
    this.#file = relative(process.cwd(), file.filepath).replaceAll('\\', '/');
    const plan = fileFor('plan', this.#file);
    // Written in this shape by the main process.
    this.#plan = existsSync(plan) ? (JSON.parse(readFileSync(plan, 'utf8')) as Plan) : PLAIN;
  }

  /** In a plan of loadings the tests of the file exist once for each of them. */
  override importFile(path: string, source: 'collect' | 'setup'): unknown {
    if (this.#plan.kind !== 'load' || source === 'setup') return super.importFile(path, source);
    const gone = killed();
    for (const mutant of [...this.#plan.mutants.filter((one) => !gone.has(one)), NONE])
      describe(mutant, () => this.#load(mutant, path));
    return undefined;
  }

  async #load(mutant: string, path: string): Promise<void> {
    this.#activate(mutant, 10_000);
    // Vitest passes it to every runner, but does not export its type.
    const { moduleRunner } = this as unknown as { moduleRunner: { evaluatedModules: EvaluatedModules } };
    for (const [id, node] of moduleRunner.evaluatedModules.idToModuleMap) {
      if (!OWN.test(id) || id.includes('/node_modules/')) continue;
      Object.assign(node, { promise: undefined, exports: undefined, evaluated: false });
      node.importers.clear();
    }
    try {
      await super.importFile(path, 'collect');
    } catch {
      this.#fails(mutant, 'it cannot be loaded');
      it('cannot be loaded', () => {});
    }
  }

  override async onBeforeRunTask(test: RunnerTestCase): Promise<void> {
    await super.onBeforeRunTask(test);
    if (test.mode !== 'run' && test.mode !== 'queued') return;
    if (this.#isOver) test.mode = 'skip';
    else if (this.#plan.kind === 'load') this.#prepareLoaded(test, this.#plan.tests[test.name]);
    else if (this.#plan.kind === 'switch') {
      const gone = killed();
      const plan = this.#plan.tests[test.id];
      const trials = plan?.trials.filter(({ mutant }) => !gone.has(mutant)) ?? [];
      if (trials.length === 0) test.mode = 'skip';
      this.#trials = new Trials(trials);
      this.#longest = 600 + 10 * (plan?.ms ?? 0);
      test.repeats = Number.POSITIVE_INFINITY;
    }
  }

  #prepareLoaded(test: RunnerTestCase, ms: number | undefined): void {
    const mutant = loadingOf(test);
    if (ms === undefined || this.#gone.has(mutant)) test.mode = 'skip';
    this.#longest = 600 + 10 * (ms ?? 0);
  }

  override onBeforeTryTask(test: RunnerTestCase, tries: { retry: number; repeats: number }): void {
    super.onBeforeTryTask(test, tries);
    if (this.#plan.kind === 'cover') this.#switches.currentTestId = test.id;
    if (this.#plan.kind === 'switch') this.#switch(test, tries.repeats > 0);
    if (this.#plan.kind === 'load') this.#activate(loadingOf(test), 1_000_000);
  }

  /** Many mutants make a test wait forever: it is stopped earlier than its own timeout. */
  async runTask(test: RunnerTestCase): Promise<void> {
    const work = TestRunner.getTestFn(test)();
    if (this.#plan.kind === 'cover') return work;
    const late = Promise.withResolvers<never>();
    const timer = later(() => late.reject(new Error('too long')), this.#longest);
    await Promise.race([work, late.promise]).finally(() => clearLater(timer));
  }

  override async onAfterRetryTask(
    test: RunnerTestCase,
    tries: { retry: number; repeats: number },
  ): Promise<void> {
    await super.onAfterRetryTask(test, tries);
    // What weak references have shown is not freed before the event loop turns: documents would pile up.
    await new Promise((turn) => soon(turn));
    this.#switches.currentTestId = undefined;
    if (this.#plan.kind === 'load' && test.result?.state === 'fail') this.#fails(loadingOf(test), test.name);
  }

  override onAfterRunTask(test: RunnerTestCase): void {
    super.onAfterRunTask(test);
    // A test that fails on its own, on a busy machine for example, proves nothing about a mutant.
    if (this.#plan.kind !== 'cover' || test.result?.state !== 'pass') return;
    const hits = this.#switches.mutantCoverage?.perTest[test.id] ?? {};
    this.#tests[test.id] = { name: test.name, ms: test.result?.duration ?? 0, hits };
  }

  override onAfterRunFiles(files: RunnerTestFile[]): void {
    super.onAfterRunFiles(files);
    const file = this.#file;
    if (this.#plan.kind === 'cover') {
      const loaded = Object.keys(this.#switches.mutantCoverage?.static ?? {});
      const cover: Cover = { file, loaded, tests: this.#tests };
      writeFileSync(fileFor('cover', file), JSON.stringify(cover));
    }
    if (this.#isOver) return;
    for (const [mutant, by] of this.#gone) say({ file, mutant, is: 'killed', by });
    say({ file, is: 'done' });
  }

  /** A loading failed; if it had no mutant, all results of this process are void. */
  #fails(mutant: string, by: string): void {
    if (mutant !== NONE) this.#gone.set(mutant, by);
    else if (!this.#isOver) {
      this.#isOver = true;
      say({ file: this.#file, is: 'worthless' });
    }
  }

  /** Switches to the next mutant, or to none; ends the test if nothing is left to try. */
  #switch(test: RunnerTestCase, isAfterOne: boolean): void {
    const file = this.#file;
    const trials = this.#trials;
    if (!trials || !test.result) return;
    if (isAfterOne) {
      const hasFailed = test.result.attempts?.at(-1)?.state === 'fail';
      const verdict = trials.judge(hasFailed);
      const isEndless = (this.#switches.hitCount ?? 0) > (this.#switches.hitLimit ?? 0);
      if (verdict?.is === 'killed')
        say({ file, mutant: verdict.mutant, is: isEndless ? 'timeout' : 'killed', by: test.name });
      if (verdict?.is === 'spoilt') say({ file, mutant: verdict.mutant, is: 'spoilt' });
      this.#isOver ||= verdict?.is === 'spoilt';
    }
    // What earlier attempts left behind would grow with every mutant.
    if (test.result.attempts) test.result.attempts.length = 0;
    const next = this.#isOver ? undefined : trials.next();
    this.#activate(next?.active, next?.most ?? 0, next?.trial);
    if (!next && !this.#isOver) say({ file, test: test.id, is: 'finished' });
    if (!next) test.context.skip();
  }

  #activate(mutant: string | undefined, most: number, trial = mutant): void {
    this.#switches.activeMutant = mutant;
    this.#switches.hitCount = 0;
    this.#switches.hitLimit = most;
    if (trial === undefined) return;
    const beat: Beat = { pid: process.pid, file: this.#file, mutant: trial, at: Date.now() };
    writeFileSync(fileFor('beat', this.#file), JSON.stringify(beat));
  }
}

/** The mutant with which a test was loaded: the name of the outermost group around it. */
function loadingOf(test: RunnerTestCase): string {
  let name = '';
  for (let at = test.suite; at && at !== test.file; at = at.suite) name = at.name;
  return name;
}
