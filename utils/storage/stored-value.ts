import { store } from './local-store';
import type { Store } from './store';

/** One thing of the reader's that is kept. */
export interface StoredValue<T> {
  read(): Promise<T>;
  /**
   * Puts what a function makes of it in its place. In all windows and in the background together one change follows
   * another, each on what the one before left; the same again is not written.
   */
  change(next: (now: T) => T): Promise<void>;
  /** Puts this in its place, whatever was there, and asks nobody first: for a page that may be closing. */
  put(thing: T): Promise<void>;
  /** Hears of every change, made anywhere. */
  onChange(listener: (now: T) => void, signal: AbortSignal): void;
}

/** How a thing is kept: `from` checks what is read, damaged or not; `into` gives what is written, undefined nothing. */
export interface Shape<T> {
  from(value: unknown): T;
  into(thing: T): unknown;
}

/** A thing under a key of its own. */
export function storedValue<T>(key: string, { from, into }: Shape<T>, at: Store = store): StoredValue<T> {
  const read = async () => from(await at.get(key));
  const put = (thing: T) => at.set(key, into(thing));
  let waiting: ((now: T) => T)[] = [];
  let turn = Promise.resolve();
  /** What was asked for until it is its turn is one reading and one writing. */
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

/** How one of a few words is kept. */
export function oneOf<T extends string>(words: readonly T[], other: T): Shape<T> {
  return { from: (value) => words.find((word) => word === value) ?? other, into: (word) => word };
}
