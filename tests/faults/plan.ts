import { type Fault, faults } from './faults';
import { pick, random } from './random';
import { TASKS, type Task } from './tasks';

/** One run: a fault during a task at a moment. */
export interface Run {
  /** With the seed it determines everything about the run. */
  number: number;
  fault: Fault;
  task: Task;
  /** From 0 to 1: how far into the task the fault comes. */
  part: number;
}

export interface PlanOptions {
  runs: number;
  /** The number of the first run; 0 if left out. */
  from?: number;
  seed: number;
  /**
   * Only runs whose fault and task (`disk full × import 50`) contain these words, or the one with this number
   * (`#17`).
   */
  only?: string;
  /** Whether disks can be filled here. */
  canFill: boolean;
}

/** The runs of a seed, always the same: every fault meets every task once before any does twice. */
export function planRuns({ runs, from = 0, seed, only = '', canFill }: PlanOptions): Run[] {
  const all = pairs(canFill).filter((pair) => only.startsWith('#') || nameOf(pair).includes(only));
  if (all.length === 0) throw new Error(`no fault and task is called ${only}`);
  const plan = Array.from({ length: runs }, (_, n) => runOf(all, seed, from + n));
  return only.startsWith('#') ? [runOf(all, seed, Number(only.slice(1)))] : plan;
}

type Pair = Pick<Run, 'fault' | 'task'>;

export const nameOf = ({ fault, task }: Pair) => `${fault.name} × ${task.name}`;

/**
 * A library of a version that recorded nothing outside the database cannot be missed, so its loss cannot be
 * reported.
 */
function pairs(canFill: boolean): Pair[] {
  return faults(canFill)
    .flatMap((fault) => TASKS.map((task) => ({ fault, task })))
    .filter(({ fault, task }) => !(fault.told && task.mustHold));
}

function runOf(all: Pair[], seed: number, number: number): Run {
  const round = Math.floor(number / all.length);
  const order = shuffled(all, random(seed * 7919 + round));
  // Every number is within its round.
  const pair = order[number % all.length] as Pair;
  return { ...pair, number, part: random(seed * 104_729 + number)() };
}

function shuffled<T>(all: readonly T[], next: () => number): T[] {
  const rest = [...all];
  return all.map(() => {
    const one = pick(next, rest);
    rest.splice(rest.indexOf(one), 1);
    return one;
  });
}
