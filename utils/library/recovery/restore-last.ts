import type { Snapshots } from '../../db/backup/snapshots';
import type { Entries } from '../../db/entries';
import type { Entry } from '../../domain/entry';
import { failureOf } from '../../domain/errors';

/** What restoring a library needs. */
export interface RestoreOptions {
  db: Entries;
  snapshots: Snapshots;
  /** Deletes the library's database. */
  forget(): Promise<void>;
}

/** Restores the newest readable snapshot. If the database is damaged, it is deleted and created again. */
export async function restoreLast({ db, snapshots, forget }: RestoreOptions): Promise<void> {
  const entries = await lastGood(snapshots);
  await db.replaceAll(entries).catch(async (error: unknown) => {
    // A full disk, for one, is no damage.
    if (failureOf(error).kind !== 'damaged') throw error;
    await forget();
    return db.replaceAll(entries);
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
