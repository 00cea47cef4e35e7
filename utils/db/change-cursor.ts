import type { IDBPObjectStore } from 'idb';
import type { Database, Schema } from './schema';
import type { Step } from './step';
import { MOST_STEPS } from './undo-log';

/** A position in the history of steps: a copy of the library can be brought up to date from there. */
interface Cursor {
  /** The newest step, 0 for none, and when it was. */
  id: number;
  at: number;
  /** The steps that were undone. */
  undone: number[];
}

type Steps = IDBPObjectStore<Schema, ['steps'], 'steps', 'readonly'>;

/** A cursor at the current state, for `changedSince`. */
export async function cursorOf(db: Database): Promise<string> {
  return JSON.stringify(await cursor(db.transaction('steps').store));
}

async function cursor(steps: Steps): Promise<Cursor> {
  const [last, undone] = await Promise.all([
    steps.openCursor(null, 'prev'),
    steps.index('undone').getAllKeys(),
  ]);
  return { id: last?.key ?? 0, at: last?.value.at ?? 0, undone };
}

/** The addresses that may have changed since a cursor; undefined where that can no longer be known. */
export async function changedSince(db: Database, text: string): Promise<string[] | undefined> {
  const then = readCursor(text);
  const steps = db.transaction('steps').store;
  const now = await cursor(steps);
  if (!then || !(await isSameHistory(steps, then, now))) return undefined;
  const urls = new Set<string>();
  const take = ({ changes }: Step) => {
    for (const { url } of changes) urls.add(url);
  };
  // Includes the newest step of then: a note still being typed goes on in it.
  const from = IDBKeyRange.lowerBound(then.id);
  for (let at = await steps.openCursor(from); at; at = await at.continue()) take(at.value);
  const turned = new Set(then.undone).symmetricDifference(new Set(now.undone));
  for (const id of turned) {
    const step = await steps.get(id);
    if (step) take(step);
    // A missing undone step was dropped unchanged, unless it is so old that it was dropped for its age.
    else if (id <= now.id - MOST_STEPS) return undefined;
  }
  return [...urls];
}

/** Whether every step since then is still there, in the same numbering. */
async function isSameHistory(steps: Steps, then: Cursor, now: Cursor): Promise<boolean> {
  if (then.id > 0) return (await steps.get(then.id))?.at === then.at;
  return now.id === 0 || (await steps.getKey(1)) === 1;
}

function readCursor(text: string): Cursor | undefined {
  try {
    // Of any other shape it fails below, or has an id that is no number, or a time that no step has.
    const { id, at, undone } = JSON.parse(text) as Cursor;
    if (Number.isInteger(id)) return { id, at, undone: undone.map(Number) };
  } catch {
    // It is no cursor.
  }
  return undefined;
}
