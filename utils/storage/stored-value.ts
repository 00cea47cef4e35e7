import { store } from './local-store';
import type { Store } from './store';

/** A typed value in a store. */
export interface StoredValue<T> {
  read(): Promise<T>;
  /**
   * Replaces the value by what a function makes of it. Changes are serialised across all windows and the background: each
   * sees the result of the one before. An unchanged value is not written.
   */
  change(next: (now: T) => T): Promise<void>;
  /** Overwrites the value at once, without waiting for other changes: for a page that may be closing. */
  put(value: T): Promise<void>;
  /** Listens for every change, made anywhere. */
  onChange(listener: (now: T) => void, signal: AbortSignal): void;
}

/** How a value is stored: `from` validates what is read, whatever it is; `into` gives what to write, undefined to delete. */
export interface Shape<T> {
  from(value: unknown): T;
  into(value: T): unknown;
}

/** A value under its own key. */
export function storedValue<T>(key: string, { from, into }: Shape<T>, at: Store = store): StoredValue<T> {
  const read = async () => from(await at.get(key));
  const put = (value: T) => at.set(key, into(value));
  let waiting: ((now: T) => T)[] = [];
  let turn = Promise.resolve();
  /** All changes waiting for the lock are done with one read and one write. */
  const work = async () => {
    const steps = waiting;
    waiting = [];
    const now = await read();
    let then: T = now;
    for (const step of steps) then = step(then);
    if (then !== now) await put(then);
  };
  return {
    read,
    put,
    change(next) {
      // Web Locks: shared by all pages of the extension and its background.
      if (waiting.push(next) === 1) turn = navigator.locks.request<Promise<void>>(`kept:${key}`, work);
      return turn;
    },
    onChange(listener, signal) {
      at.onChange((changed, value) => {
        if (changed === key) listener(from(value));
      }, signal);
    },
  };
}

/** The shape of a value that is one of a few words. */
export function oneOf<T extends string>(words: readonly T[], other: T): Shape<T> {
  return { from: (value) => words.find((word) => word === value) ?? other, into: (word) => word };
}
