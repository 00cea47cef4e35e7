import { effect, type ReadonlySignal, signal as signalOf } from '@preact/signals';
import { askToPersist } from '../../browser/persist-storage';
import type { Snapshot, Snapshots } from '../../db/backup/snapshots';
import type { Entries } from '../../db/entries';
import type { Findings } from '../../db/integrity';
import { type Difference, difference } from '../../db/replace-all';
import type { Entry } from '../../domain/entry';
import { sequence } from '../../runtime/sequence';
import type { Library } from '../model';
import type { ChangeModel } from '../models/changes';
import { type Check, readLastCheck, writeLastCheck } from './last-check';

/** An opened snapshot, and what restoring it would change. */
export interface Preview extends Difference {
  snapshot: Snapshot;
  entries: Entry[];
}

/** Storage, snapshots and checks of the library. Failures are in the library's `failure`. */
export interface Health {
  storage: ReadonlySignal<{ entries: number; bytes: number; persisted: boolean } | undefined>;
  /** Newest first. */
  snapshots: ReadonlySignal<Snapshot[]>;
  checked: ReadonlySignal<Check | undefined>;
  preview: ReadonlySignal<Preview | undefined>;
  /** Reads everything again except for the rows. */
  look(): Promise<void>;
  persist(): Promise<void>;
  check(): Promise<void>;
  /** Repairs what the last check found, and checks again. */
  repair(): Promise<void>;
  take(): Promise<void>;
  /** Opens a snapshot; without one, closes the open one. */
  open(snapshot?: Snapshot): Promise<void>;
  /** Restores the open snapshot. */
  restore(): Promise<void>;
}

interface HealthOptions {
  db: Entries;
  library: ChangeModel & Pick<Library, 'safety'>;
  snapshots: Snapshots;
  /** Epoch milliseconds. */
  now?: () => number;
}

/** The health of a library, as the options page shows it. */
export function openHealth({ db, library, snapshots: store, now = Date.now }: HealthOptions): Health {
  const storage = signalOf<{ entries: number; bytes: number; persisted: boolean } | undefined>(undefined);
  const snapshots = signalOf<Snapshot[]>([]);
  const checked = signalOf<Check | undefined>(undefined);
  const preview = signalOf<Preview | undefined>(undefined);
  // One at a time: a slow look must not overwrite the result of a later check.
  const inSequence = sequence();
  const look = () =>
    inSequence(async () => {
      // The library itself reports what cannot be read; snapshots are stored apart from it.
      snapshots.value = await store.list().catch(() => snapshots.value);
      const found = await Promise.all([measure(db), readLastCheck()]).catch(() => undefined);
      if (found) [storage.value, checked.value] = found;
    });
  effect(() => {
    if (library.safety.latest.value) void look();
  });
  const check = () =>
    inSequence(async () => {
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
    async repair() {
      await library.repair(countFaults(checked.value?.findings));
      await check();
      await look();
    },
    take: async () => void (await library.safety.take('asked')),
    async open(snapshot) {
      preview.value = snapshot && (await previewOf(snapshot, store, db));
    },
    async restore() {
      if (preview.value && (await library.replaceAll(preview.value.entries))) preview.value = undefined;
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

async function previewOf(snapshot: Snapshot, store: Snapshots, db: Entries): Promise<Preview> {
  const [here, entries] = await Promise.all([db.all(), store.read(snapshot.id)]);
  return { snapshot, entries, ...difference(here, entries) };
}
