import { browser } from 'wxt/browser';
import { failureOf } from '../domain/errors';
import { isCaixin, parse } from '../domain/url';
import type { PageState } from '../messaging/contract';

/** Why a tab does not answer: it shows no page that could have posts, or our content script is not running there. */
export type SilentPage = 'none' | 'unwatched';

/** How long a page may take to report its type, in milliseconds. */
const PATIENCE = 3000;

/**
 * Finds out why a page did not answer. Error pages, files and the browser's own pages are no pages of Caixin, whatever
 * their address; a page that was still loading answers when asked again.
 * @param url from the browser, which gives it for Caixin's pages only
 * @param ask asks the page, and checks its answer
 */
export async function whySilent(
  tabId: number,
  url: string | undefined,
  error: unknown,
  ask: () => Promise<PageState>,
): Promise<PageState | SilentPage> {
  const address = parse(url ?? '');
  if (!address || !isCaixin(address) || !(await isPage(tabId))) return 'none';
  // It has had three seconds already.
  if (failureOf(error).kind !== 'gone') return 'unwatched';
  return ask().catch(() => 'unwatched' as const);
}

/** Whether the tab shows an HTML page: assumed if it is too busy to answer, not if it takes no script. */
async function isPage(tabId: number): Promise<boolean> {
  const busy = Promise.withResolvers<string>();
  const timer = setTimeout(() => busy.resolve('text/html'), PATIENCE);
  const told = browser.scripting
    .executeScript({ target: { tabId }, injectImmediately: true, func: () => document.contentType })
    .then(([frame]) => String(frame?.result));
  return Promise.race([told, busy.promise])
    .then((type) => /html/.test(type))
    .catch(() => false)
    .finally(() => clearTimeout(timer));
}
