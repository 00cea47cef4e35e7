import type { Snapshots } from '../../db/backup/snapshots';
import type { Entries } from '../../db/entries';
import type { Entry } from '../../domain/entry';
import { troubleOf } from '../../domain/errors';

/** What a library is made whole with. */
export interface RescueOptions {
  db: Entries;
  snapshots: Snapshots;
  /** Takes the library's database away. */
  forget(): Promise<void>;
}

/** Makes the library what its newest readable snapshot holds. A library that opens is filled; one that is damaged is made anew. */
export async function rescue({ db, snapshots, forget }: RescueOptions): Promise<void> {
  const entries = await lastGood(snapshots);
  await db.rewind(entries).catch(async (error: unknown) => {
    // A full disk is no damage.
    if (troubleOf(error).kind !== 'damaged') throw error;
    await forget();
    return db.rewind(entries);
  });
}

async function lastGood(snapshots: Snapshots): Promise<Entry[]> {
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
