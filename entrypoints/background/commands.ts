import { browser } from 'wxt/browser';
import { togglePanel } from '../../utils/browser/side-panel';
import type { Entries } from '../../utils/db/entries';
import { isCaixin, parse } from '../../utils/domain/url';
import { reporting } from './badge';
import { saveNew } from './save-new';

/** Handles the keyboard commands of the manifest. */
export function listenToCommands(entries: Entries): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (!tab) return;
    // Before anything is awaited: see `togglePanel`. A panel that does not open is visible enough.
    if (command === 'toggle-panel') togglePanel(tab.windowId).catch(() => {});
    const { id, url } = tab;
    if (command === 'save-new' && id !== undefined && isOnCaixin(url))
      void reporting(id, () => saveNew(entries, id, {}));
  });
}

/** Whether a tab shows Caixin; the extension sees no other addresses. */
function isOnCaixin(address: string | undefined): boolean {
  const url = parse(address ?? '');
  return url !== undefined && isCaixin(url);
}
