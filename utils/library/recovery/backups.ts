import { type ReadonlySignal, type Signal, signal as signalOf } from '@preact/signals';
import type { Journal } from '../../db/backup/journal';
import type { Snapshot, SnapshotReason } from '../../db/backup/snapshots';
import type { Entries } from '../../db/entries';
import { type Failure, failureOf } from '../../domain/errors';
import { isDue } from '../../runtime/due';
import { sequence } from '../../runtime/sequence';
import type { LastSeen } from './last-seen';
import type { RestoreOptions } from './restore-last';

const HOUR = 3_600_000;

/** How old the last snapshot of a changed library may be before another is taken, in hours. */
const A_DAY = 20;

/** How many changes the journal may hold before a snapshot takes their place. */
const LONG = 200;

/** Takes snapshots, and restores the library if it is damaged or gone. */
export interface Safety {
  /** The last snapshot that is not empty, if the library cannot be used or was emptied from outside. */
  offered: ReadonlySignal<Snapshot | undefined>;
  /** How many entries were restored after the browser deleted the library; 0 once the reader was told. */
  restored: ReadonlySignal<number>;
  /** The library as it was last seen, if it is gone and nothing is left to restore it from. */
  missing: ReadonlySignal<LastSeen | undefined>;
  /** The reader has read either message. */
  acknowledge(): Promise<void>;
  /** The snapshot this surface took last. */
  latest: ReadonlySignal<Snapshot | undefined>;
  /** Takes a snapshot now, unless nothing changed since the newest. */
  take(why: SnapshotReason): Promise<Snapshot | undefined>;
  /** Takes a snapshot if the library changed and the newest is a day old. */
  takeDaily(): Promise<void>;
  /** Checks whether the library needs to be restored. */
  look(failure: Failure | undefined): Promise<void>;
  /** Restores the last snapshot that can be read; returns what went wrong. */
  restoreLast(): Promise<Failure | undefined>;
}

interface SafetyOptions extends RestoreOptions {
  journal: Journal;
  /** Epoch milliseconds. */
  now?: () => number;
}

/** Not needed for the first rows. */
const lastSeen = () => import('./last-seen');

/** The safety of one surface's library. */
export function openSafety({ db, snapshots, journal, forget, now = Date.now }: SafetyOptions): Safety {
  const offered = signalOf<Snapshot | undefined>(undefined);
  const latest = signalOf<Snapshot | undefined>(undefined);
  const restored = signalOf(0);
  const missing = signalOf<LastSeen | undefined>(undefined);
  const take = snapshotTaker({ db, snapshots, journal }, latest);
  return {
    offered,
    latest,
    restored,
    missing,
    async acknowledge() {
      restored.value = 0;
      missing.value = undefined;
      const { rememberLibrary } = await lastSeen();
      await Promise.all([journal.acknowledge(), rememberLibrary(db, now())]);
    },
    take: (why) => take(why),
    async takeDaily() {
      if ((await db.count()) === 0) return;
      const isLong = (await journal.length()) > LONG;
      await take('daily', (last) => isLong || !last || isDue(last.at, now(), A_DAY * HOUR));
    },
    async look(failure) {
      const isGone = failure ? failure.kind === 'damaged' : await isUntouched(db);
      const all = isGone ? await snapshots.list() : [];
      offered.value = all.find((one) => one.entries > 0);
      if (failure) return;
      restored.value = await journal.restored();
      // A restored library is the one that was seen, though its steps are gone.
      const { checkLastSeen, rememberLibrary } = await lastSeen();
      if (restored.value > 0) await rememberLibrary(db, now());
      else if (!offered.value) missing.value = await checkLastSeen(db, now());
    },
    async restoreLast() {
      try {
        const { restoreLast } = await import('./restore-last');
        await restoreLast({ db, snapshots, forget });
        offered.value = undefined;
        return undefined;
      } catch (error) {
        return failureOf(error);
      }
    },
  };
}

/** Takes snapshots one after another: two at once would both find one due. */
function snapshotTaker(
  { db, snapshots, journal }: Pick<SafetyOptions, 'db' | 'snapshots' | 'journal'>,
  latest: Signal<Snapshot | undefined>,
) {
  const inSequence = sequence();
  const takeNow = async (why: SnapshotReason, due: (last?: Snapshot) => boolean) => {
    const [[last], stamp] = await Promise.all([snapshots.list(), db.stamp()]);
    if (last?.stamp === stamp || !due(last)) return undefined;
    const taken = await snapshots.take(why, db.batches(), stamp);
    // The newest snapshot may turn out unreadable: the journal is cut only up to the one before.
    if (last) await journal.forget(last);
    latest.value = taken;
    return taken;
  };
  return (why: SnapshotReason, due = (_last?: Snapshot) => true) => inSequence(() => takeNow(why, due));
}

/** Empty, and nothing was ever done: a new library, or one that was deleted. */
async function isUntouched(db: Entries): Promise<boolean> {
  return (await db.count()) === 0 && (await db.stamp()) === '0.0.0';
}
