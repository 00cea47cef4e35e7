import { effect, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Entries } from '../db/entries';
import type { Removed } from '../db/schema';
import { elapsed, isDue, isToCome } from '../runtime/due';
import type { LibraryOptions } from './options';

const DAY = 86_400_000;

/** How long removed entries rest, in days. */
const REST = 30;

/** Days until what was removed then is forgotten; both in epoch milliseconds. */
export function daysLeft(removedAt: number, now: number): number {
  return Math.max(0, Math.ceil((REST * DAY - elapsed(removedAt, now)) / DAY));
}

const KEY = 'clock';

/** A longer time than this between two looks may be a clock that jumped, and a clock is believed after so long without. */
const JUMP = 15 * DAY;
const STEADY = 7 * DAY;

/**
 * Whether the clock has run on without a jump for a week, as far as the openings of our pages show: only then is anything
 * forgotten for its age. Nobody knows at once whether a year has passed, or the clock is wrong.
 * @param now epoch milliseconds
 */
export function isSteady(now: number): boolean {
  const [since = now, seen = Number.NaN] = (localStorage.getItem(KEY) ?? '')
    .split(' ')
    .filter(Boolean)
    .map(Number);
  const isOn = !isToCome(seen, now) && elapsed(seen, now) < JUMP;
  const from = isOn ? since : now;
  try {
    localStorage.setItem(KEY, `${from} ${now}`);
  } catch {
    // No room: the clock is not believed, and nothing is forgotten.
  }
  return isOn && isDue(from, now, STEADY);
}

interface TrashOptions extends Pick<LibraryOptions, 'onChange' | 'signal'> {
  db: Entries;
  /** Whether the trash is what is shown. */
  isShown: ReadonlySignal<boolean>;
  trash: Signal<Removed[]>;
}

/** Reads the trash while it is shown, and again after every change; forgets what has rested long enough. */
export function syncTrash({ db, onChange, signal, isShown, trash }: TrashOptions): void {
  const read = async () => {
    // What cannot be read is said by the library itself.
    trash.value = await db.trash().catch(() => []);
  };
  const stop = effect(() => {
    if (isShown.value) void read();
  });
  signal.addEventListener('abort', stop, { once: true });
  onChange(() => {
    if (isShown.peek()) void read();
  }, signal);
  // Where it fails, the next opening does it.
  if (isSteady(Date.now())) db.emptyTrash(Date.now() - REST * DAY).catch(() => {});
}
