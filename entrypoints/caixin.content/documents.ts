/** A random event name, which no page can listen for. */
const PROBE = `${Math.random()}`;

/**
 * Adds listeners, and again whenever a script rewrites the document: `document.open` removes every listener on the window and
 * in the document, ours too. Firefox reports this at once, before any new script runs; Chromium only after the script that
 * rewrote it has ended.
 * @param listen adds the listeners; earlier ones are gone
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
