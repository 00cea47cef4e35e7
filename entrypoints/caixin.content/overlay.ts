import { browser } from 'wxt/browser';
import { element } from '../../components/tag-field/element';
import { background } from '../../utils/messaging/transport';
import { cloak } from './cloak';
import { focus } from './focus';
import { guard } from './own-events';

/** Inside the root, where no page reaches: what a newer copy of this script knows the overlay of an older one by. */
const NAME = 'caixin-clipper';

/** After this many returns the host comes back at most once a second: a page that removes it is not fought in a loop. */
const PATIENCE = 50;

export interface Overlay {
  /** Stands on the page from then on, with its styles; until then it is put together out of sight. */
  shown: Promise<void>;
  host: HTMLElement;
  root: ShadowRoot;
  controls: HTMLElement;
  bar: HTMLElement;
  /** All that is seen of ours, at the reader's own scale. */
  own: HTMLElement;
}

/**
 * The one element all our controls stand in, above the page and outside its body. It is a plain one, which no page can
 * define as its own, and its shadow root is closed: scripts of the page cannot read the reader's tags there.
 */
export function openOverlay(signal: AbortSignal): Overlay {
  for (const one of document.documentElement.children) {
    if (rootOf(one)?.getElementById(NAME)) one.remove();
  }
  const host = element('div');
  const root = host.attachShadow({ mode: 'closed' });
  guard(root);
  const controls = element('div');
  const bar = element('div');
  // Chromium does not look for words inside of an `object`: with `window.find` a page could ask for what stands in ours.
  const own = element(import.meta.env.FIREFOX ? 'div' : 'object', { id: NAME, class: 'own' }, controls, bar);
  root.append(own);
  if (import.meta.env.FIREFOX) cloak(root, own);
  const shown = background.styles().then((styles) => {
    root.prepend(element('style', {}, styles));
    if (!signal.aborted) keepInPlace(host, root, own, signal);
  });
  return { host, root, controls, bar, own, shown };
}

/**
 * Puts the host on top of the top layer: there no opacity, filter, transform, clipping of the page's elements reaches it,
 * and nothing of the page stands above it that was not shown later. A modal dialog or a film in full screen stays above.
 */
export function raise(host: HTMLElement): void {
  if (!host.isConnected || document.querySelector(':modal,:fullscreen')) return;
  host.popover = 'manual';
  host.hidePopover();
  host.showPopover();
}

/** The closed root too: browsers open it to extensions. */
function rootOf(one: Element): ShadowRoot | null | undefined {
  if (import.meta.env.FIREFOX) return (one as { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot;
  return one instanceof HTMLElement ? browser.dom?.openOrClosedShadowRoot(one) : null;
}

function keepInPlace(host: HTMLElement, root: ShadowRoot, own: HTMLElement, signal: AbortSignal): void {
  let returns = 0;
  const isHome = () => host.parentNode === document.documentElement;
  // Its one attribute is ours: with others a page could restyle, hide or lock it.
  const isThere = () => isHome() && host.matches(':popover-open') && host.attributes.length === 1;
  const back = () => {
    // The extension was updated, and this copy is the old one.
    if (signal.aborted || !browser.runtime?.id) return;
    const wasHome = isHome();
    if (!wasHome) {
      root.append(own);
      document.documentElement.append(host);
    }
    for (const name of host.getAttributeNames()) if (name !== 'popover') host.removeAttribute(name);
    if (!isThere()) raise(host);
    if (wasHome) return;
    // The keyboard went with it. Chromium shows what is in an object a little later.
    focus.held?.blur();
    focus.back();
    requestAnimationFrame(() => focus.back());
  };
  const observer = new MutationObserver(() => {
    if (isThere()) return;
    if (returns++ < PATIENCE) back();
    else {
      // Empty, wherever the page puts it: there it would hear what is typed.
      if (!isHome()) own.remove();
      setTimeout(back, 1000);
    }
    watch();
  });
  const watch = () => {
    observer.observe(document, { childList: true });
    observer.observe(document.documentElement, { childList: true });
    observer.observe(host, { attributes: true });
  };
  back();
  watch();
  signal.addEventListener('abort', () => {
    observer.disconnect();
    host.remove();
  });
}
