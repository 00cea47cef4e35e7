import { browser } from 'wxt/browser';

/** One thing of the reader's that is kept in `storage.local`. */
export interface Kept<T> {
  read(): Promise<T>;
  /** Puts what a function makes of it in its place, one change after another; the same again is not written. */
  change(next: (now: T) => T): Promise<void>;
  /** Hears of every change, made anywhere. */
  onChange(listener: (now: T) => void, signal: AbortSignal): void;
}

/** How a thing is kept: `from` checks what is read, damaged or not; `into` gives what is written. */
export interface Form<T> {
  from(value: unknown): T;
  into(thing: T): unknown;
}

/** A thing under a key of its own. */
export function kept<T>(key: string, { from, into }: Form<T>): Kept<T> {
  const read = async () => from((await browser.storage.local.get(key))[key]);
  let last: Promise<unknown> = Promise.resolve();
  return {
    read,
    change(next) {
      const write = async () => {
        const now = await read();
        const then = next(now);
        if (then !== now) await browser.storage.local.set({ [key]: into(then) });
      };
      // One after another, also where the one before failed: each begins with what is there.
      const change = last.then(write, write);
      last = change;
      return change;
    },
    onChange(listener, signal) {
      const hear = (changes: Record<string, { newValue?: unknown }>, area: string) => {
        if (area === 'local' && changes[key]) listener(from(changes[key].newValue));
      };
      browser.storage.onChanged.addListener(hear);
      signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(hear), { once: true });
    },
  };
}
