/** What had the focus last, the row around it, and where that stood in its list. */
interface Held {
  element: Element;
  row: Element | null;
  list: Element | null;
  index: number;
}

/**
 * Keeps the focus where the reader works: when the element that has it goes away with its row, the next row gets it, else the
 * one before, else the list's own tab or search field; when it goes away alone, as an editor that is closed, its row.
 */
export function keepFocus(signal: AbortSignal): void {
  let held: Held | undefined;
  const hold = ({ target }: FocusEvent) => {
    if (target instanceof Element) held = heldBy(target);
  };
  // Left on purpose, and still there.
  const release = () =>
    setTimeout(() => {
      if (held?.element.isConnected && !hasFocus()) held = undefined;
    });
  document.addEventListener('focusin', hold, { signal });
  document.addEventListener('focusout', release, { signal });
  const observer = new MutationObserver(() => {
    if (!held || held.element.isConnected || hasFocus()) return;
    const { row } = held;
    const next = row?.isConnected ? row : rowAfter(held);
    if (!focusRow(next))
      document.querySelector<HTMLElement>('[role=tab][aria-selected=true], [data-key="/"]')?.focus();
  });
  observer.observe(document.body, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
}

/** Focuses the link of a row, or its first control. */
export function focusRow(row: Element | null | undefined): boolean {
  const target = row?.querySelector<HTMLElement>('a') ?? row?.querySelector<HTMLElement>('input, button');
  target?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
  return target !== undefined && target !== null;
}

function hasFocus(): boolean {
  return document.activeElement !== null && document.activeElement !== document.body;
}

function heldBy(element: Element): Held {
  const row = element.closest('[data-row]');
  const list = row?.parentElement ?? null;
  const place = row?.getAttribute('data-index') ?? [...(list?.children ?? [])].indexOf(row ?? element);
  return { element, row, list, index: Number(place) };
}

/** The row that came to stand where another one stood; the last one if that was the last. */
function rowAfter({ list, index }: Held): Element | undefined {
  const rows = [...(list?.isConnected ? list.querySelectorAll(':scope > [data-row]') : [])];
  const placeOf = (row: Element, at: number) => Number(row.getAttribute('data-index') ?? at);
  return rows.find((row, at) => placeOf(row, at) >= index) ?? rows.at(-1);
}
