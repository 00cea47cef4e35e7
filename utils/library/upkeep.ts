import { openSnapshots } from '../db/backup/snapshots';
import type { Library } from './index';
import { openEntries } from './own-entries';
import { type Health, openHealth } from './recovery/health';
import { openLibraryHere } from './surface';
import { openTransfer, type Transfer } from './transfer/transfer';

/** The library of the options page, its health, and import and export. */
export function openUpkeep(
  signal: AbortSignal,
  version: string,
): { library: Library; health: Health; transfer: Transfer } {
  const library = openLibraryHere(signal);
  const db = openEntries();
  const health = openHealth({ db, library, snapshots: openSnapshots() });
  return { library, health, transfer: openTransfer({ db, library, version }) };
}
