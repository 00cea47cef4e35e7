import { useEffect } from 'preact/hooks';
import type { FilteredModel } from '../../utils/library/models/filtered';
import type { HistoryModel } from '../../utils/library/models/history';
import { focusRow, keepFocus } from './kept-focus';
import { keyOf, letterOf } from './key-of';

type TurnModel = Pick<HistoryModel, 'undo' | 'redo'>;
type TickModel = Pick<FilteredModel, 'ticked' | 'shown'>;

/**
 * Single keys, only where no field has the focus: `j k` move between rows, `z` and Ctrl or ⌘ with it undo (with Shift:
 * redo), Ctrl or ⌘ with A ticks the whole library list and Escape unticks it; every other key clicks the button with
 * that `data-key`, first in the row that has the focus, then anywhere. The focus stays where the reader works.
 */
export function useShortcuts(library: TurnModel & TickModel): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const isDone = isTyping(event)
        ? leaveSearch(event)
        : turn(event, library) || tickAll(event, library) || onKey(event);
      if (isDone) event.preventDefault();
    };
    const life = new AbortController();
    document.addEventListener('keydown', press, life);
    keepFocus(life.signal);
    return () => life.abort();
  }, []);
}

const FIELDS = 'input:not([type=checkbox]), textarea, select, [contenteditable]';

/** In a field keys belong to the field: there Ctrl+Z undoes typing. */
function isTyping({ target, altKey }: KeyboardEvent): boolean {
  return altKey || (target instanceof Element && target.matches(FIELDS));
}

/** From the search field the arrow down, Enter and Escape go to what it found. */
function leaveSearch(event: KeyboardEvent): boolean {
  const { target } = event;
  return (
    /^(?:ArrowDown|Enter|Escape)$/.test(keyOf(event)) &&
    target instanceof Element &&
    target.matches('[data-key="/"]') &&
    focusRow(target.closest('[data-library]')?.querySelector('[data-row]'))
  );
}

function turn(event: KeyboardEvent, library: TurnModel): boolean {
  if (letterOf(event) !== 'z') return false;
  void (event.shiftKey ? library.redo() : library.undo());
  return true;
}

/** Ctrl or ⌘ with A ticks everything the library shows, where its rows can be ticked; Escape unticks. */
function tickAll(event: KeyboardEvent, { ticked, shown }: TickModel): boolean {
  const isAll = (event.ctrlKey || event.metaKey) && letterOf(event) === 'a';
  const isNone = keyOf(event) === 'Escape' && ticked.peek().size > 0;
  if (!(isAll || isNone) || !document.querySelector('[data-library] [data-key=x]')) return false;
  ticked.value = new Set(isAll ? shown.peek() : []);
  return true;
}

function onKey(event: KeyboardEvent): boolean {
  const key = letterOf(event);
  // Whether a symbol needs Shift depends on the layout; a letter with Shift is another key.
  const isLetter = /^[a-z]$/.test(key);
  if (event.ctrlKey || event.metaKey || (isLetter && event.shiftKey)) return false;
  if (key === 'j' || key === 'k') return moveFocus(key === 'j' ? 1 : -1);
  if (!isLetter && key !== '/' && key !== '?') return false;
  const row = document.activeElement?.closest('[data-row]');
  const find = (within: ParentNode) => within.querySelector<HTMLElement>(`[data-key="${key}"]`);
  const target = (row && find(row)) ?? (/[/?s]/.test(key) ? find(document) : null);
  if (!target) return false;
  if (target instanceof HTMLInputElement && target.type !== 'checkbox') target.focus();
  else target.click();
  return true;
}

/** Focuses the row before or after the one with the focus, or the first. */
function moveFocus(step: number): boolean {
  const rows = [...document.querySelectorAll('[data-row]')].filter((row) => row.getClientRects().length > 0);
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const now = rows[at];
  const list = now?.parentElement;
  const next = rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + step))];
  if (!now || !list || placeOf(now) === 0) return focusRow(next);
  const from = way?.list === list ? way.place : placeOf(now);
  const isWalking = way !== undefined;
  way = { list, place: Math.max(1, Math.min(Number(now.ariaSetSize), from + step)) };
  if (!isWalking) walk(FRAMES);
  return true;
}

/** The place in a long list that the focus is moving to. */
let way: { list: Element; place: number } | undefined;

/** How many frames a row may take to be rendered. */
const FRAMES = 20;

/** Rows on the way may not be rendered yet: focuses the nearest, which scrolls the list and renders more. */
function walk(frames: number): void {
  const { list, place } = way ?? {};
  const far = (row: Element) => Math.abs(placeOf(row) - (place ?? 0));
  const [nearest] = [...(list?.querySelectorAll('[data-row]') ?? [])].sort((a, b) => far(a) - far(b));
  const isLeft = !list?.contains(document.activeElement);
  if (!nearest || isLeft || far(nearest) === 0 || frames === 0) way = undefined;
  if (!nearest || isLeft) return;
  const isFurther = !nearest.contains(document.activeElement);
  focusRow(nearest);
  if (way) requestAnimationFrame(() => walk(isFurther ? FRAMES : frames - 1));
}

/** The place of a row in a long list, from 1; 0 in any other. */
function placeOf(row: Element | undefined): number {
  return Number(row?.ariaPosInSet ?? 0);
}
