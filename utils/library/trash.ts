import { effect, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Entries } from '../db/entries';
import type { Removed } from '../db/schema';
import { elapsed, isDue, isToCome } from '../runtime/due';
import type { LibraryOptions } from './options';

const DAY = 86_400_000;

/** How long removed entries stay in the trash, in days. */
const KEEP_DAYS = 30;

/** Days until an entry removed at this moment is deleted; both in epoch milliseconds. */
export function daysLeft(removedAt: number, now: number): number {
  return Math.max(0, Math.ceil((KEEP_DAYS * DAY - elapsed(removedAt, now)) / DAY));
}

const KEY = 'clock';

/** A longer gap between two openings may be a clock that jumped; a clock without jumps for so long is trusted. */
const JUMP = 15 * DAY;
const STEADY = 7 * DAY;

/**
 * Whether the clock has run for a week without a jump, as far as the openings of our pages show. Only then is anything
 * deleted for its age: otherwise a year that seems to have passed may be a wrong clock.
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
    // No space: the clock is not trusted, and nothing is deleted.
  }
  return isOn && isDue(from, now, STEADY);
}

interface TrashOptions extends Pick<LibraryOptions, 'onChange' | 'signal'> {
  db: Entries;
  /** Whether the trash is shown. */
  isShown: ReadonlySignal<boolean>;
  trash: Signal<Removed[]>;
}

/** Reads the trash while it is shown, and again after every change; deletes what has been in it long enough. */
export function syncTrash({ db, onChange, signal, isShown, trash }: TrashOptions): void {
  const read = async () => {
    // The library itself reports what cannot be read.
    trash.value = await db.trash().catch(() => []);
  };
  const stop = effect(() => {
    if (isShown.value) void read();
  });
  signal.addEventListener('abort', stop, { once: true });
  onChange(() => {
    if (isShown.peek()) void read();
  }, signal);
  // If it fails, the next opening does it.
  if (isSteady(Date.now())) db.emptyTrash(Date.now() - KEEP_DAYS * DAY).catch(() => {});
}
