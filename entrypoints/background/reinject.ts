import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { pageIn } from '../../utils/messaging';

/**
 * Takes the Caixin tabs that were open before the extension was installed or updated: Chrome runs content scripts only
 * in pages that load afterwards. The copy of an older version leaves when it meets the new one. A page that loaded
 * meanwhile has its own already, from before its own scripts, and keeps it.
 */
export function reinjectWhenInstalled(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install' || reason === 'update') void reinject();
  });
}

async function reinject(): Promise<void> {
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  for (const { matches = [], js = [] } of scripts) {
    const tabs = await browser.tabs.query({ url: matches, discarded: false });
    await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : inject(id, js))));
  }
}

async function inject(tabId: number, files: string[]): Promise<void> {
  const answers = await pageIn(tabId)
    .changed([])
    .then(
      () => true,
      () => false,
    );
  if (answers) return;
  // The manifest of this build names its own files, which is what the type lists.
  const own = files as ScriptPublicPath[];
  // An error page, a page of the browser's own or one that has just closed takes no script, and needs none.
  await browser.scripting.executeScript({ target: { tabId }, files: own }).catch(() => {});
}
