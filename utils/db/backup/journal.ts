import type { Entry } from '../../domain/entry';
import { DATABASE } from '../schema';
import { openFileStore } from './file-store';
import { pack, unpack } from './gzip-lines';
import { openSnapshots, type Snapshot, type Snapshots } from './snapshots';

/** One entry after a change; without an entry it was removed. */
export interface Change {
  url: string;
  entry?: Entry;
}

/** A change that is being written down. */
export interface Note {
  urls: string[];
  /** Resolves when it is written, or cannot be. */
  kept: Promise<void>;
  drop(): Promise<void>;
}

/** What changed since the last snapshots: with them it is the whole library once more, apart from the database. */
export interface Journal {
  /**
   * Writes down what a transaction changes, while it is still under way: the disk does both at once. Where the
   * transaction fails, the note is to be dropped.
   * @param after every entry that is changed, as it will be; undefined: it will be gone
   * @param number of the change (see `UnitOfWork.number`): notes are read in this order, whatever clocks and windows say
   */
  note(after: ReadonlyMap<string, Entry | undefined>, number: number): Note;
  /** How many changes are written down. */
  length(): Promise<number>;
  /** Forgets what this snapshot holds. */
  forget(snapshot: Pick<Snapshot, 'at' | 'stamp'>): Promise<void>;
  /** The library from the newest snapshot that can be read and all that changed since. */
  restore(): Promise<Entry[]>;
  /** The highest number that was ever given, as far as files here know: a library that is made anew counts on from it. */
  lastNumber(): Promise<number>;
  /** Remembers that so many entries were made anew, until the reader was told. */
  remember(entries: number): Promise<void>;
  /** How many entries were made anew and not told of yet. */
  restored(): Promise<number>;
  /** The reader was told. */
  told(): Promise<void>;
}

/** `n-NUMBER-TIME.gz`, the number with fifteen digits: by name they are in order. The time tells apart what was counted anew. */
const NAME = /^n-(\d{15})-\d+\.gz$/;

/** `j-MICROSECONDS-ORDER.gz`, as versions before wrote it: in the order of clocks, and all before what has a number. */
const TIMED = /^j-(\d{16,})-\d+\.gz$/;

/** `r-ENTRIES`: so many were made anew. */
const RESTORED = /^r-(\d+)$/;

/** How far clocks may differ, in milliseconds, where nothing but the time is known. */
const SLACK = 60_000;

/** What this page is still writing down. */
const pending = new Set<Promise<void>>();

/** @param of name of the library's database */
export function openJournal(of = DATABASE): Journal {
  const files = openFileStore(of);
  const names = async () => {
    const all = await files.names();
    return [...all.filter((name) => TIMED.test(name)), ...all.filter((name) => NAME.test(name))];
  };
  return {
    note(after, number) {
      const name = `n-${String(number).padStart(15, '0')}-${Date.now()}.gz`;
      const changes = [...after].map(([url, entry]): Change => ({ url, ...(entry && { entry }) }));
      // Committed is committed: where this fails, the next snapshot holds the change.
      const kept = pack([changes])
        .then((body) => files.write(name, body))
        .catch(() => {});
      pending.add(kept);
      void kept.then(() => pending.delete(kept));
      return {
        urls: [...after.keys()],
        kept,
        drop: () => kept.then(() => files.remove([name])).catch(() => {}),
      };
    },
    length: async () => (await names()).length,
    forget: async (snapshot) => files.remove((await names()).filter((name) => isIn(snapshot, name))),
    async restore() {
      await Promise.all(pending);
      const { entries, at, stamp } = await lastReadable(openSnapshots(undefined, of));
      const rows = new Map(entries.map((entry) => [entry.url, entry]));
      for (const name of await names()) {
        if (isIn({ at: at - SLACK, stamp }, name)) continue;
        const body = await files.read(name);
        // A damaged file is passed over: the rest is worth more.
        const changes = body ? await unpack<Change>(body).catch(() => []) : [];
        for (const { url, entry } of changes) {
          if (entry) rows.set(url, entry);
          else rows.delete(url);
        }
      }
      return repaired([...rows.values()]);
    },
    lastNumber: async () => highest(await names(), await openSnapshots(undefined, of).list()),
    remember: (entries) => files.write(`r-${entries}`, new Uint8Array()),
    async restored() {
      const counts = (await files.names()).map((name) => Number(RESTORED.exec(name)?.[1] ?? 0));
      return Math.max(0, ...counts);
    },
    told: async () => files.remove((await files.names()).filter((name) => RESTORED.test(name))),
  };
}

async function lastReadable(
  snapshots: Snapshots,
): Promise<Pick<Snapshot, 'at' | 'stamp'> & { entries: Entry[] }> {
  for (const { id, at, stamp } of await snapshots.list()) {
    const entries = await snapshots.read(id).catch(() => undefined);
    if (entries) return { entries, at, stamp };
  }
  return { entries: [], at: 0, stamp: '' };
}

/** The rows as they should be, without those that are no entries. */
async function repaired(rows: Entry[]): Promise<Entry[]> {
  const { findFaults } = await import('../integrity');
  const { repairs } = findFaults(rows, Date.now());
  const repaired = new Map(repairs.map(({ row, entry }) => [row, entry]));
  return rows.flatMap((row) => (repaired.has(row) ? (repaired.get(row) ?? []) : row));
}

/** Whether a change was made before a snapshot: by its number, and by the time only where it has none. */
function isIn({ at, stamp }: Pick<Snapshot, 'at' | 'stamp'>, name: string): boolean {
  const [, time] = TIMED.exec(name) ?? [];
  return time === undefined ? numberOf(name) <= lastStepOf(stamp) : Number(time) / 1000 < at;
}

function highest(names: string[], snapshots: Snapshot[]): number {
  const known = [...names.map(numberOf), ...snapshots.map(({ stamp }) => lastStepOf(stamp))];
  return known.reduce((a, b) => Math.max(a, b), 0);
}

function numberOf(name: string): number {
  return Number(NAME.exec(name)?.[1] ?? 0);
}

/** The newest step of the library a snapshot shows; 0 where its stamp knows none (`v1`: taken before an upgrade). */
function lastStepOf(stamp: string): number {
  return Number(/^\d+/.exec(stamp)?.[0] ?? 0);
}
