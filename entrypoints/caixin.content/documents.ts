/** No page can listen for it: it is another one on every page. */
const PROBE = `${Math.random()}`;

/**
 * Listens on a page, and again where a script wrote the document anew: `document.open` takes away every listener on the
 * window and in the document, also ours. Firefox says so at once, before a script of what is written runs; Chromium only
 * after the script that wrote has ended.
 * @param listen adds the listeners; none of an earlier time are there
 */
export function inEachDocument(listen: () => void, signal: AbortSignal): void {
  let isHeard = false;
  const hear = () => {
    isHeard = true;
  };
  const check = () => {
    isHeard = false;
    window.dispatchEvent(new Event(PROBE));
    if (isHeard || signal.aborted) return;
    window.addEventListener(PROBE, hear);
    listen();
  };
  new MutationObserver(check).observe(document, { childList: true });
  globalThis.navigation?.addEventListener('currententrychange', check, { signal });
  check();
}
