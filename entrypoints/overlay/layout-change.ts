import type { Core } from '../caixin.content/core';

/** Calls back when things on the page may have moved. */
export function onLayoutChange(listener: () => void, { paced }: Core, signal: AbortSignal): void {
  const { ask } = paced(listener, signal);
  const sizes = new ResizeObserver(ask);
  sizes.observe(document.documentElement);
  if (document.body) sizes.observe(document.body);
  window.addEventListener('resize', ask, { signal });
  // Image loads and scrolling of inner boxes do not bubble: captured instead.
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
