import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { browser } from 'wxt/browser';
import type { Store } from './store';

interface Schema extends DBSchema {
  values: { key: string; value: unknown };
}

/** A separate database, independent of the library's versions and repairs. */
const NAME = 'caixin-clipper-kept';

/** The key that marks `storage.local` as taken over. */
const MOVED = ' moved';

/** Stores values in a database of the extension's origin, out of reach of content scripts. */
export function databaseStore(name = NAME): Store {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  const forget = () => {
    opened = undefined;
  };
  const open = () => {
    opened ??= openAt(name, forget);
    opened.catch(forget);
    return opened;
  };
  return {
    get: async (key) => (await open()).get('values', key),
    async set(key, value) {
      const tx = (await open()).transaction('values', 'readwrite');
      void (value === undefined ? tx.store.delete(key) : tx.store.put(value, key)).catch(() => {});
      // At once: the page may be closing.
      tx.commit();
      await tx.done;
      say(name, key, value);
    },
    async all() {
      const { store } = (await open()).transaction('values');
      const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
      const pairs = keys.map((key, at): [string, unknown] => [key, values[at]]);
      return pairs.filter(([key]) => key !== MOVED);
    },
    onChange(listener, signal) {
      const channel = new BroadcastChannel(name);
      channel.addEventListener('message', ({ data: [key, value] }) => listener(key, value), { signal });
      signal.addEventListener('abort', () => channel.close(), { once: true });
    },
  };
}

/** Through a new channel, so that channels of this page hear it too. */
function say(name: string, key: string, value: unknown): void {
  const channel = new BroadcastChannel(name);
  channel.postMessage([key, value]);
  channel.close();
}

async function openAt(name: string, onClosed: () => void): Promise<IDBPDatabase<Schema>> {
  const db = await openDB<Schema>(name, 1, {
    upgrade: (made) => void made.createObjectStore('values'),
    blocking: (_from, _to, event) => {
      // The cast: the target of this event is the open database.
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  });
  if (!(await db.get('values', MOVED))) await takeOver(db);
  return db;
}

/**
 * Moves everything from `storage.local` to this database. Existing values are newer and stay: a browser closed in the
 * middle starts again.
 */
async function takeOver(db: IDBPDatabase<Schema>): Promise<void> {
  const old = Object.entries(await browser.storage.local.get(null));
  const tx = db.transaction('values', 'readwrite');
  for (const [key, value] of old) {
    if ((await tx.store.getKey(key)) === undefined) await tx.store.put(value, key);
  }
  await tx.done;
  await browser.storage.local.clear();
  await db.put('values', true, MOVED);
}
