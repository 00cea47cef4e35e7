import { type Paced, paced } from './pace';

/** So many changes at once are read without a look at each. */
const MANY = 100;

/** What the reading of a page takes for hidden. See `utils/sites/links.ts`. */
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/**
 * Watches what may change the posts of a page: `onRead` is called soon after a change that can bring, take away, show or
 * hide one, `onStyle` after any other change of style. Changes of `own` are not the page's. Begins with the first reading.
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
    // What else happens until the reading is seen by the reading itself.
    observer.disconnect();
    reading.ask();
  };
  signal.addEventListener('abort', () => observer.disconnect());
  return { ask, flush: reading.flush };
}

/** Whether a change is the page's own, and not that of our one element. */
function isPages({ type, target, addedNodes, removedNodes }: MutationRecord, own: Node | undefined): boolean {
  if (target === own) return false;
  if (type !== 'childList') return true;
  return [...addedNodes, ...removedNodes].some((node) => node !== own);
}

/** Whether other posts may be read after a change. What a class hides is read all the same, and has no place. */
function changesPosts({ attributeName, target, oldValue }: MutationRecord): boolean {
  if (attributeName !== 'style') return attributeName !== 'class';
  // Only elements have attributes; a form's `style` may be a field called so.
  const { style } = target as HTMLElement;
  return HIDDEN.test(oldValue ?? '') !== HIDDEN.test(style.cssText);
}

/** Calls back when things on the page may have moved. */
export function onLayoutChange(listener: () => void, signal: AbortSignal): void {
  const { ask } = paced(listener, signal);
  const sizes = new ResizeObserver(ask);
  sizes.observe(document.documentElement);
  if (document.body) sizes.observe(document.body);
  window.addEventListener('resize', ask, { signal });
  // Loads of pictures and scrolling of inner boxes do not bubble: they are met on the way down.
  for (const type of ['load', 'transitionend', 'animationend', 'toggle']) {
    document.addEventListener(type, ask, { capture: true, signal });
  }
  document.addEventListener('scroll', (event) => event.target !== document && ask(), {
    capture: true,
    passive: true,
    signal,
  });
  document.fonts?.addEventListener('loadingdone', ask, { signal });
  signal.addEventListener('abort', () => sizes.disconnect());
}
