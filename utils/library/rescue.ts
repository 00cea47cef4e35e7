import type { Entry } from '../entry';
import { troubleOf } from '../trouble';
import type { SafetyOptions } from './safety';

/** Makes the library what its newest readable snapshot holds. A library that opens is filled; one that is damaged is made anew. */
export async function rescue({
  db,
  snapshots,
  forget,
}: Pick<SafetyOptions, 'db' | 'snapshots' | 'forget'>): Promise<void> {
  const entries = await lastGood(snapshots);
  await db.rewind(entries).catch(async (error: unknown) => {
    // A full disk is no damage.
    if (troubleOf(error).kind !== 'damaged') throw error;
    await forget();
    return db.rewind(entries);
  });
}

async function lastGood(snapshots: SafetyOptions['snapshots']): Promise<Entry[]> {
  let cause: unknown;
  for (const { id, entries } of await snapshots.list()) {
    if (entries === 0) continue;
    try {
      return await snapshots.read(id);
    } catch (error) {
      cause = error;
    }
  }
  throw cause;
}
