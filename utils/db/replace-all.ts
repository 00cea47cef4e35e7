import type { Entry } from '../domain/entry';
import { AppError } from '../domain/errors';
import type { Task } from './batches';
import type { UnitOfWork } from './unit-of-work';

/** Makes these entries the whole library; every other entry goes to the trash. */
export async function replaceAll(
  unit: UnitOfWork,
  entries: Entry[],
  { onProgress, signal }: Task = {},
): Promise<void> {
  const here = new Map((await unit.entries.getAll()).map((entry) => [entry.url, entry]));
  for (const [index, entry] of entries.entries()) {
    const before = here.get(entry.url);
    unit.put(entry, before);
    if (!before) unit.ignoreFailure(unit.trash.delete(entry.url));
    here.delete(entry.url);
    if (index % 1000 === 0) onProgress?.(index, entries.length);
  }
  for (const entry of here.values()) unit.remove(entry);
  if (signal?.aborted) throw new AppError('stopped', 'nothing was changed');
}

/** What replacing the library by other entries would do. */
export interface Difference {
  /** Would be added. */
  back: Entry[];
  /** Would go to the trash. */
  away: Entry[];
  /** Would change. */
  changed: { from: Entry; to: Entry }[];
}

/** How the current entries differ from those of a snapshot. */
export function difference(here: Iterable<Entry>, then: Entry[]): Difference {
  const now = new Map([...here].map((entry) => [entry.url, entry]));
  const result: Difference = { back: [], away: [], changed: [] };
  for (const entry of then) {
    const current = now.get(entry.url);
    if (!current) result.back.push(entry);
    else if (JSON.stringify(current) !== JSON.stringify(entry))
      result.changed.push({ from: current, to: entry });
    now.delete(entry.url);
  }
  result.away.push(...now.values());
  return result;
}
