import type { BackgroundApi } from './contract';
import { isCaixinPage } from './is-caixin-page';
import { isOurs, listen } from './listen';
import { isFor } from './message';

/** Listens, in an open panel or popup, for pages that were read again. */
export function onPageRead(listener: (tabId: number) => void, signal: AbortSignal): void {
  listen((message, sender) => {
    const isRead =
      isFor(message, 'background') && message.call === ('pageRead' satisfies keyof BackgroundApi);
    const tabId = sender.tab?.id;
    if (isRead && isOurs(sender) && isCaixinPage(sender) && tabId !== undefined) listener(tabId);
    return undefined;
  }, signal);
}
