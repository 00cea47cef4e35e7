import { browser } from 'wxt/browser';
import theme from '../../assets/theme.css?inline';
import { element } from '../../components/element';
import tagField from '../../components/tag-field.css?inline';
import { cloak } from './cloak';
import { focus } from './focus';
import styles from './overlay.css?inline';
import { guard } from './own-events';

/** Inside the root, where no page reaches: what a newer copy of this script knows the overlay of an older one by. */
const NAME = 'caixin-clipper';

/** Inline and important: no style of the page is stronger. */
const HOST_STYLE = [
  'all:initial',
  'position:absolute',
  'top:0',
  'left:0',
  'width:0',
  'height:0',
  'display:block',
  'z-index:2147483647',
]
  .map((rule) => `${rule}!important`)
  .join(';');

/** After this many returns the host comes back at most once a second: a page that removes it is not fought in a loop. */
const PATIENCE = 50;

export interface Overlay {
  host: HTMLElement;
  root: ShadowRoot;
  controls: HTMLElement;
  bar: HTMLElement;
  /** All that is seen of ours. */
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
  host.style.cssText = HOST_STYLE;
  const root = host.attachShadow({ mode: 'closed' });
  guard(root);
  const controls = element('div');
  const bar = element('div');
  // Chromium does not look for words inside of an `object`: with `window.find` a page could ask for what stands in ours.
  const own = element(import.meta.env.FIREFOX ? 'div' : 'object', { id: NAME, class: 'own' }, controls, bar);
  root.append(element('style', {}, theme + tagField + styles), own);
  if (import.meta.env.FIREFOX) cloak(root, own);
  keepThere(host, root, own, signal);
  return { host, root, controls, bar, own };
}

/** The closed root too: browsers open it to extensions. */
function rootOf(one: Element): ShadowRoot | null | undefined {
  if (import.meta.env.FIREFOX) return (one as { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot;
  return one instanceof HTMLElement ? browser.dom?.openOrClosedShadowRoot(one) : null;
}

function keepThere(host: HTMLElement, root: ShadowRoot, own: HTMLElement, signal: AbortSignal): void {
  let returns = 0;
  const cssText = host.style.cssText;
  const isThere = () => host.parentNode === document.documentElement;
  const back = () => {
    // The extension was updated, and this copy is the old one.
    if (signal.aborted || !browser.runtime?.id) return;
    if (!isThere()) {
      root.append(own);
      document.documentElement.append(host);
      // The keyboard went with it. Chromium shows what is in an object a little later.
      focus.held?.blur();
      focus.back();
      requestAnimationFrame(() => focus.back());
    }
    for (const name of host.getAttributeNames()) if (name !== 'style') host.removeAttribute(name);
    if (host.style.cssText !== cssText) host.style.cssText = HOST_STYLE;
  };
  const observer = new MutationObserver(() => {
    if (isThere() && host.style.cssText === cssText && host.attributes.length === 1) return;
    if (returns++ < PATIENCE) back();
    else {
      // Empty, wherever the page puts it: there it would hear what is typed.
      if (!isThere()) own.remove();
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
