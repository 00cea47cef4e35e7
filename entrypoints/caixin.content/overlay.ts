import theme from '../../assets/theme.css?inline';
import tagField from '../../components/tag-field.css?inline';
import styles from './overlay.css?inline';

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
}

/**
 * The one element all our controls stand in, above the page and outside its body. Its shadow root is closed: scripts of
 * the page cannot read the reader's tags there.
 */
export function openOverlay(signal: AbortSignal): Overlay {
  for (const stale of document.querySelectorAll(NAME)) stale.remove();
  const host = document.createElement(NAME);
  host.style.cssText = HOST_STYLE;
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = theme + tagField + styles;
  const controls = document.createElement('div');
  const bar = document.createElement('div');
  root.append(style, controls, bar);
  document.documentElement.append(host);
  keepThere(host, signal);
  return { host, root, controls, bar };
}

function keepThere(host: HTMLElement, signal: AbortSignal): void {
  let returns = 0;
  const back = () => {
    if (!host.isConnected && !signal.aborted) document.documentElement.append(host);
    if (host.style.cssText !== cssText) host.style.cssText = HOST_STYLE;
  };
  const cssText = host.style.cssText;
  const observer = new MutationObserver(() => {
    if (host.isConnected && host.style.cssText === cssText) return;
    if (returns++ < PATIENCE) back();
    else setTimeout(back, 1000);
  });
  observer.observe(document, { childList: true });
  observer.observe(document.documentElement, { childList: true });
  observer.observe(host, { attributes: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    host.remove();
  });
}
