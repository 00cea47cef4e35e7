import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { type RunnerTestCase, type RunnerTestFile, TestRunner } from 'vitest';
import { type Beat, type Cover, fileFor, LINES, type Line, type Plan } from './plan';
import { Trials } from './trials';

/** What instrumented sources read and write (`@stryker-mutator/instrumenter`). */
interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number;
  hitLimit?: number;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

const PLAIN: Plan = { kind: 'cover' };

/** The clock as it is: tests may put it away. */
const { setTimeout: later, clearTimeout: clearLater } = globalThis;

/** Runs the tests of a file as its plan says. */
export default class MutantRunner extends TestRunner {
  readonly #switches: Switches = switches();
  #file = '';
  #plan: Plan = PLAIN;
  #trials: Trials | undefined;
  /** How long the test may take now, in milliseconds. */
  #longest = Number.POSITIVE_INFINITY;
  #isOver = false;
  readonly #tests: Cover['tests'] = {};

  override onCollectStart(file: RunnerTestFile): void {
    super.onCollectStart(file);
    this.#file = relative(process.cwd(), file.filepath).replaceAll('\\', '/');
    const plan = fileFor('plan', this.#file);
    // The one who leads has written it, in this shape.
    this.#plan = existsSync(plan) ? (JSON.parse(readFileSync(plan, 'utf8')) as Plan) : PLAIN;
    if (this.#plan.kind !== 'static') return;
    this.#switches.activeMutant = this.#plan.mutant;
    this.#beat(this.#plan.mutant);
  }

  override async onBeforeRunTask(test: RunnerTestCase): Promise<void> {
    await super.onBeforeRunTask(test);
    if (test.mode !== 'run') return;
    const isOut = this.#plan.kind === 'static' && !this.#plan.tests.includes(test.id);
    if (this.#isOver || isOut) test.mode = 'skip';
    if (this.#plan.kind !== 'switch' || this.#isOver) return;
    const gone = killed();
    const plan = this.#plan.tests[test.id];
    const trials = plan?.trials.filter(({ mutant }) => !gone.has(mutant)) ?? [];
    if (trials.length === 0) test.mode = 'skip';
    this.#trials = new Trials(trials);
    this.#longest = 600 + 10 * (plan?.ms ?? 0);
    test.repeats = Number.POSITIVE_INFINITY;
  }

  override onBeforeTryTask(test: RunnerTestCase, tries: { retry: number; repeats: number }): void {
    super.onBeforeTryTask(test, tries);
    if (this.#plan.kind === 'cover') this.#switches.currentTestId = test.id;
    if (this.#plan.kind === 'switch') this.#switch(test, tries.repeats > 0);
  }

  /** Many mutants make a test wait for what never comes: it is given up sooner than by itself. */
  async runTask(test: RunnerTestCase): Promise<void> {
    const work = TestRunner.getTestFn(test)();
    if (this.#plan.kind !== 'switch') return work;
    const late = Promise.withResolvers<never>();
    const timer = later(() => late.reject(new Error('too long')), this.#longest);
    await Promise.race([work, late.promise]).finally(() => clearLater(timer));
  }

  override async onAfterRetryTask(
    test: RunnerTestCase,
    tries: { retry: number; repeats: number },
  ): Promise<void> {
    await super.onAfterRetryTask(test, tries);
    this.#switches.currentTestId = undefined;
    if (this.#plan.kind !== 'static' || test.result?.state !== 'fail' || this.#isOver) return;
    this.#isOver = true;
    say({ file: this.#file, mutant: this.#plan.mutant, is: 'killed', by: test.name });
  }

  override onAfterRunTask(test: RunnerTestCase): void {
    super.onAfterRunTask(test);
    if (this.#plan.kind !== 'cover') return;
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
    const isBroken = files.some(({ result }) => result?.state === 'fail');
    if (this.#plan.kind === 'static' && isBroken && !this.#isOver)
      say({ file, mutant: this.#plan.mutant, is: 'killed', by: 'it cannot be loaded' });
    if (!this.#isOver || this.#plan.kind === 'static') say({ file, is: 'done' });
  }

  /** Switches to the next mutant, or to none; ends the test where there is nothing more to try. */
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
    // What earlier attempts left would grow with every mutant.
    if (test.result.attempts) test.result.attempts.length = 0;
    const next = this.#isOver ? undefined : trials.next();
    this.#switches.activeMutant = next?.active;
    this.#switches.hitCount = 0;
    this.#switches.hitLimit = next?.most ?? Number.POSITIVE_INFINITY;
    if (next) this.#beat(next.trial);
    else if (!this.#isOver) say({ file, test: test.id, is: 'finished' });
    if (!next) test.context.skip();
  }

  #beat(mutant: string): void {
    const beat: Beat = { pid: process.pid, file: this.#file, mutant, at: Date.now() };
    writeFileSync(fileFor('beat', this.#file), JSON.stringify(beat));
  }
}

function switches(): Switches {
  // The name is Stryker's own; what stands there is the shape above.
  const world = globalThis as { __stryker__?: Switches };
  world.__stryker__ ??= {};
  return world.__stryker__;
}

function say(line: Line): void {
  appendFileSync(LINES, `${JSON.stringify(line)}\n`);
}

/** What was killed by the tests of any file so far. */
function killed(): Set<string> {
  const text = existsSync(LINES) ? readFileSync(LINES, 'utf8') : '';
  const lines = text.split('\n').filter(Boolean);
  const read = lines.map((line): Line => JSON.parse(line));
  return new Set(
    read.flatMap((line) => (line.is === 'killed' || line.is === 'timeout' ? [line.mutant] : [])),
  );
}
