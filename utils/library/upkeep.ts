import type { Library } from './index';
import { type Health, openHealth } from './recovery/health';
import { openLibraryHere } from './surface';
import { openTransfer, type Transfer } from './transfer/transfer';

/** The library of the options page, its health, and import and export. */
export function openUpkeep(
  signal: AbortSignal,
  version: string,
): { library: Library; health: Health; transfer: Transfer } {
  const { library, db, snapshots } = openLibraryHere(signal);
  const health = openHealth({ db, library, snapshots });
  return { library, health, transfer: openTransfer({ db, library, version }) };
}
