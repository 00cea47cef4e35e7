import { isDeepStrictEqual as deepEqual } from 'node:util';
import { type Fault, faults, smallDisk } from './faults';
import { type Kept, Rig } from './rig';
import { TASKS, type Task } from './tasks';

/** What became of one run. */
export type Outcome = 'all' | 'nothing' | 'LOST' | 'DUPLICATED' | 'HALF-DONE' | 'NOT UNDONE' | 'UNREADABLE';

export interface Result {
  task: string;
  fault: string;
  /** When it struck, in milliseconds from the beginning of the task. */
  moment: number;
  reported: boolean;
  outcome: Outcome;
}

export interface FaultOptions {
  /** At least so many; each fault strikes each task equally often. */
  runs: number;
  /** From 0 to 1: moves every moment. */
  seed?: number;
  tell?(result: Result): void;
}

/** How much longer than the task takes a fault may come, so that it also comes right after. */
const BEYOND = 1.25;

/** Strikes every task with every fault at moments spread over it, and looks what is there afterwards. */
export async function runFaults({
  runs,
  seed = Math.random(),
  tell = () => {},
}: FaultOptions): Promise<Result[]> {
  const disk = smallDisk();
  try {
    const all = faults(disk?.folder);
    const each = Math.ceil(runs / (all.length * TASKS.length));
    const results: Result[] = [];
    for (const fault of all) results.push(...(await strikeAll(fault, each, seed, tell)));
    return results;
  } finally {
    disk?.remove();
  }
}

async function strikeAll(
  fault: Fault,
  times: number,
  seed: number,
  tell: (result: Result) => void,
): Promise<Result[]> {
  const rig = await Rig.create(fault.disk);
  const results: Result[] = [];
  try {
    for (const task of TASKS) {
      const length = await lengthOf(task, rig);
      for (let n = 0; n < times; n++) {
        const part = (n + ((seed * (results.length + 1) * 7919) % 1)) / times;
        const result = await strikeOnce(rig, task, fault, { part, length });
        results.push(result);
        tell(result);
      }
    }
  } finally {
    await rig.close();
  }
  return results;
}

/** How long a task takes undisturbed, in milliseconds. */
async function lengthOf(task: Task, rig: Rig): Promise<number> {
  await rig.reset();
  const page = await task.prepare(rig);
  const start = performance.now();
  await task.run(page, rig);
  return performance.now() - start;
}

/** How far into a task of what length. */
interface Moment {
  /** From 0 to 1. */
  part: number;
  /** In milliseconds. */
  length: number;
}

async function strikeOnce(rig: Rig, task: Task, fault: Fault, { part, length }: Moment): Promise<Result> {
  const moment = part * length * BEYOND;
  await rig.reset();
  const page = await task.prepare(rig);
  const before = task.name.startsWith('upgrade') ? undefined : await rig.read();
  const strike = await fault.arm(rig, page, part);
  const running = task.run(page, rig).catch(() => false);
  // The fault comes at a moment of its own choosing.
  await new Promise((resolve) => setTimeout(resolve, moment));
  await Promise.resolve(strike()).catch(() => {});
  const reported = await running;
  await fault.heal(rig);
  const outcome = await judge(rig, task, before, reported).catch((): Outcome => 'UNREADABLE');
  return { task: task.name, fault: fault.name, moment, reported, outcome };
}

/** Fifty, all as after the task or all as before it; and what was done can be undone to the letter. */
async function judge(rig: Rig, task: Task, before: Kept | undefined, reported: boolean): Promise<Outcome> {
  const { entries, faults: wrong } = await rig.read();
  if (wrong > 0 || new Set(entries.map(({ url }) => url)).size !== entries.length) return 'DUPLICATED';
  const isAll = entries.length === 50 && entries.every((entry) => task.isDone(entry));
  if (reported && !isAll) return 'LOST';
  if (!before) return isAll ? 'all' : 'LOST';
  if (!isAll) return deepEqual(entries, before.entries) ? 'nothing' : 'HALF-DONE';
  if (!(await rig.undo())) return 'all';
  return deepEqual((await rig.read()).entries, before.entries) ? 'all' : 'NOT UNDONE';
}
