import { browser } from 'wxt/browser';

/** Stores values by key, out of reach of web pages and of our content script. */
export interface Store {
  /** Undefined if nothing is stored under this key. */
  get(key: string): Promise<unknown>;
  /** Stores a value; undefined deletes it. */
  set(key: string, value: unknown): Promise<void>;
  all(): Promise<[key: string, value: unknown][]>;
  /** Listens for every change, made anywhere, including here. */
  onChange(listener: (key: string, value: unknown) => void, signal: AbortSignal): void;
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
