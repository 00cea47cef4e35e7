import type { IDBPObjectStore } from 'idb';
import type { Database, Schema } from './schema';
import type { Step } from './step';
import { MOST_STEPS } from './undo-log';

/** Where the steps stood at a moment: what is kept apart from the database can be brought up to date from there. */
interface Cursor {
  /** The newest step, 0 for none, and when it was. */
  id: number;
  at: number;
  /** The steps that were undone. */
  undone: number[];
}

type Steps = IDBPObjectStore<Schema, ['steps'], 'steps', 'readonly'>;

/** How the library stands now, as a word for `changedSince`. */
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

/** The entries that may have changed since the library stood so; undefined where that can no longer be told. */
export async function changedSince(db: Database, word: string): Promise<string[] | undefined> {
  const then = readCursor(word);
  const steps = db.transaction('steps').store;
  const now = await cursor(steps);
  if (!then || !(await isSameHistory(steps, then, now))) return undefined;
  const urls = new Set<string>();
  const take = ({ changes }: Step) => {
    for (const { url } of changes) urls.add(url);
  };
  // The newest step of then too: a note that was still being typed goes on in it.
  const from = IDBKeyRange.lowerBound(then.id);
  for (let at = await steps.openCursor(from); at; at = await at.continue()) take(at.value);
  const turned = new Set(then.undone).symmetricDifference(new Set(now.undone));
  for (const id of turned) {
    const step = await steps.get(id);
    if (step) take(step);
    // An undone step that is gone was dropped as it was, unless it is so old that it was dropped for its age.
    else if (id <= now.id - MOST_STEPS) return undefined;
  }
  return [...urls];
}

/** Whether every step since then is still kept, in the same count. */
async function isSameHistory(steps: Steps, then: Cursor, now: Cursor): Promise<boolean> {
  if (then.id > 0) return (await steps.get(then.id))?.at === then.at;
  return now.id === 0 || (await steps.getKey(1)) === 1;
}

function readCursor(word: string): Cursor | undefined {
  try {
    const { id, at, undone } = JSON.parse(word) as Partial<Record<keyof Cursor, unknown>>;
    const isKnown = typeof id === 'number' && typeof at === 'number' && Array.isArray(undone);
    return isKnown ? { id, at, undone: undone.map(Number) } : undefined;
  } catch {
    return undefined;
  }
}
