import type { Entry } from '../entry';
import { look } from './mend';
import { pack, unpack } from './pack';
import { DATABASE } from './schema';
import { openSnapshots, type Snapshots } from './snapshots';
import { openVault } from './vault';

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
   */
  note(after: ReadonlyMap<string, Entry | undefined>): Note;
  /** How many changes are written down. */
  length(): Promise<number>;
  /** Forgets what was written before this moment (epoch milliseconds). */
  forget(before: number): Promise<void>;
  /** The library from the newest snapshot that can be read and all that changed since. */
  restore(): Promise<Entry[]>;
  /** Remembers that so many entries were made anew, until the reader was told. */
  remember(entries: number): Promise<void>;
  /** How many entries were made anew and not told of yet. */
  restored(): Promise<number>;
  /** The reader was told. */
  told(): Promise<void>;
}

/** `j-MICROSECONDS-ORDER.gz`: by name they are in order of time, across windows too; in one window also within a tick. */
const NAME = /^j-(\d{16,})-\d+\.gz$/;

/** `r-ENTRIES`: so many were made anew. */
const RESTORED = /^r-(\d+)$/;

/** How far clocks may differ, in milliseconds. A change written into the snapshot too does no harm. */
const SLACK = 60_000;

/** What this page is still writing down. */
const pending = new Set<Promise<void>>();

/** @param of name of the library's database */
export function openJournal(of = DATABASE): Journal {
  const vault = openVault(of);
  const names = async () => (await vault.names()).filter((name) => NAME.test(name));
  let order = 0;
  return {
    note(after) {
      const time = Math.floor((performance.timeOrigin + performance.now()) * 1000);
      const name = `j-${time}-${String(order++).padStart(6, '0')}.gz`;
      const changes = [...after].map(([url, entry]): Change => ({ url, ...(entry && { entry }) }));
      // Committed is committed: where this fails, the next snapshot holds the change.
      const kept = pack([changes])
        .then((body) => vault.write(name, body))
        .catch(() => {});
      pending.add(kept);
      void kept.then(() => pending.delete(kept));
      return {
        urls: [...after.keys()],
        kept,
        drop: () => kept.then(() => vault.remove([name])).catch(() => {}),
      };
    },
    length: async () => (await names()).length,
    forget: async (before) => vault.remove((await names()).filter((name) => timeOf(name) < before)),
    async restore() {
      await Promise.all(pending);
      const { entries, at } = await lastReadable(openSnapshots(undefined, of));
      const rows = new Map(entries.map((entry) => [entry.url, entry]));
      for (const name of await names()) {
        if (timeOf(name) < at - SLACK) continue;
        const body = await vault.read(name);
        // A damaged file is passed over: the rest is worth more.
        const changes = body ? await unpack<Change>(body).catch(() => []) : [];
        for (const { url, entry } of changes) {
          if (entry) rows.set(url, entry);
          else rows.delete(url);
        }
      }
      return well([...rows.values()]);
    },
    remember: (entries) => vault.write(`r-${entries}`, new Uint8Array()),
    async restored() {
      const counts = (await vault.names()).map((name) => Number(RESTORED.exec(name)?.[1] ?? 0));
      return Math.max(0, ...counts);
    },
    told: async () => vault.remove((await vault.names()).filter((name) => RESTORED.test(name))),
  };
}

async function lastReadable(snapshots: Snapshots): Promise<{ entries: Entry[]; at: number }> {
  for (const { id, at } of await snapshots.list()) {
    const entries = await snapshots.read(id).catch(() => undefined);
    if (entries) return { entries, at };
  }
  return { entries: [], at: 0 };
}

/** The rows as they should be; what is no entry is left out. */
function well(rows: Entry[]): Entry[] {
  const { mendings } = look(rows, Date.now());
  const mended = new Map(mendings.map(({ row, entry }) => [row, entry]));
  return rows.flatMap((row) => (mended.has(row) ? (mended.get(row) ?? []) : row));
}

/** Epoch milliseconds. */
function timeOf(name: string): number {
  return Number(NAME.exec(name)?.[1] ?? 0) / 1000;
}
