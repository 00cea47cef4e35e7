import { browser } from 'wxt/browser';
import { isOrphan } from './orphan';
import type { Reply } from './reply';

/** Who sent a message, as the browser says. */
export type Sender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];
type Listener = (message: unknown, sender: Sender, respond: (reply: Reply) => void) => true | undefined;

/** Listens for messages until the signal. */
export function listen(listener: Listener, signal?: AbortSignal): void {
  browser.runtime.onMessage.addListener(listener);
  const stop = () => {
    if (!isOrphan()) browser.runtime.onMessage.removeListener(listener);
  };
  signal?.addEventListener('abort', stop);
}

/** Whether a message comes from this extension. */
export function isOurs(sender: Sender): boolean {
  return sender.id === browser.runtime.id;
}
