import type { Entry } from '../../domain/entry';
import type { AppError } from '../../domain/errors';
import { databaseError } from '../database-error';
import { DATABASE } from '../schema';
import { type FileStore, openFileStore } from './file-store';
import { pack, unpack } from './gzip-lines';
import { openSnapshots, type Snapshot, type Snapshots } from './snapshots';

/** One entry after a change; removed if `entry` is absent. */
interface Change {
  url: string;
  entry?: Entry;
}

/** A change that is being written to the journal. */
export interface JournalRecord {
  urls: string[];
  /** Resolves when it is written, or to why it could not be. */
  written: Promise<AppError | undefined>;
  drop(): Promise<void>;
}

/** All changes since the last snapshots. Snapshots and journal together are a copy of the library outside the database. */
export interface Journal {
  /**
   * Writes down what a transaction changes while it is still running. If the transaction fails, the record must be
   * dropped.
   * @param after every changed entry as it will be; undefined: it will be gone
   * @param number of the change (see `UnitOfWork.number`): records are read in this order, whatever clocks say
   */
  record(after: ReadonlyMap<string, Entry | undefined>, number: number): JournalRecord;
  /** How many records there are. */
  length(): Promise<number>;
  /** Deletes the records this snapshot includes. */
  forget(snapshot: Pick<Snapshot, 'at' | 'stamp'>): Promise<void>;
  /** The library, from the newest readable snapshot and all changes since. */
  restore(): Promise<Entry[]>;
  /** The highest number given so far, as far as the files show: a restored library continues from it. */
  lastNumber(): Promise<number>;
  /** Remembers that so many entries were restored, until the reader was told. */
  remember(entries: number): Promise<void>;
  /** How many entries were restored without the reader having been told. */
  restored(): Promise<number>;
  /** The reader has read the message. */
  acknowledge(): Promise<void>;
}

/** `n-NUMBER-TIME.gz`, the number with fifteen digits, so that names sort in order. The time distinguishes equal numbers. */
const NAME = /^n-(\d{15})-\d+\.gz$/;

/** `j-MICROSECONDS-ORDER.gz`, as older versions wrote it: ordered by time, and all before those with a number. */
const TIMED = /^j-(\d{16,})-\d+\.gz$/;

/** `r-ENTRIES`: so many were restored. */
const RESTORED = /^r-(\d+)$/;

/** How far clocks may differ, in milliseconds; matters only for records without a number. */
const SLACK = 60_000;

/** Resolves when every record of this page is written. */
let written: Promise<unknown> = Promise.resolve();

/** @param of name of the library's database */
export function openJournal(of = DATABASE): Journal {
  const files = openFileStore(of);
  const names = async () => {
    const all = await files.names();
    return [...all.filter((name) => TIMED.test(name)), ...all.filter((name) => NAME.test(name))];
  };
  return {
    record(after, number) {
      const name = `n-${String(number).padStart(15, '0')}-${Date.now()}.gz`;
      const changes = [...after].map(([url, entry]): Change => ({ url, ...(entry && { entry }) }));
      const drop = () => files.remove([name]).catch(() => {});
      const writing = write(files, name, changes);
      written = written.then(() => writing);
      return {
        urls: [...after.keys()],
        written: writing,
        drop: () => writing.then(drop),
      };
    },
    length: async () => (await names()).length,
    forget: async (snapshot) => files.remove((await names()).filter((name) => isIn(snapshot, name))),
    async restore() {
      await written;
      const last = await lastReadable(openSnapshots(undefined, of));
      const rows = new Map(last?.entries.map((entry) => [entry.url, entry]));
      for (const name of await names()) {
        if (last && isIn({ ...last, at: last.at - SLACK }, name)) continue;
        const body = await files.read(name);
        const changes = body && (await unpack<Change>(body).catch(() => undefined));
        // A damaged file is skipped for the sake of the rest.
        if (!changes) continue;
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
    acknowledge: async () => files.remove((await files.names()).filter((name) => RESTORED.test(name))),
  };
}

/** Nothing of a file that cannot be written completely stays. */
async function write(files: FileStore, name: string, changes: Change[]): Promise<AppError | undefined> {
  try {
    await files.write(name, await pack([changes]));
    return undefined;
  } catch (error) {
    await files.remove([name]).catch(() => {});
    return databaseError(error);
  }
}

async function lastReadable(
  snapshots: Snapshots,
): Promise<(Pick<Snapshot, 'at' | 'stamp'> & { entries: Entry[] }) | undefined> {
  for (const { id, at, stamp } of await snapshots.list()) {
    const entries = await snapshots.read(id).catch(() => undefined);
    if (entries) return { entries, at, stamp };
  }
  return undefined;
}

/** The rows as they should be, without those that are no entries. */
async function repaired(rows: Entry[]): Promise<Entry[]> {
  const { findFaults } = await import('../integrity');
  const { repairs } = findFaults(rows, Date.now());
  const repaired = new Map(repairs.map(({ row, entry }) => [row, entry]));
  return rows.flatMap((row) => (repaired.has(row) ? (repaired.get(row) ?? []) : row));
}

/** Whether a snapshot includes a change: by its number, or by its time if it has none. */
function isIn({ at, stamp }: Pick<Snapshot, 'at' | 'stamp'>, name: string): boolean {
  const time = TIMED.exec(name)?.[1];
  return time === undefined ? numberOf(name) <= lastStepOf(stamp) : Number(time) / 1000 < at;
}

function highest(names: string[], snapshots: Snapshot[]): number {
  const known = [...names.map(numberOf), ...snapshots.map(({ stamp }) => lastStepOf(stamp))];
  return known.reduce((a, b) => Math.max(a, b), 0);
}

function numberOf(name: string): number {
  return Number(NAME.exec(name)?.[1] ?? 0);
}

/** The newest step a snapshot includes; 0 if its stamp has none (`v1`: taken before an upgrade). */
function lastStepOf(stamp: string): number {
  return Number(/^\d+/.exec(stamp)?.[0] ?? 0);
}
