import { browser } from 'wxt/browser';
import { databaseStore } from './database-store';

/** Where values are kept by name, out of reach of every web page and of our own script in it. */
export interface Store {
  /** Undefined where nothing is kept under this name. */
  get(key: string): Promise<unknown>;
  /** Puts a value in its place; undefined takes away what is there. */
  set(key: string, value: unknown): Promise<void>;
  all(): Promise<[key: string, value: unknown][]>;
  /** Hears of every change, made anywhere, here too. */
  onChange(listener: (key: string, value: unknown) => void, signal: AbortSignal): void;
}

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

/** A storage area of the extension. */
export function areaStore(name: 'local' | 'session'): Store {
  const area = () => browser.storage[name];
  return {
    get: async (key) => (await area().get(key))[key],
    set: (key, value) => (value === undefined ? area().remove(key) : area().set({ [key]: value })),
    all: async () => Object.entries(await area().get(null)),
    onChange(listener, signal) {
      const hear = (changes: Record<string, { newValue?: unknown }>, changed: string) => {
        if (changed !== name) return;
        for (const [key, { newValue }] of Object.entries(changes)) listener(key, newValue);
      };
      browser.storage.onChanged.addListener(hear);
      signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(hear), { once: true });
    },
  };
}
