import { byUse } from '../domain/counted-tags';
import type { Entry, Mark, TagCount } from '../domain/entry';
import { inQueueOrder } from '../domain/queue-order';
import { changedSince, cursorOf } from './change-cursor';
import type { Connection } from './connection';
import type { Entries } from './entries';
import type { Database } from './schema';

type Readers = Pick<
  Entries,
  | 'get'
  | 'marks'
  | 'newest'
  | 'all'
  | 'queue'
  | 'tags'
  | 'count'
  | 'trash'
  | 'batches'
  | 'stamp'
  | 'continues'
  | 'cursor'
  | 'changedSince'
  | 'check'
>;

/** The reading half of the repository. */
export function readers(connection: Connection): Readers {
  const get = (urls: string[]) =>
    connection(async (db) => {
      const { store } = db.transaction('entries');
      const found = await Promise.all(urls.map((url) => store.get(url)));
      return found.filter((entry) => entry !== undefined);
    });
  return {
    get,
    marks: async (urls) => (await get(urls)).map(markOf),
    newest: (limit) =>
      connection(async (db) => readNewest(db.transaction('entries').store.index('savedAt'), limit)),
    all: () => connection((db) => db.getAll('entries')),
    batches: (size = 1000) => batches(connection, size),
    stamp: () => connection(stampOf),
    continues: (stamp) => connection((db) => continues(db, stamp)),
    cursor: () => connection(cursorOf),
    changedSince: (cursor) => connection((db) => changedSince(db, cursor)),
    async check() {
      const { findFaults } = await import('./integrity');
      return connection(async (db) => findFaults(await db.getAll('entries'), Date.now()).findings);
    },
    queue: () => connection(async (db) => inQueueOrder(await db.getAllFromIndex('entries', 'queue'))),
    tags: () => connection(async (db) => countKeys(db.transaction('entries').store.index('tag'))),
    count: () => connection((db) => db.count('entries')),
    trash: () => connection(async (db) => (await db.getAllFromIndex('trash', 'removedAt')).reverse()),
  };
}

/** Each batch is read in a transaction of its own: in between anything may be written. */
async function* batches(connection: Connection, size: number): AsyncGenerator<Entry[]> {
  let after: IDBKeyRange | undefined;
  for (;;) {
    const found = await connection((db) => db.getAll('entries', after, size));
    const last = found.at(-1);
    if (!last) return;
    yield found;
    after = IDBKeyRange.lowerBound(last.url, true);
  }
}

/**
 * The newest step, how many steps are undone, and the time of the newest: a change adds a step, an undo or redo changes the
 * count; the time distinguishes libraries that started counting again.
 */
async function stampOf(db: Database): Promise<string> {
  const steps = db.transaction('steps').store;
  const [last, undone] = await Promise.all([steps.openCursor(null, 'prev'), steps.index('undone').count()]);
  return `${last?.key ?? 0}.${undone}.${last?.value.at ?? 0}`;
}

/** Step numbers only grow, also in a restored library. The step itself may have been dropped. */
async function continues(db: Database, stamp: string): Promise<boolean> {
  const [id = 0, , at = 0] = stamp.split('.').map(Number);
  const steps = db.transaction('steps').store;
  const [last, then] = await Promise.all([steps.openKeyCursor(null, 'prev'), steps.get(id)]);
  return (last?.key ?? 0) >= id && (!then || then.at === at);
}

/** The mark of an entry. */
export function markOf(entry: Entry): Mark {
  return {
    url: entry.url,
    tags: entry.tags,
    queued: entry.queue !== undefined,
    read: entry.readAt !== undefined,
  };
}

interface Cursor<Key, Value> {
  key: Key;
  value: Value;
  continue(): Promise<Cursor<Key, Value> | null>;
}

interface SavedAtIndex {
  /** IndexedDB 3.0 (4.5), in Chrome 141 and newer. */
  getAllRecords?(options: { direction: 'prev'; count: number }): Promise<{ value: Entry }[]>;
  openCursor(range: null, direction: 'prev'): Promise<Cursor<number, Entry> | null>;
}

/** In one request where the browser can: a cursor needs one for each entry. */
async function readNewest(index: SavedAtIndex, limit: number): Promise<Entry[]> {
  const found: Entry[] = [];
  if (limit > 0 && index.getAllRecords)
    return (await index.getAllRecords({ direction: 'prev', count: limit })).map(({ value }) => value);
  let cursor = limit > 0 ? await index.openCursor(null, 'prev') : null;
  while (cursor) {
    found.push(cursor.value);
    cursor = found.length < limit ? await cursor.continue() : null;
  }
  return found;
}

interface TagIndex {
  openKeyCursor(): Promise<Omit<Cursor<string, never>, 'value'> | null>;
}

async function countKeys(index: TagIndex): Promise<TagCount[]> {
  const counts = new Map<string, number>();
  for (let cursor = await index.openKeyCursor(); cursor; cursor = await cursor.continue()) {
    counts.set(cursor.key, (counts.get(cursor.key) ?? 0) + 1);
  }
  return byUse(counts);
}
