import { databaseStore } from './database-store';
import { areaStore, type Store } from './store';

/** By its name: while testing the flags are texts, and every text is true. */
const IS_FIREFOX = import.meta.env.BROWSER === 'firefox';

/**
 * What outlives the browser. Chromium lets an extension close its storage to content scripts, and that storage stays
 * where a full disk costs it the databases. Firefox (153) lets every content script read and clear it: there it is a
 * database of the extension's own.
 */
export const store: Store = IS_FIREFOX ? databaseStore() : areaStore('local');

/** What is forgotten with the browser. Neither browser shows it to content scripts. */
export const sessionStore: Store = areaStore('session');

/** As much of Chromium's storage area as closes it (Chrome 102 and newer); the polyfill does not know of it. */
interface Closable {
  setAccessLevel?(level: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/**
 * Takes what is kept out of the reach of content scripts. To be called whenever the background starts: Chromium
 * remembers it from then on, also where a restored page is there before the background (seen in Chromium 156); in
 * Firefox what an older version left behind is moved.
 */
export async function closeToPages(): Promise<void> {
  if (IS_FIREFOX) {
    await store.get('');
    return;
  }
  const { chrome } = globalThis as { chrome?: { storage?: { local?: Closable } } };
  await chrome?.storage?.local?.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
