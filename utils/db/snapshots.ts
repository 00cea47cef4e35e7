import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { Entry } from '../entry';
import { DATABASE } from './schema';
import { troubleFrom } from './trouble-from';

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

/** Where snapshots are kept: a database of their own, so that a damaged library does not take them with it. */
export interface Snapshots {
  /** Newest first. */
  list(): Promise<Snapshot[]>;
  take(why: SnapshotReason, batches: AsyncIterable<Entry[]> | Entry[][], stamp: string): Promise<Snapshot>;
  /** The entries it holds, exactly as they were. */
  read(id: number): Promise<Entry[]>;
}

/**
 * Snapshots over their own database. Every failure is a `TroubleError`.
 * @param of name of the library's database
 */
export function openSnapshots(now: () => number = Date.now, of = DATABASE): Snapshots {
  const inDatabase = async <T>(work: (db: IDBPDatabase) => Promise<T>): Promise<T> => {
    try {
      const db = await openDB(`${of}-snapshots`, 1, { upgrade: createStores });
      return await work(db).finally(() => db.close());
    } catch (error) {
      throw troubleFrom(error);
    }
  };
  return {
    list: () =>
      inDatabase(async (db) => {
        const all: Snapshot[] = await db.getAll('snapshots');
        return all.reverse();
      }),
    async take(why, batches, stamp) {
      const { body, entries } = await pack(batches);
      const told = { at: now(), why, entries, bytes: body.byteLength, stamp };
      return inDatabase((db) => put(db, told, body));
    },
    read: (id) => inDatabase(async (db) => unpack(await db.get('bodies', id))),
  };
}

function createStores(db: IDBPDatabase): void {
  db.createObjectStore('snapshots', { keyPath: 'id', autoIncrement: true });
  db.createObjectStore('bodies');
}

/** Keeps a snapshot and forgets those that are too many, together. */
async function put(db: IDBPDatabase, told: Omit<Snapshot, 'id'>, body: Uint8Array): Promise<Snapshot> {
  const tx = db.transaction(['snapshots', 'bodies'], 'readwrite', { durability: 'strict' });
  const [snapshots, bodies] = [tx.objectStore('snapshots'), tx.objectStore('bodies')];
  // The key is a number that the database counts up.
  const id = Number(await snapshots.add(told));
  bodies.put(body, id).catch(() => {});
  const all: Snapshot[] = await snapshots.getAll();
  for (const old of surplus(all)) {
    snapshots.delete(old).catch(() => {});
    bodies.delete(old).catch(() => {});
  }
  await tx.done;
  return { ...told, id };
}

const DAY = 86_400_000;
/** Always kept. */
const NEWEST = 3;
/** Kept beyond the newest: the last of each of so many days, then of so many weeks. */
const DAYS = 14;
const WEEKS = 12;
/** Most bytes of all together, in compressed form. */
const ROOM = 64_000_000;

/** Which snapshots are to be forgotten: all but the newest, one a day, one a week, as many as there is room for. */
export function surplus(all: Snapshot[]): number[] {
  const newestFirst = all.toSorted((a, b) => b.id - a.id);
  const latest = newestFirst[0]?.at ?? 0;
  const taken = new Set<string>();
  let room = ROOM;
  return newestFirst.flatMap((one, place) => {
    const days = Math.floor(latest / DAY) - Math.floor(one.at / DAY);
    const slot = days < DAYS ? `day ${days}` : `week ${Math.floor(days / 7)}`;
    const isKept = place < NEWEST || (days < WEEKS * 7 && !taken.has(slot) && one.bytes <= room);
    taken.add(slot);
    room -= isKept ? one.bytes : 0;
    return isKept ? [] : [one.id];
  });
}

/** Entries as lines of JSON, compressed: exact, and small. */
async function pack(
  batches: AsyncIterable<Entry[]> | Entry[][],
): Promise<{ body: Uint8Array; entries: number }> {
  const gzip = new CompressionStream('gzip');
  const packed = new Response(gzip.readable).arrayBuffer();
  const writer = gzip.writable.getWriter();
  let entries = 0;
  for await (const batch of batches) {
    entries += batch.length;
    const lines = batch.map((entry) => `${JSON.stringify(entry)}\n`).join('');
    await writer.write(new TextEncoder().encode(lines));
  }
  await writer.close();
  return { body: new Uint8Array(await packed), entries };
}

async function unpack(body: Uint8Array<ArrayBuffer>): Promise<Entry[]> {
  const stream = new Blob([body]).stream().pipeThrough(new DecompressionStream('gzip'));
  const text = await new Response(stream).text();
  // The lines are entries as they were written by `pack`.
  return text.split('\n').flatMap((line) => (line ? [JSON.parse(line) as Entry] : []));
}

/** Takes away a library that cannot be opened or is not whole, to make room for a snapshot of it. */
export function forgetLibrary(name = DATABASE): Promise<void> {
  return deleteDB(name);
}
