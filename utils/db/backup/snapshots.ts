import { deleteDB } from 'idb';
import type { Entry } from '../../domain/entry';
import { AppError } from '../../domain/errors';
import { databaseError } from '../database-error';
import { DATABASE } from '../schema';
import { openFileStore } from './file-store';
import { pack, unpack } from './gzip-lines';

/** Why a snapshot was taken. */
export type SnapshotReason = 'daily' | 'upgrade' | 'import' | 'bulk' | 'rewind' | 'mend' | 'asked';

/** What is known of a snapshot without reading it. */
export interface Snapshot {
  id: number;
  /** Epoch milliseconds. */
  at: number;
  why: SnapshotReason;
  /** How many entries it holds. */
  entries: number;
  /** Compressed. */
  bytes: number;
  /** The library's state then (see `Entries.stamp`). */
  stamp: string;
}

/** Where snapshots are kept: apart from the database, so that they outlive it. */
export interface Snapshots {
  /** Newest first. */
  list(): Promise<Snapshot[]>;
  take(why: SnapshotReason, batches: AsyncIterable<Entry[]> | Entry[][], stamp: string): Promise<Snapshot>;
  /** The entries it holds, exactly as they were. */
  read(id: number): Promise<Entry[]>;
}

/** What is known of a snapshot without reading it is the name of its file: `s-ID-TIME-REASON-ENTRIES-STAMP.gz`. */
const NAME = /^s-(\d+)-(\d+)-([a-z]+)-(\d+)-(v?[\d.]+)\.gz$/;

/**
 * Snapshots as files of the `FileStore`. Every failure is an `AppError`.
 * @param of name of the library's database
 */
export function openSnapshots(now: () => number = Date.now, of = DATABASE): Snapshots {
  const files = openFileStore(of);
  const known = async () => (await files.names()).flatMap(snapshotFrom).sort((a, b) => b.id - a.id);
  const list = async () =>
    Promise.all((await known()).map(async (one) => ({ ...one, bytes: await files.size(nameOf(one)) })));
  return {
    list: () => withAppErrors(list),
    take: (why, batches, stamp) =>
      withAppErrors(async () => {
        const at = now();
        const count = { entries: 0 };
        const body = await pack(counted(batches, count));
        const id = ((await known())[0]?.id ?? 0) + 1;
        const taken = { id, at, why, stamp, ...count, bytes: body.byteLength };
        await files.write(nameOf(taken), body);
        await files.remove(surplus(await list()).map(nameOf));
        return taken;
      }),
    read: (id) =>
      withAppErrors(async () => {
        const found = (await known()).find((one) => one.id === id);
        const body = found && (await files.read(nameOf(found)));
        return body
          ? unpack<Entry>(body)
          : Promise.reject(new AppError('broken', 'the snapshot is not there'));
      }),
  };
}

async function withAppErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw databaseError(error);
  }
}

function nameOf({ id, at, why, entries, stamp }: Snapshot): string {
  return `s-${id}-${at}-${why}-${entries}-${stamp}.gz`;
}

function snapshotFrom(name: string): Snapshot[] {
  const parts = NAME.exec(name)?.slice(1);
  if (!parts) return [];
  // The pattern has five parts, and the reason is one of ours: the name was made by `nameOf`.
  const [id, at, why, entries, stamp] = parts as [string, string, SnapshotReason, string, string];
  return [{ id: Number(id), at: Number(at), why, entries: Number(entries), stamp, bytes: 0 }];
}

async function* counted(
  batches: AsyncIterable<Entry[]> | Entry[][],
  count: { entries: number },
): AsyncGenerator<Entry[]> {
  for await (const batch of batches) {
    count.entries += batch.length;
    yield batch;
  }
}

const DAY = 86_400_000;
/** Always kept. */
const NEWEST = 3;
/** Kept beyond the newest: the last of each of so many days, and of so many weeks, that have one. */
const DAYS = 14;
const WEEKS = 12;
/** Most bytes of all together, compressed. */
const SPACE = 64_000_000;

/**
 * Which snapshots to delete: all but the newest, one a day and one a week, as many as fit. Days and weeks that have a
 * snapshot are counted, not days that went by: one taken while the clock was years ahead does not make the others old.
 */
export function surplus(all: Snapshot[]): Snapshot[] {
  const newestFirst = all.toSorted((a, b) => b.id - a.id);
  const days = new Set<number>();
  const weeks = new Set<number>();
  let space = SPACE;
  return newestFirst.flatMap((one, place) => {
    const isLastOfDay = isNew(days, Math.floor(one.at / DAY), DAYS);
    const isLastOfWeek = isNew(weeks, Math.floor(one.at / (7 * DAY)), WEEKS);
    const isKept = place < NEWEST || ((isLastOfDay || isLastOfWeek) && one.bytes <= space);
    space -= isKept ? one.bytes : 0;
    return isKept ? [] : [one];
  });
}

/** Whether a slot is seen for the first time, and is among the first `most`. */
function isNew(slots: Set<number>, slot: number, most: number): boolean {
  if (slots.has(slot) || slots.size >= most) return false;
  slots.add(slot);
  return true;
}

/** Deletes a library that cannot be opened or is incomplete, so that a snapshot can take its place. */
export function forgetLibrary(name = DATABASE): Promise<void> {
  return deleteDB(name);
}
