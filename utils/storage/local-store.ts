import { databaseStore } from './database-store';
import { areaStore, type Store } from './store';

/** Compared by name: in tests the flags are strings, and every string is true. */
const IS_FIREFOX = import.meta.env.BROWSER === 'firefox';

/**
 * The store that outlives the browser. Chromium lets an extension close its storage to content scripts, and keeps it when a
 * full disk destroys the databases. Firefox (153) lets every content script read and clear that storage, so there it is a
 * database of the extension.
 */
export const store: Store = IS_FIREFOX ? databaseStore() : areaStore('local');

/** The store that is cleared when the browser closes. Neither browser shows it to content scripts. */
export const sessionStore: Store = areaStore('session');

/** The part of Chromium's storage area that closes it (Chrome 102 and newer); the polyfill does not know it. */
interface Closable {
  setAccessLevel?(level: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/**
 * Closes the store to content scripts. Must be called whenever the background starts. Chromium remembers it, also for
 * restored pages that load before the background (seen in Chromium 156). In Firefox it moves what an older version left
 * behind.
 */
export async function closeToPages(): Promise<void> {
  if (IS_FIREFOX) {
    await store.get('');
    return;
  }
  const { chrome } = globalThis as { chrome?: { storage?: { local?: Closable } } };
  await chrome?.storage?.local?.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
