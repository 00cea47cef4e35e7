import { effect, type ReadonlySignal, signal as signalOf } from '@preact/signals';
import { askToPersist } from '../../browser/persist-storage';
import type { Snapshot, Snapshots } from '../../db/backup/snapshots';
import type { Entries } from '../../db/entries';
import type { Findings } from '../../db/integrity';
import { type Difference, difference } from '../../db/replace-all';
import type { Entry } from '../../domain/entry';
import { inLine } from '../../runtime/in-order';
import type { Library } from '../model';
import { type Check, readLastCheck, writeLastCheck } from './last-check';

/** A snapshot that was opened: what going back to it would do. */
export interface Preview extends Difference {
  snapshot: Snapshot;
  entries: Entry[];
}

/** How the library is kept: room, promises, snapshots, checks. Failures are in the library's `trouble`. */
export interface Health {
  storage: ReadonlySignal<{ entries: number; bytes: number; persisted: boolean } | undefined>;
  /** Newest first. */
  snapshots: ReadonlySignal<Snapshot[]>;
  checked: ReadonlySignal<Check | undefined>;
  preview: ReadonlySignal<Preview | undefined>;
  /** Looks again at everything but the rows. */
  look(): Promise<void>;
  persist(): Promise<void>;
  check(): Promise<void>;
  /** Mends what the last check found, and looks again. */
  mend(): Promise<void>;
  take(): Promise<void>;
  /** Opens a snapshot, or closes the one that is open. */
  open(snapshot?: Snapshot): Promise<void>;
  /** Goes back to the open snapshot. */
  rewind(): Promise<void>;
}

export interface HealthOptions {
  db: Entries;
  library: Library;
  snapshots: Snapshots;
  /** Epoch milliseconds. */
  now?: () => number;
}

/** The health of a library, as the options page shows it. */
export function openHealth({ db, library, snapshots: kept, now = Date.now }: HealthOptions): Health {
  const storage = signalOf<{ entries: number; bytes: number; persisted: boolean } | undefined>(undefined);
  const snapshots = signalOf<Snapshot[]>([]);
  const checked = signalOf<Check | undefined>(undefined);
  const preview = signalOf<Preview | undefined>(undefined);
  // A look that takes long would show what was before the check after it.
  const line = inLine();
  const look = () =>
    line(async () => {
      // What cannot be read is said by the library itself.
      const found = await Promise.all([kept.list(), measure(db), readLastCheck()]).catch(() => undefined);
      if (found) [snapshots.value, storage.value, checked.value] = found;
    });
  effect(() => {
    if (library.safety.latest.value) void look();
  });
  const check = () =>
    line(async () => {
      const found = { at: now(), findings: await db.check() };
      checked.value = found;
      await writeLastCheck(found);
    });
  return {
    storage,
    snapshots,
    checked,
    preview,
    look,
    check,
    persist: () => askToPersist().then(look),
    async mend() {
      await library.mend(countFaults(checked.value?.findings));
      await check();
      await look();
    },
    take: async () => void (await library.safety.take('asked')),
    async open(snapshot) {
      preview.value = snapshot && (await previewOf(snapshot, kept, db));
    },
    async rewind() {
      if (preview.value && (await library.rewind(preview.value.entries))) preview.value = undefined;
      await look();
    },
  };
}

/** How many faults a check found, all kinds together. */
export function countFaults(findings: Findings | undefined): number {
  return Object.values(findings?.faults ?? {}).reduce((sum, count) => sum + count, 0);
}

async function measure(db: Entries): Promise<{ entries: number; bytes: number; persisted: boolean }> {
  const [entries, { usage = 0 }, persisted] = await Promise.all([
    db.count(),
    navigator.storage.estimate(),
    navigator.storage.persisted(),
  ]);
  return { entries, bytes: usage, persisted };
}

async function previewOf(snapshot: Snapshot, kept: Snapshots, db: Entries): Promise<Preview> {
  const [here, entries] = await Promise.all([db.all(), kept.read(snapshot.id)]);
  return { snapshot, entries, ...difference(here, entries) };
}
