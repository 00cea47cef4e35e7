import { effect } from '@preact/signals';
import { browser } from 'wxt/browser';
import { askToPersist } from '../browser/persist-storage';
import { openFileStore } from '../db/backup/file-store';
import { openJournal } from '../db/backup/journal';
import { forgetLibrary, openSnapshots, type Snapshots } from '../db/backup/snapshots';
import { onChange } from '../db/changes';
import type { Entries } from '../db/entries';
import type { Surface } from '../storage/settings';
import { type Library, openLibrary } from './index';
import { openIndexStore } from './index-store';
import { openEntries } from './own-entries';
import { openSafety } from './recovery/backups';
import { restoreUnsavedNotes } from './recovery/restore-unsaved-notes';
import { rememberFilter } from './remember-filter';
import { exportWhenDue } from './transfer/auto-export';

/** The library of an extension page over the page's own connection, with the filter it was left with. */
export function openSurface(surface: Surface, signal: AbortSignal): Library {
  const { library } = openLibraryHere(signal);
  void rememberFilter(library, surface, signal);
  return library;
}

/** The library of an extension page over the page's one connection, with the backups, checks and exports that are due. */
export function openLibraryHere(signal: AbortSignal): {
  library: Library;
  db: Entries;
  snapshots: Snapshots;
} {
  const entries = openEntries();
  const snapshots = openSnapshots();
  const safety = openSafety({
    db: entries,
    snapshots,
    journal: openJournal(),
    forget: forgetLibrary,
  });
  const library = openLibrary({
    entries,
    onChange,
    signal,
    safety,
    indexStore: openIndexStore(openFileStore()),
  });
  persistOnceFilled(library, signal);
  backUpWhenRead(library, entries, signal);
  return { library, db: entries, snapshots };
}

/** Asks the browser for persistent storage once there are entries: on web pages it cannot be asked for. */
function persistOnceFilled(library: Library, signal: AbortSignal): void {
  const stop = effect(() => {
    if (library.counts.value.all === 0) return;
    void askToPersist();
    queueMicrotask(() => stop());
  });
  signal.addEventListener('abort', stop, { once: true });
}

/** Once everything is read, or could not be: checks whether anything is missing, and takes the daily snapshot. */
function backUpWhenRead(library: Library, db: Entries, signal: AbortSignal): void {
  const { safety, state, failure } = library;
  const stop = effect(() => {
    if (failure.value) void safety.look(failure.value).catch(() => {});
    // What fails now is tried again at the next opening.
    else if (state.value === 'complete')
      void safety
        .look(undefined)
        .then(() => restoreUnsavedNotes(library, db))
        .then(() => safety.takeDaily())
        .then(() => exportWhenDue(db, browser.runtime.getManifest().version, Date.now()))
        .catch(() => {});
  });
  signal.addEventListener('abort', stop, { once: true });
}
