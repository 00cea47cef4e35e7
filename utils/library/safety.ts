import { type ReadonlySignal, signal as signalOf } from '@preact/signals';
import type { Entries } from '../db/entries';
import type { Snapshot, SnapshotReason, Snapshots } from '../db/snapshots';
import { type Trouble, troubleOf } from '../trouble';

const HOUR = 3_600_000;

/** How old the last snapshot may be before another is taken of a library that changed, in hours. */
const A_DAY = 20;

/** Snapshots taken in time, and the way back where the library is damaged or gone. */
export interface Safety {
  /** The last snapshot with something in it, where the library cannot be used or was emptied from outside. */
  offered: ReadonlySignal<Snapshot | undefined>;
  /** Takes one now, unless the newest shows the library as it is. */
  keep(why: SnapshotReason): Promise<Snapshot | undefined>;
  /** Takes one where the library changed and the newest is a day old. */
  keepDaily(): Promise<void>;
  /** Looks whether the library needs the way back. */
  look(trouble: Trouble | undefined): Promise<void>;
  /** Makes the library anew from the last snapshot that can be read; gives what stood in the way. */
  rescue(): Promise<Trouble | undefined>;
}

export interface SafetyOptions {
  db: Entries;
  snapshots: Snapshots;
  /** Takes the library's database away. */
  forget(): Promise<void>;
  /** Epoch milliseconds. */
  now?: () => number;
}

/** The safety of one surface's library. */
export function openSafety({ db, snapshots, forget, now = Date.now }: SafetyOptions): Safety {
  const offered = signalOf<Snapshot | undefined>(undefined);
  const keep = async (why: SnapshotReason, due = (_last?: Snapshot) => true) => {
    const [[last], stamp] = await Promise.all([snapshots.list(), db.stamp()]);
    if (last?.stamp === stamp || !due(last)) return undefined;
    return snapshots.take(why, db.batches(), stamp);
  };
  return {
    offered,
    keep: (why) => keep(why),
    async keepDaily() {
      if ((await db.count()) === 0) return;
      await keep('daily', (last) => !last || now() - last.at > A_DAY * HOUR);
    },
    async look(trouble) {
      const isGone = trouble ? trouble.kind === 'damaged' : await isUntouched(db);
      const all = isGone ? await snapshots.list() : [];
      offered.value = all.find((one) => one.entries > 0);
    },
    async rescue() {
      try {
        const entries = await lastGood(snapshots);
        // A library that opens is filled. One that is damaged is made anew; a full disk is no damage.
        await db.rewind(entries).catch(async (error: unknown) => {
          if (troubleOf(error).kind !== 'damaged') throw error;
          await forget();
          return db.rewind(entries);
        });
        offered.value = undefined;
        return undefined;
      } catch (error) {
        return troubleOf(error);
      }
    },
  };
}

/** Nothing is here and nothing was ever done: a new library, or one that was taken away. */
async function isUntouched(db: Entries): Promise<boolean> {
  return (await db.count()) === 0 && (await db.stamp()) === '0.0';
}

/** Of the newest snapshot that can be read. */
async function lastGood(snapshots: Snapshots) {
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
