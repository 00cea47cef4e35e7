/** Longest a change waits to be read while the page keeps changing, in milliseconds. */
const LONGEST = 250;

/**
 * Calls back after the page changed in a way that may change its posts: soon, once for many changes. Changes of
 * `own` are not the page's.
 */
export function onPageChange(own: () => Node | undefined, listener: () => void, signal: AbortSignal): void {
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const fire = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    timer = undefined;
    if (!signal.aborted) listener();
  };
  const soon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(fire);
    // A page in the background gets no frames.
    timer ??= setTimeout(fire, LONGEST);
  };
  const observer = new MutationObserver((records) => {
    if (records.some((record) => isPages(record, own()))) soon();
  });
  const options = {
    childList: true,
    subtree: true,
    characterData: true,
    attributeFilter: ['href', 'hidden', 'style', 'class'],
  };
  observer.observe(document, options);
  for (const type of ['DOMContentLoaded', 'pageshow', 'popstate', 'hashchange']) {
    window.addEventListener(type, soon, { signal });
  }
  signal.addEventListener('abort', () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  });
}

/** Whether a change is the page's own, and not that of our one element. */
function isPages({ type, target, addedNodes, removedNodes }: MutationRecord, own: Node | undefined): boolean {
  if (target === own) return false;
  if (type !== 'childList') return true;
  return [...addedNodes, ...removedNodes].some((node) => node !== own);
}

/** Calls back when things on the page may have moved, once a frame. */
export function onLayoutChange(listener: () => void, signal: AbortSignal): void {
  let frame = 0;
  const soon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(listener);
  };
  const sizes = new ResizeObserver(soon);
  sizes.observe(document.documentElement);
  if (document.body) sizes.observe(document.body);
  window.addEventListener('resize', soon, { signal });
  // Loads of pictures and scrolling of inner boxes do not bubble: they are met on the way down.
  for (const type of ['load', 'transitionend', 'animationend', 'toggle']) {
    document.addEventListener(type, soon, { capture: true, signal });
  }
  document.addEventListener('scroll', (event) => event.target !== document && soon(), {
    capture: true,
    passive: true,
    signal,
  });
  document.fonts?.addEventListener('loadingdone', soon, { signal });
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    cancelAnimationFrame(frame);
  });
}
