import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { pageIn } from '../../utils/messaging/page-in';
import { showUnwatched } from './badge';

/**
 * Injects the content script into Caixin tabs that were open before the extension was installed or updated: Chrome runs
 * content scripts only in pages that load afterwards. The copy of an older version stops when a new one starts. A page that
 * loaded meanwhile already has its own, started before the page's scripts, and keeps it.
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
  // The cast: the manifest of this build lists exactly the files of this type.
  const own = files as ScriptPublicPath[];
  try {
    // Runs once the page is idle: before that, a loading page may still be about to get its script.
    const [idle] = await browser.scripting.executeScript({ target: { tabId }, func: () => {} });
    if (!idle || (await answers(tabId))) return;
    // Only in this document: a later one gets its own.
    const target = { tabId, documentIds: [idle.documentId] };
    await browser.scripting.executeScript({ target, files: own });
    if (!(await answers(tabId))) await showUnwatched(tabId);
  } catch {
    // Error pages, the browser's own pages and closed tabs take no script, and need none.
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
