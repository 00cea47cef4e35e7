import { within } from '../browsers/within';
import { makeDisk } from './disk';
import { type Case, judge, type Outcome } from './judge';
import { nameOf, type PlanOptions, planRuns, type Run } from './plan';
import { Rig } from './rig';
import type { Task } from './tasks';

export interface Result {
  number: number;
  task: string;
  fault: string;
  /** When the fault happened, in milliseconds from the beginning of the task. */
  moment: number;
  /** How many parts of the task were reported as done. */
  reported: number;
  outcome: Outcome;
  /** The browser was gone without having been killed. */
  vanished: boolean;
  /** Why it could not be run or judged. */
  cause?: string;
}

export interface FaultOptions extends Partial<Omit<PlanOptions, 'canFill'>> {
  runs: number;
  /** How many browsers at a time. */
  rigs?: number;
  tell?(result: Result): void;
}

/** How much later than the end of the task a fault may happen, so that it also happens right after it. */
const BEYOND = 1.25;

/** How long a run may take until its browser counts as hanging, in milliseconds. */
const LIMIT = 300_000;

/** Injects faults into tasks as the seed determines, and checks the result. Always finishes all runs. */
export async function runFaults(options: FaultOptions): Promise<Result[]> {
  const { seed = 1, rigs = 1, tell = () => {} } = options;
  const waiting = planRuns({ ...options, seed, canFill: canFill() });
  const results: Result[] = [];
  const work = async () => {
    const bay = new Bay();
    const lengths = new Map<Task, number>();
    try {
      for (let run = waiting.shift(); run; run = waiting.shift()) {
        const result = await strike(bay, run, lengths);
        results.push(result);
        tell(result);
      }
    } finally {
      await bay.clear();
    }
  };
  await Promise.all(Array.from({ length: Math.min(rigs, waiting.length) }, work));
  return results.sort((a, b) => a.number - b.number);
}

/** Whether this machine allows a small disk to be created. */
function canFill(): boolean {
  const disk = makeDisk();
  disk.remove();
  return disk.isSmall;
}

type Lengths = Map<Task, number>;

/** The rig of a worker, until it is no longer usable. */
class Bay {
  #rig: Rig | undefined;

  async rig(): Promise<Rig> {
    this.#rig ??= await Rig.create();
    return this.#rig;
  }

  async clear(): Promise<void> {
    const rig = this.#rig;
    this.#rig = undefined;
    await rig?.close();
  }
}

/**
 * One run, whatever happens to the browser: if it could not be finished, once more with another rig. An abandoned
 * run may still continue once its browser ends: it must never meet the browser of later runs.
 */
async function strike(bay: Bay, run: Run, lengths: Lengths): Promise<Result> {
  const attempt = async () => {
    const rig = await bay.rig();
    return within(LIMIT, nameOf(run), strikeOnce(rig, run, lengths));
  };
  let cause = '';
  for (let times = 0; times < 2; times++) {
    try {
      return await attempt();
    } catch (error) {
      cause += `${error}\n`;
      await bay.clear();
    }
  }
  return { ...named(run), moment: 0, reported: 0, outcome: 'NOT RUN', vanished: false, cause };
}

const named = ({ number, task, fault }: Run) => ({ number, task: task.name, fault: fault.name });

async function strikeOnce(rig: Rig, run: Run, lengths: Lengths): Promise<Result> {
  const { task, fault, part } = run;
  const length = lengths.get(task) ?? (await lengthOf(task, rig));
  lengths.set(task, length);
  const moment = part * length * BEYOND;
  const { pages, before, blow } = await within(90_000, 'everything ready', makeReady(rig, run));
  const { vanished } = rig;
  const reported = new Set<number>();
  const running = task.run(pages, rig, (done) => reported.add(done)).catch(() => {});
  // The fault chooses its own moment.
  await new Promise((resolve) => setTimeout(resolve, moment));
  await Promise.allSettled([within(20_000, 'the blow', Promise.resolve(blow()))]);
  await Promise.allSettled([within(30_000, 'the end of the task', running)]);
  await Promise.allSettled([within(30_000, 'the repair', fault.heal(rig))]);
  const judged = await judgeAtLast(rig, { task, fault, before, reported });
  const told = { moment, reported: reported.size, vanished: rig.vanished > vanished };
  return { ...named(run), ...told, ...judged };
}

async function makeReady(rig: Rig, { task, fault, part }: Run) {
  await rig.reset();
  const pages = await task.prepare(rig);
  const before = task.mustHold ? undefined : await rig.read();
  if (before) await rig.remember();
  return { pages, before, blow: await fault.arm(rig, pages, part) };
}

/** How long a task takes undisturbed, in milliseconds. */
async function lengthOf(task: Task, rig: Rig): Promise<number> {
  await rig.reset();
  const pages = await task.prepare(rig);
  const start = performance.now();
  await task.run(pages, rig, () => {});
  return performance.now() - start;
}

/** In a browser that answers; one that does not is restarted, as often as a reader would have the patience for. */
async function judgeAtLast(rig: Rig, found: Case): Promise<Pick<Result, 'outcome' | 'cause'>> {
  let cause = '';
  for (let times = 0; times < 3; times++) {
    try {
      await (times === 0 ? rig.revive() : rig.restart());
      return { outcome: await within(60_000, 'a judgement', judge(rig, found)) };
    } catch (error) {
      cause = String(error);
    }
  }
  return { outcome: 'UNREADABLE', cause };
}
