import { useEffect } from 'preact/hooks';
import type { Library } from '../utils/library';

/**
 * Single keys, only where no field has the focus: `j k` move between rows, `z` and Ctrl or ⌘ with it undo (with Shift:
 * redo), Ctrl or ⌘ with A ticks the whole library list and Escape unticks it; every other key presses the button that
 * carries it as `data-key`, first in the row that has the focus, then anywhere. So a key does what its button does.
 */
export function useShortcuts(library: Pick<Library, 'undo' | 'redo' | 'ticked' | 'shown'>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyping(event) || !(turn(event, library) || tickAll(event, library) || onKey(event))) return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

const FIELDS = 'input:not([type=checkbox]), textarea, select, [contenteditable]';

/** In a field, the keys are the field's own: there Ctrl+Z takes back what was typed. */
function isTyping({ target, altKey, isComposing }: KeyboardEvent): boolean {
  return altKey || isComposing || (target instanceof Element && target.matches(FIELDS));
}

function turn({ key, shiftKey }: KeyboardEvent, library: Pick<Library, 'undo' | 'redo'>): boolean {
  if (key.toLowerCase() !== 'z') return false;
  void (shiftKey ? library.redo() : library.undo());
  return true;
}

/** Ctrl or ⌘ with A ticks everything the library shows, where its rows can be ticked; Escape unticks. */
function tickAll(
  { key, ctrlKey, metaKey }: KeyboardEvent,
  { ticked, shown }: Pick<Library, 'ticked' | 'shown'>,
): boolean {
  const isAll = key.toLowerCase() === 'a' && (ctrlKey || metaKey);
  const isNone = key === 'Escape' && ticked.peek().size > 0;
  if (!(isAll || isNone) || !document.querySelector('[data-library] [data-key=x]')) return false;
  ticked.value = new Set(isAll ? shown.peek() : []);
  return true;
}

function onKey({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey) return false;
  if (key === 'j' || key === 'k') return moveFocus(key === 'j' ? 1 : -1);
  if (!/^[a-z/?]$/.test(key)) return false;
  const row = document.activeElement?.closest('[data-row]');
  const find = (within: ParentNode) => within.querySelector<HTMLElement>(`[data-key="${key}"]`);
  const target = (row && find(row)) ?? (/[/?s]/.test(key) ? find(document) : null);
  if (!target) return false;
  if (target instanceof HTMLInputElement && target.type !== 'checkbox') target.focus();
  else target.click();
  return true;
}

/**
 * The row before or after the one with the focus; the first where none has it. In a long list that row may not be made yet:
 * then the list is scrolled to where the focus is, and the row is there after the next frames.
 */
function moveFocus(step: number): boolean {
  const rows = [...document.querySelectorAll('[data-row]')].filter((row) => row.getClientRects().length > 0);
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const now = rows[at];
  const next = rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + step))];
  const place = placeOf(now) + step;
  const isInList = now !== undefined && placeOf(now) > 0 && place > 0 && place <= Number(now.ariaSetSize);
  if (!isInList || placeOf(next) === place) return focusRow(next);
  now.scrollIntoView({ block: 'center' });
  const find = () => now.parentElement?.querySelector(`[data-row][aria-posinset="${place}"]`) ?? undefined;
  const look = (frames: number) =>
    requestAnimationFrame(() => focusRow(find()) || (frames > 0 && look(frames - 1)));
  look(FRAMES);
  return true;
}

/** Where a row stands in a long list, from 1; 0 in any other. */
function placeOf(row: Element | undefined): number {
  return Number(row?.ariaPosInSet ?? 0);
}

/** How long a row that comes into sight may take to be made. */
const FRAMES = 20;

function focusRow(row: Element | undefined): boolean {
  const target = row?.querySelector<HTMLElement>('a') ?? row?.querySelector<HTMLElement>('input, button');
  target?.focus();
  row?.scrollIntoView({ block: 'nearest' });
  return target !== undefined;
}
