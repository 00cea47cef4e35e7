import { effect, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Entries } from '../db/entries';
import type { Removed } from '../db/schema';
import type { LibraryOptions } from './index';

const DAY = 86_400_000;

/** How long removed entries rest, in days. */
const REST = 30;

/** Days until what was removed then is forgotten; both in epoch milliseconds. */
export function daysLeft(removedAt: number, now: number): number {
  const days = Math.ceil((removedAt + REST * DAY - now) / DAY);
  return Math.min(REST, Math.max(0, days));
}

interface TrashOptions extends Pick<LibraryOptions, 'onChange' | 'signal'> {
  db: Entries;
  /** Whether the trash is what is shown. */
  isShown: ReadonlySignal<boolean>;
  trash: Signal<Removed[]>;
}

/** Reads the trash while it is shown, and again after every change; forgets what has rested long enough. */
export function keepTrash({ db, onChange, signal, isShown, trash }: TrashOptions): void {
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
  db.emptyTrash(Date.now() - REST * DAY).catch(() => {});
}
