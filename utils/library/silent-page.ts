import { browser } from 'wxt/browser';
import { failureOf } from '../domain/errors';
import { isCaixin, parse } from '../domain/url';
import type { PageState } from '../messaging/contract';

/** Why a tab does not answer: it shows no page that could hold posts, or one where our own script is not alive. */
export type SilentPage = 'none' | 'unwatched';

/** How long a page may take to say what it is, in milliseconds. */
const PATIENCE = 3000;

/**
 * Looks into a tab whose page did not answer. Error pages, files and what the browser shows by itself are no pages of
 * Caixin, whatever the address says; a page that was still loading answers when it is asked again.
 * @param url as the browser tells it: of Caixin's pages alone
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
  // It was asked for three seconds already.
  if (failureOf(error).kind !== 'gone') return 'unwatched';
  return ask().catch(() => 'unwatched' as const);
}

/** Whether the tab shows an HTML page. One that is too busy to say so does; one that takes no script does not. */
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
