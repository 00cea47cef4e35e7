import { openSnapshots } from '../db/snapshots';
import { type Health, openHealth } from './health';
import type { Library } from './index';
import { openEntries } from './own-entries';
import { openHere } from './surface';
import { openTransfer, type Transfer } from './transfer';

/** The library of the options page, its health, and the ways in and out. */
export function openUpkeep(
  signal: AbortSignal,
  version: string,
): { library: Library; health: Health; transfer: Transfer } {
  const library = openHere(signal);
  const db = openEntries();
  const health = openHealth({ db, library, snapshots: openSnapshots() });
  return { library, health, transfer: openTransfer({ db, library, version }) };
}
