import { isCaixin, parse } from '../domain/url';
import type { Sender } from './listen';

/** Whether the sender is the top frame of a tab on Caixin. Chrome numbers a prerendered page like a frame. */
export function isCaixinPage({ tab, frameId, documentLifecycle, url }: Sender): boolean {
  const address = parse(url ?? '');
  const isTop = frameId === 0 || documentLifecycle === 'prerender';
  return tab?.id !== undefined && isTop && address !== undefined && isCaixin(address);
}
