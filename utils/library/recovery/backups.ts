import { type ReadonlySignal, type Signal, signal as signalOf } from '@preact/signals';
import type { Journal } from '../../db/backup/journal';
import type { Snapshot, SnapshotReason } from '../../db/backup/snapshots';
import type { Entries } from '../../db/entries';
import { type Trouble, troubleOf } from '../../domain/errors';
import { isDue } from '../../runtime/due';
import { inLine } from '../../runtime/in-order';
import type { RescueOptions } from './rescue';
import type { Seen } from './witness';

const HOUR = 3_600_000;

/** How old the last snapshot may be before another is taken of a library that changed, in hours. */
const A_DAY = 20;

/** How many changes may be written down before a snapshot takes their place. */
const LONG = 200;

/** Snapshots taken in time, and the way back where the library is damaged or gone. */
export interface Safety {
  /** The last snapshot with something in it, where the library cannot be used or was emptied from outside. */
  offered: ReadonlySignal<Snapshot | undefined>;
  /** How many entries were made anew after the browser threw the library away; 0 once the reader was told. */
  restored: ReadonlySignal<number>;
  /** What was here once and is not any more, where nothing is left to make it anew from. */
  missing: ReadonlySignal<Seen | undefined>;
  /** The reader was told of either. */
  told(): Promise<void>;
  /** The one that was taken last by this surface. */
  latest: ReadonlySignal<Snapshot | undefined>;
  /** Takes one now, unless the newest shows the library as it is. */
  keep(why: SnapshotReason): Promise<Snapshot | undefined>;
  /** Takes one where the library changed and the newest is a day old. */
  keepDaily(): Promise<void>;
  /** Looks whether the library needs the way back. */
  look(trouble: Trouble | undefined): Promise<void>;
  /** Makes the library anew from the last snapshot that can be read; gives what stood in the way. */
  rescue(): Promise<Trouble | undefined>;
}

export interface SafetyOptions extends RescueOptions {
  journal: Journal;
  /** Epoch milliseconds. */
  now?: () => number;
}

/** Not needed for the first rows. */
const witness = () => import('./witness');

/** The safety of one surface's library. */
export function openSafety({ db, snapshots, journal, forget, now = Date.now }: SafetyOptions): Safety {
  const offered = signalOf<Snapshot | undefined>(undefined);
  const latest = signalOf<Snapshot | undefined>(undefined);
  const restored = signalOf(0);
  const missing = signalOf<Seen | undefined>(undefined);
  const keep = keeper({ db, snapshots, journal }, latest);
  return {
    offered,
    latest,
    restored,
    missing,
    async told() {
      restored.value = 0;
      missing.value = undefined;
      const { remember } = await witness();
      await Promise.all([journal.told(), remember(db, now())]);
    },
    keep: (why) => keep(why),
    async keepDaily() {
      if ((await db.count()) === 0) return;
      const isLong = (await journal.length()) > LONG;
      await keep('daily', (last) => isLong || !last || isDue(last.at, now(), A_DAY * HOUR));
    },
    async look(trouble) {
      const isGone = trouble ? trouble.kind === 'damaged' : await isUntouched(db);
      const all = isGone ? await snapshots.list() : [];
      offered.value = all.find((one) => one.entries > 0);
      if (trouble) return;
      restored.value = await journal.restored();
      // What was made anew is what was seen, though it has no steps any more.
      const { bearWitness, remember } = await witness();
      if (restored.value > 0) await remember(db, now());
      else if (!offered.value) missing.value = await bearWitness(db, now());
    },
    async rescue() {
      try {
        const { rescue } = await import('./rescue');
        await rescue({ db, snapshots, forget });
        offered.value = undefined;
        return undefined;
      } catch (error) {
        return troubleOf(error);
      }
    },
  };
}

/** Takes snapshots one after another: two at once would find the same need. */
function keeper(
  { db, snapshots, journal }: Pick<SafetyOptions, 'db' | 'snapshots' | 'journal'>,
  latest: Signal<Snapshot | undefined>,
) {
  const line = inLine();
  const keepNow = async (why: SnapshotReason, due: (last?: Snapshot) => boolean) => {
    const [[last], stamp] = await Promise.all([snapshots.list(), db.stamp()]);
    if (last?.stamp === stamp || !due(last)) return undefined;
    const taken = await snapshots.take(why, db.batches(), stamp);
    // What is in the last snapshot need not be written down again; kept for the case that it cannot be read.
    if (last) await journal.forget(last);
    latest.value = taken;
    return taken;
  };
  return (why: SnapshotReason, due = (_last?: Snapshot) => true) => line(() => keepNow(why, due));
}

/** Nothing is here and nothing was ever done: a new library, or one that was taken away. */
async function isUntouched(db: Entries): Promise<boolean> {
  return (await db.count()) === 0 && (await db.stamp()) === '0.0.0';
}
