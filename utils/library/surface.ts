import { effect } from '@preact/signals';
import { browser } from 'wxt/browser';
import { askToPersist } from '../browser/persist-storage';
import { openVault } from '../db/backup/file-store';
import { openJournal } from '../db/backup/journal';
import { forgetLibrary, openSnapshots, type Snapshots } from '../db/backup/snapshots';
import { onChange } from '../db/changes';
import type { Entries } from '../db/entries';
import type { Surface } from '../storage/settings';
import { type Library, openLibrary } from './index';
import { openCatalogueStore } from './index-store';
import { openEntries } from './own-entries';
import { openSafety } from './recovery/backups';
import { recoverNotes } from './recovery/recover-notes';
import { rememberFilter } from './remember-filter';
import { exportWhenDue } from './transfer/auto-export';

/** The library of an extension page: over the page's own connection, with the filter it was left with. */
export function openSurface(surface: Surface, signal: AbortSignal): Library {
  const { library } = openHere(signal);
  void rememberFilter(library, surface, signal);
  return library;
}

/** The library of an extension page, looked after, over the page's one connection; and what it stands on. */
export function openHere(signal: AbortSignal): { library: Library; db: Entries; snapshots: Snapshots } {
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
    catalogues: openCatalogueStore(openVault()),
  });
  keepForGood(library, signal);
  keepSafe(library, entries, signal);
  return { library, db: entries, snapshots };
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
function keepSafe(library: Library, db: Entries, signal: AbortSignal): void {
  const { safety, state, trouble } = library;
  const stop = effect(() => {
    if (trouble.value) void safety.look(trouble.value).catch(() => {});
    // What cannot be kept now is tried again at the next opening.
    else if (state.value === 'complete')
      void safety
        .look(undefined)
        .then(() => recoverNotes(library, db))
        .then(() => safety.keepDaily())
        .then(() => exportWhenDue(db, browser.runtime.getManifest().version, Date.now()))
        .catch(() => {});
  });
  signal.addEventListener('abort', stop, { once: true });
}
