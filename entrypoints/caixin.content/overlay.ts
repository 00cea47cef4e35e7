import theme from '../../assets/theme.css?inline';
import { element } from '../../components/element';
import tagField from '../../components/tag-field.css?inline';
import styles from './overlay.css?inline';

const NAME = 'caixin-clipper';

/** After this many returns the host comes back at most once a second: a page that removes it is not fought in a loop. */
const PATIENCE = 50;

export interface Overlay {
  host: HTMLElement;
  root: ShadowRoot;
  controls: HTMLElement;
  bar: HTMLElement;
  /** All of ours, at the reader's own scale. */
  own: HTMLElement;
}

/**
 * The one element all our controls stand in, above the page and outside its body. Its shadow root is closed: scripts of
 * the page cannot read the reader's tags there.
 */
export function openOverlay(signal: AbortSignal): Overlay {
  for (const stale of document.querySelectorAll(NAME)) stale.remove();
  const host = document.createElement(NAME);
  const root = host.attachShadow({ mode: 'closed' });
  const controls = element('div');
  const bar = element('div');
  const own = element('div', { class: 'own' }, controls, bar);
  root.append(element('style', {}, theme + tagField + styles), own);
  keepThere(host, signal);
  return { host, root, controls, bar, own };
}

/**
 * Puts the host on top of the top layer: there no opacity, filter, transform, clipping of the page's elements reaches it,
 * and nothing of the page stands above it that was not shown later. A modal dialog or a film in full screen stays above.
 */
export function raise(host: HTMLElement): void {
  if (document.querySelector(':modal,:fullscreen')) return;
  host.popover = 'manual';
  host.hidePopover();
  host.showPopover();
}

function keepThere(host: HTMLElement, signal: AbortSignal): void {
  let returns = 0;
  const isThere = () => host.isConnected && host.matches(':popover-open');
  const back = () => {
    if (signal.aborted) return;
    if (!host.isConnected) document.documentElement.append(host);
    if (!isThere()) raise(host);
  };
  const observer = new MutationObserver(() => {
    if (isThere()) return;
    if (returns++ < PATIENCE) back();
    else setTimeout(back, 1000);
  });
  observer.observe(document, { childList: true });
  observer.observe(document.documentElement, { childList: true });
  observer.observe(host, { attributes: true });
  back();
  signal.addEventListener('abort', () => {
    observer.disconnect();
    host.remove();
  });
}
