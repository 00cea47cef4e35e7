import { HIDING } from '../../utils/sites/links';
import { type Paced, paced } from './pace';

/** With more changes at once, the page is read without checking each. */
const MANY = 100;

/**
 * Watches a page for changes: calls `onRead` soon after a change that can add, remove, show or hide a post, and `onStyle`
 * after any other change of style. Changes of `own` are ignored. Starts with the first reading.
 */
export function onPageChange(
  own: () => Node | undefined,
  onRead: () => void,
  onStyle: () => void,
  signal: AbortSignal,
): Paced {
  const observer = new MutationObserver((records) => {
    const all = records.filter((record) => isPages(record, own()));
    if (all.length > MANY || all.some(changesPosts)) ask();
    else if (all.length > 0) style.ask();
  });
  const style = paced(onStyle, signal);
  const reading = paced(() => {
    observer.observe(document, {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: ['href', 'hidden', 'style', 'class'],
      attributeOldValue: true,
    });
    onRead();
  }, signal);
  const ask = () => {
    // Further changes until then are seen by the reading itself.
    observer.disconnect();
    reading.ask();
  };
  signal.addEventListener('abort', () => observer.disconnect());
  return { ask, flush: reading.flush };
}

/** Whether a change comes from the page, not from our own element. */
function isPages({ type, target, addedNodes, removedNodes }: MutationRecord, own: Node | undefined): boolean {
  if (target === own) return false;
  if (type !== 'childList') return true;
  return [...addedNodes, ...removedNodes].some((node) => node !== own);
}

/** Whether a change may affect which posts are read. What a class hides is read anyway, but gets no control. */
function changesPosts({ attributeName, target, oldValue }: MutationRecord): boolean {
  if (attributeName !== 'style') return attributeName !== 'class';
  // The cast: only elements have attributes. The `style` of a form may be a field of that name.
  const { style } = target as HTMLElement;
  return HIDING.test(oldValue ?? '') !== HIDING.test(style.cssText);
}
