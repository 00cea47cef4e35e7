import { browser } from 'wxt/browser';

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
