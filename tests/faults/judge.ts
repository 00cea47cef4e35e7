import { isDeepStrictEqual } from 'node:util';
import type { Entry } from '../../utils/domain/entry';
import { Surface } from '../browsers/surface';
import { until } from '../browsers/until';
import type { Fault } from './faults';
import type { Kept, Rig } from './rig';
import type { Part, Task } from './tasks';

/** The outcome of a run. Those in capitals must never happen. */
export const OUTCOMES = [
  'all',
  'nothing',
  'some parts',
  'told',
  'LOST',
  'DUPLICATED',
  'HALF-DONE',
  'NOT UNDONE',
  'UNREADABLE',
  'NOT RUN',
] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** Whether an outcome must never happen. */
export const isBad = (outcome: Outcome) => outcome === outcome.toUpperCase();

export interface Case {
  task: Task;
  fault: Fault;
  /** What was stored before; unknown in an older version. */
  before: Kept | undefined;
  /** Numbers of the parts that were reported as done. */
  reported: ReadonlySet<number>;
}

/** Each part is either as after the task or as before it; and what was done can be undone exactly. */
export async function judge(rig: Rig, { task, fault, before, reported }: Case): Promise<Outcome> {
  const kept = await rig.read();
  const outcome = judgeKept(kept, { task, before, reported });
  if (isBad(outcome) && fault.told && (await isTold(rig, fault.told))) return 'told';
  if (outcome === 'nothing' || isBad(outcome) || !before) return outcome;
  for (let n = countDone(kept, task); n > 0; n--) if (!(await rig.turn(task.back ?? 'undo'))) return outcome;
  const after = await rig.read();
  return isDeepStrictEqual(after.entries, before.entries) ? outcome : 'NOT UNDONE';
}

function judgeKept({ entries, faults }: Kept, { task, before, reported }: Omit<Case, 'fault'>): Outcome {
  if (faults > 0 || new Set(entries.map(({ url }) => url)).size !== entries.length) return 'DUPLICATED';
  const now = byNumber(entries);
  const then = byNumber(before?.entries ?? []);
  const done = task.parts.map((part) => isDone(part, now));
  for (const [index, part] of task.parts.entries()) {
    if (done[index]) continue;
    if (reported.has(index) || task.mustHold) return 'LOST';
    if (!isAsBefore(part, now, then)) return 'HALF-DONE';
  }
  if (![...now].every(([n, entry]) => isOfAny(task, n) || isDeepStrictEqual(entry, then.get(n))))
    return 'HALF-DONE';
  if (![...then.keys()].every((n) => isOfAny(task, n) || now.has(n))) return 'LOST';
  if (done.every(Boolean)) return 'all';
  return done.some(Boolean) ? 'some parts' : 'nothing';
}

const countDone = ({ entries }: Kept, task: Task) => {
  const now = byNumber(entries);
  return task.parts.filter((part) => isDone(part, now)).length;
};

type Numbered = ReadonlyMap<number, Entry>;

const byNumber = (entries: Entry[]): Numbered =>
  new Map(entries.map((entry) => [Number(entry.url.slice(-6)) - 100_000, entry]));

const numbers = ({ from, to }: Part) => Array.from({ length: to - from }, (_, n) => from + n);
const isDone = (part: Part, now: Numbered) => numbers(part).every((n) => part.isDone(now.get(n)));
const isAsBefore = (part: Part, now: Numbered, then: Numbered) =>
  numbers(part).every((n) => isDeepStrictEqual(now.get(n), then.get(n)));
const isOfAny = ({ parts }: Task, n: number) => parts.some(({ from, to }) => n >= from && n < to);

/** Whether the popup reports it when it is opened next. */
async function isTold(rig: Rig, words: string): Promise<boolean> {
  const popup = await rig.browser.popup();
  const text = () => new Surface(popup).text();
  const found = until(async () => (await text()).includes(words), words);
  return found.then(
    () => true,
    () => false,
  );
}
