import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { pageIn } from '../../utils/messaging/transport';
import { showUnwatched } from './badge';

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
  // The manifest of this build names its own files, which is what the type lists.
  const own = files as ScriptPublicPath[];
  try {
    // Runs once the page is idle: asked sooner, one that is still loading has no script yet and may be about to get it.
    const [idle] = await browser.scripting.executeScript({ target: { tabId }, func: () => {} });
    if (!idle || (await answers(tabId))) return;
    // In this document and no later one, which would have its own.
    const target = { tabId, documentIds: [idle.documentId] };
    await browser.scripting.executeScript({ target, files: own });
    if (!(await answers(tabId))) await showUnwatched(tabId);
  } catch {
    // An error page, a page of the browser's own or one that has just closed takes no script, and needs none.
  }
}

function answers(tabId: number): Promise<boolean> {
  return pageIn(tabId)
    .changed([])
    .then(
      () => true,
      () => false,
    );
}
