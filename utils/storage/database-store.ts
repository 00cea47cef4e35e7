import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { browser } from 'wxt/browser';
import type { Store } from './store';

interface Schema extends DBSchema {
  values: { key: string; value: unknown };
}

/** Beside the library's: what is kept here goes with neither its versions nor its repairs. */
const NAME = 'caixin-clipper-kept';

/** There once everything was taken over from `storage.local`. */
const MOVED = ' moved';

/** Values in a database of the extension's own origin, where no content script comes. */
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

/** By a channel of its own, which every other hears: those of this page too. */
function say(name: string, key: string, value: unknown): void {
  const channel = new BroadcastChannel(name);
  channel.postMessage([key, value]);
  channel.close();
}

async function openAt(name: string, onClosed: () => void): Promise<IDBPDatabase<Schema>> {
  const db = await openDB<Schema>(name, 1, {
    upgrade: (made) => void made.createObjectStore('values'),
    blocking: (_from, _to, event) => {
      // The event is that of an open database.
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  });
  if (!(await db.get('values', MOVED))) await takeOver(db);
  return db;
}

/**
 * Takes over what is in `storage.local` and empties it. What stands here already is newer: a browser that was closed
 * in the middle begins anew.
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
