import { browser } from 'wxt/browser';
import { pageIn } from '../messaging/transport';

const CHANNEL = 'caixin-clipper';

/** Listeners of this page: a BroadcastChannel does not deliver to its own page. */
const here = new EventTarget();

/**
 * Announces that entries changed: to this page, every other page of the extension, and open Caixin tabs. Called after
 * the commit. It carries addresses only, which listeners read again; a repeated announcement does no harm.
 */
export function announce(urls: string[]): void {
  here.dispatchEvent(new CustomEvent(CHANNEL, { detail: urls }));
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(urls);
  channel.close();
  void tellTabs(urls);
}

async function tellTabs(urls: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: '*://*.caixin.com/*' }).catch(() => []);
  // A tab without a running content script asks for its marks when one starts.
  const told = tabs.map(({ id }) =>
    id === undefined
      ? undefined
      : pageIn(id)
          .changed(urls)
          .catch(() => {}),
  );
  await Promise.all(told);
}

/** Listens for changed entries, whoever changed them. */
export function onChange(listener: (urls: string[]) => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(CHANNEL);
  const hear = (urls: unknown) => {
    if (Array.isArray(urls)) listener(urls.filter((url) => typeof url === 'string'));
  };
  channel.addEventListener('message', ({ data }) => hear(data), { signal });
  here.addEventListener(CHANNEL, (event) => hear(event instanceof CustomEvent && event.detail), { signal });
  signal.addEventListener('abort', () => channel.close(), { once: true });
}
