import { browser } from 'wxt/browser';
import { element } from '../../components/tag-field/element';
import type { Own } from '../caixin.content/own-events';
import { cloak } from './cloak';
import { guard, take } from './deliver';
import { focus } from './focus';

/** An id inside the closed root, by which a newer copy of this script recognises the overlay of an older one. */
const NAME = 'caixin-clipper';

/** After so many returns the host comes back at most once a second, to avoid a loop with a page that removes it. */
const PATIENCE = 50;

export interface Overlay extends Own {
  host: HTMLElement;
  controls: HTMLElement;
  bar: HTMLElement;
  /** All our visible elements, at the reader's own zoom. */
  own: HTMLElement;
}

/**
 * Creates the one element that holds all our controls, above the page and outside its body. It is a plain element, which no
 * page can redefine, with a closed shadow root, so that scripts of the page cannot read the reader's tags.
 */
export function openOverlay(styles: string, signal: AbortSignal): Overlay {
  for (const one of document.documentElement.children) {
    if (rootOf(one)?.getElementById(NAME)) one.remove();
  }
  const host = element('div');
  const root = host.attachShadow({ mode: 'closed' });
  guard(root);
  const controls = element('div');
  const bar = element('div');
  // Chromium does not search inside an `object`: otherwise a page could probe our text with `window.find`.
  const own = element(import.meta.env.FIREFOX ? 'div' : 'object', { id: NAME, class: 'own' }, controls, bar);
  root.append(element('style', {}, styles), own);
  if (import.meta.env.FIREFOX) cloak(root, own);
  keepInPlace({ host, root, own, signal });
  return {
    host,
    root,
    controls,
    bar,
    own,
    take: (event, isScripted) => take(event, { host, root }, isScripted),
  };
}

/**
 * Moves the host to the top of the top layer, where opacity, filters, transforms and clipping of the page do not affect it,
 * and only what the page shows later is above it. Modal dialogs and full-screen videos stay above.
 */
export function raise(host: HTMLElement): void {
  if (!host.isConnected || document.querySelector(':modal,:fullscreen')) return;
  host.popover = 'manual';
  host.hidePopover();
  host.showPopover();
}

/** The shadow root of an element, even if closed: browsers open it to extensions. */
function rootOf(one: Element): ShadowRoot | null | undefined {
  if (import.meta.env.FIREFOX) return (one as { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot;
  return one instanceof HTMLElement ? browser.dom?.openOrClosedShadowRoot(one) : null;
}

interface InPlace extends Pick<Overlay, 'host' | 'root' | 'own'> {
  signal: AbortSignal;
}

function keepInPlace({ host, root, own, signal }: InPlace): void {
  let returns = 0;
  const isHome = () => host.parentNode === document.documentElement;
  // No other attributes: with them a page could restyle, hide or lock it.
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
    // Removing it lost the focus. Chromium renders the content of an `object` a little later.
    focus.held?.blur();
    focus.back();
    requestAnimationFrame(() => focus.back());
  };
  const observer = new MutationObserver(() => {
    if (isThere()) return;
    if (returns++ < PATIENCE) back();
    else {
      // Emptied while it is elsewhere: there the page could listen to typing.
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
