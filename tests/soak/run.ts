import { until } from '../browsers/until';
import { random } from '../faults/random';
import { Rig } from '../faults/rig';
import { choose } from './choose';
import { type Action, Model } from './model';
import { Reader } from './reader';

export interface SoakOptions {
  seed: number;
  actions: number;
  /** No further action begins after so many milliseconds. */
  limit?: number;
  tell?(done: number, action: Action): void;
}

export interface Soaked {
  /** How many were done. */
  done: number;
  /** How often each kind. */
  kinds: Record<string, number>;
}

/** How many actions a failure lists. */
const LAST = 20;

/**
 * Performs so many random actions in three surfaces and on a page at once, and compares the library with a plain
 * model after each. Throws with the last actions if they differ. The same seed repeats the same actions.
 */
export async function soak({
  seed,
  actions,
  limit = 3_600_000,
  tell = () => {},
}: SoakOptions): Promise<Soaked> {
  const rig = await Rig.create();
  const next = random(seed);
  const model = new Model();
  const past: Action[] = [];
  const end = Date.now() + limit;
  let reader: Reader | undefined;
  try {
    reader = await Reader.open(rig);
    for (let done = 0; done < actions && Date.now() < end; done++) {
      const action = choose(next, model, past.at(-1));
      past.push(action);
      await doOne(reader, model, action);
      tell(done, action);
    }
    await reader.check();
    return { done: past.length, kinds: countKinds(past) };
  } catch (error) {
    const told = past.slice(-LAST).map((action) => JSON.stringify(action));
    const shown = (await reader?.shown().catch(() => '')) ?? '';
    throw new Error(`seed ${seed}, action ${past.length}: ${error}\n${told.join('\n')}\n${shown}`, {
      cause: error,
    });
  } finally {
    await rig.close();
  }
}

async function doOne(reader: Reader, model: Model, action: Action): Promise<void> {
  await reader.do(action);
  model.do(action);
  const wanted = plain(model);
  let found = '';
  await until(async () => {
    found = await keptPlain(reader.rig);
    return found === wanted;
  }, 'what the model says').catch(() => {
    throw new Error(`kept:\n${found}\nnot:\n${wanted}`);
  });
  await reader.look(action, model.state);
}

function plain({ state: { saved, queue }, trash }: Model): string {
  const rows = Object.entries(saved).map(([n, { tags, read, archived, note }]) =>
    JSON.stringify([Number(n), tags.toSorted(), read, archived, note]),
  );
  return [rows.sort().join('\n'), `queue ${queue}`, `trash ${Object.keys(trash).sort()}`].join('\n');
}

async function keptPlain(rig: Rig): Promise<string> {
  const { entries, queue, trash } = await rig.readAll();
  const numberOf = (url: string) => Number(url.slice(-6)) - 100_000;
  const rows = entries.map(({ url, tags, readAt, archivedAt, note = '' }) =>
    JSON.stringify([numberOf(url), tags.toSorted(), readAt !== undefined, archivedAt !== undefined, note]),
  );
  const removed = trash.map((url) => String(numberOf(url))).sort();
  return [rows.sort().join('\n'), `queue ${queue.map(numberOf)}`, `trash ${removed}`].join('\n');
}

function countKinds(actions: Action[]): Record<string, number> {
  const kinds: Record<string, number> = {};
  for (const { kind } of actions) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return kinds;
}
