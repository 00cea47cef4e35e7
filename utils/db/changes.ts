import { browser } from 'wxt/browser';
import { pageIn } from '../messaging/page-in';

const CHANNEL = 'caixin-clipper';

/** Listeners of this page: a channel does not deliver to itself. */
const here = new EventTarget();

let shared: BroadcastChannel | undefined;

/** One for this page, so that it hears nothing twice. */
function channel(): BroadcastChannel {
  shared ??= new BroadcastChannel(CHANNEL);
  return shared;
}

/**
 * Announces that entries changed: to this page, every other page of the extension, and open Caixin tabs. Called after
 * the commit. It carries addresses only, which listeners read again.
 */
export function announce(urls: string[]): void {
  here.dispatchEvent(new CustomEvent(CHANNEL, { detail: urls }));
  channel().postMessage(urls);
  // A tab without a running content script does not answer: it asks for its marks when one starts.
  void tellTabs(urls).catch(() => {});
}

async function tellTabs(urls: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: '*://*.caixin.com/*' });
  await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : pageIn(id).changed(urls))));
}

/** Listens for changed entries, whoever changed them. */
export function onChange(listener: (urls: string[]) => void, signal: AbortSignal): void {
  const hear = (urls: unknown) => {
    if (Array.isArray(urls)) listener(urls.filter((url) => typeof url === 'string'));
  };
  channel().addEventListener('message', ({ data }) => hear(data), { signal });
  here.addEventListener(CHANNEL, (event) => hear(event instanceof CustomEvent && event.detail), { signal });
}
