/**
 * Keeps the focus where the reader works: when the element that has it goes away with its row, the next row gets it, else the
 * one before, else the list's own tab or search field; when it goes away alone, as an editor that is closed, its row.
 */
export function keepFocus(signal: AbortSignal): void {
  let held: Element | null;
  let row: Element | null | undefined;
  let list: Element | null | undefined;
  let index = 0;
  const hold = () => {
    held = document.activeElement;
    row = held?.closest('[data-row]');
    list = row?.parentElement;
    index = Number(row?.getAttribute('data-index'));
  };
  // Left on purpose, and still there.
  const release = () =>
    setTimeout(() => {
      if (held?.isConnected && !hasFocus()) held = null;
    });
  const restore = () => {
    // Elsewhere the browser goes on from the place where the element was.
    if (!row || !held || held.isConnected || hasFocus()) return;
    const rows = list?.isConnected ? [...list.querySelectorAll('[data-row]')] : [];
    const next =
      rows.find((one) => one === row || Number(one.getAttribute('data-index')) >= index) ?? rows.at(-1);
    const home = '[role=tab][aria-selected=true], [data-key="/"]';
    if (!focusRow(next)) document.querySelector<HTMLElement>(home)?.focus();
  };
  document.addEventListener('focusin', hold, { signal });
  document.addEventListener('focusout', release, { signal });
  const observer = new MutationObserver(restore);
  observer.observe(document.body, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
}

/** Focuses the link of a row, or its first control. */
export function focusRow(row: Element | null | undefined): boolean {
  const target = row?.querySelector<HTMLElement>('a') ?? row?.querySelector<HTMLElement>('input, button');
  target?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
  return Boolean(target);
}

function hasFocus(): boolean {
  return (document.activeElement ?? document.body) !== document.body;
}
