import { deleteDB } from 'idb';
import type { Entry } from '../entry';
import { pack, unpack } from './pack';
import { DATABASE } from './schema';
import { troubleFrom } from './trouble-from';
import { openVault } from './vault';

/** Why a snapshot was taken. */
export type SnapshotReason = 'daily' | 'upgrade' | 'import' | 'bulk' | 'rewind' | 'mend' | 'asked';

/** What is told of a snapshot without reading it. */
export interface Snapshot {
  id: number;
  /** Epoch milliseconds. */
  at: number;
  why: SnapshotReason;
  /** How many entries it holds. */
  entries: number;
  /** Compressed. */
  bytes: number;
  /** The library's own word for its state (see `Entries.stamp`). */
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

/** What is told of a snapshot stands in the name of its file: `s-ID-TIME-REASON-ENTRIES-STAMP.gz`. */
const NAME = /^s-(\d+)-(\d+)-([a-z]+)-(\d+)-(v?[\d.]+)\.gz$/;

/**
 * Snapshots as files in the vault. Every failure is a `TroubleError`.
 * @param of name of the library's database
 */
export function openSnapshots(now: () => number = Date.now, of = DATABASE): Snapshots {
  const vault = openVault(of);
  const files = async () => (await vault.names()).flatMap(snapshotFrom).sort((a, b) => b.id - a.id);
  const list = async () =>
    Promise.all((await files()).map(async (one) => ({ ...one, bytes: await vault.size(nameOf(one)) })));
  return {
    list: () => inWords(list),
    take: (why, batches, stamp) =>
      inWords(async () => {
        const at = now();
        const count = { entries: 0 };
        const body = await pack(counted(batches, count));
        const id = ((await files())[0]?.id ?? 0) + 1;
        const taken = { id, at, why, stamp, ...count, bytes: body.byteLength };
        await vault.write(nameOf(taken), body);
        await vault.remove(surplus(await list()).map(nameOf));
        return taken;
      }),
    read: (id) =>
      inWords(async () => {
        const found = (await files()).find((one) => one.id === id);
        const body = found && (await vault.read(nameOf(found)));
        return body ? unpack<Entry>(body) : Promise.reject(new Error('the snapshot is not there'));
      }),
  };
}

async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw troubleFrom(error);
  }
}

function nameOf({ id, at, why, entries, stamp }: Snapshot): string {
  return `s-${id}-${at}-${why}-${entries}-${stamp}.gz`;
}

function snapshotFrom(name: string): Snapshot[] {
  const [, id, at, why, entries, stamp = ''] = NAME.exec(name) ?? [];
  if (id === undefined) return [];
  // The reason is one of ours: the name was made by `nameOf`.
  const reason = why as SnapshotReason;
  return [{ id: Number(id), at: Number(at), why: reason, entries: Number(entries), stamp, bytes: 0 }];
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
/** Longest time that is believed to lie between two snapshots that follow each other: a clock may jump by years. */
const GAP = 31 * DAY;
/** Always kept. */
const NEWEST = 3;
/** Kept beyond the newest: the last of each of so many days, then of so many weeks. */
const DAYS = 14;
const WEEKS = 12;
/** Most bytes of all together, in compressed form. */
const ROOM = 64_000_000;

/** Which snapshots are to be forgotten: all but the newest, one a day, one a week, as many as there is room for. */
export function surplus(all: Snapshot[]): Snapshot[] {
  const newestFirst = all.toSorted((a, b) => b.id - a.id);
  const daysAgo = daysBefore(newestFirst);
  const taken = new Set<string>();
  let room = ROOM;
  return newestFirst.flatMap((one, place) => {
    const days = daysAgo[place] ?? 0;
    const slot = days < DAYS ? `day ${days}` : `week ${Math.floor(days / 7)}`;
    const isKept = place < NEWEST || (days < WEEKS * 7 && !taken.has(slot) && one.bytes <= room);
    taken.add(slot);
    room -= isKept ? one.bytes : 0;
    return isKept ? [] : [one];
  });
}

/** How many days each snapshot is older than the newest, by what can be believed of the time between one and the next. */
function daysBefore(newestFirst: Snapshot[]): number[] {
  let at = newestFirst[0]?.at ?? 0;
  const last = Math.floor(at / DAY);
  return newestFirst.map((one, place) => {
    at -= Math.min(GAP, Math.max(0, (newestFirst[place - 1]?.at ?? one.at) - one.at));
    return last - Math.floor(at / DAY);
  });
}

/** Takes away a library that cannot be opened or is not whole, to make room for a snapshot of it. */
export function forgetLibrary(name = DATABASE): Promise<void> {
  return deleteDB(name);
}
