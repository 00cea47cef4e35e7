import { effect } from '@preact/signals';
import { announce, onChange } from '../changes';
import { connect } from '../db/connection';
import { entriesOf } from '../db/entries';
import { forgetLibrary, openSnapshots } from '../db/snapshots';
import { askToPersist } from '../persist';
import { readFilter, type Surface, writeFilter } from '../settings';
import { type Health, openHealth } from './health';
import { type Library, openLibrary } from './index';
import { openSafety } from './safety';

/** The library of an extension page: over the page's own connection, with the filter it was left with. */
export function openSurface(surface: Surface, signal: AbortSignal): Library {
  const library = openHere(signal);
  void rememberFilter(library, surface, signal);
  return library;
}

/** The library of the options page, and its health. */
export function openHealthHere(signal: AbortSignal): { library: Library; health: Health } {
  const library = openHere(signal);
  const db = entriesOf(connect(), { announce });
  return { library, health: openHealth({ db, library, snapshots: openSnapshots() }) };
}

function openHere(signal: AbortSignal): Library {
  const entries = entriesOf(connect(), { announce });
  const safety = openSafety({ db: entries, snapshots: openSnapshots(), forget: forgetLibrary });
  const library = openLibrary({ entries, onChange, signal, safety });
  keepForGood(library, signal);
  keepSafe(library, signal);
  return library;
}

/** Asks the browser to keep the data once there is some: most of it was saved on pages, where nobody can ask. */
function keepForGood(library: Library, signal: AbortSignal): void {
  const stop = effect(() => {
    if (library.counts.value.all === 0) return;
    void askToPersist();
    queueMicrotask(() => stop());
  });
  signal.addEventListener('abort', stop, { once: true });
}

/** Once all is read, or could not be: looks whether anything is missing, and takes the snapshot of the day. */
function keepSafe({ safety, state, trouble }: Library, signal: AbortSignal): void {
  const stop = effect(() => {
    if (trouble.value) void safety.look(trouble.value).catch(() => {});
    // What cannot be kept now is tried again at the next opening.
    else if (state.value === 'complete')
      void safety
        .look(undefined)
        .then(() => safety.keepDaily())
        .catch(() => {});
  });
  signal.addEventListener('abort', stop, { once: true });
}

async function rememberFilter(library: Library, surface: Surface, signal: AbortSignal): Promise<void> {
  const untouched = library.filter.peek();
  const kept = await readFilter(surface).catch(() => untouched);
  if (library.filter.peek() === untouched) library.filter.value = kept;
  const stop = effect(() => void writeFilter(surface, library.filter.value).catch(() => {}));
  signal.addEventListener('abort', stop, { once: true });
}
