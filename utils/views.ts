import { browser } from 'wxt/browser';
import { cut, seen } from './cut';

/** A filter with a name. */
export interface View {
  name: string;
  /** The sentence. */
  filter: string;
}

const KEY = 'views';

/** Longest name, in UTF-16 units, and most views. */
const LONGEST = 40;
const MOST = 100;

/** The saved views, in the reader's order; none where what is kept is damaged. */
export async function readViews(): Promise<View[]> {
  return viewsFrom((await browser.storage.local.get(KEY))[KEY]);
}

/** A name as it is kept: one line, bounded; undefined where nothing is left. */
export function cleanName(text: string): string | undefined {
  const name = seen(text.replace(/\s+/g, ' ')).trim();
  return cut(name, LONGEST).trim().toWellFormed() || undefined;
}

/** Keeps a view; one of the same name takes its place. */
export async function saveView({ name, filter }: View): Promise<void> {
  const clean = cleanName(name);
  if (!clean) return;
  const all = await readViews();
  const view = { name: clean, filter: filter.trim() };
  const at = all.findIndex((one) => one.name === clean);
  const next = at < 0 ? [...all, view] : all.with(at, view);
  await browser.storage.local.set({ [KEY]: next.slice(-MOST) });
}

/** Forgets a view. The entries it found are not touched. */
export async function removeView(name: string): Promise<void> {
  const all = await readViews();
  await browser.storage.local.set({ [KEY]: all.filter((one) => one.name !== name) });
}

/** Hears of every change of the views, made anywhere. */
export function onViewsChange(listener: (views: View[]) => void, signal: AbortSignal): void {
  const hear = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[KEY]) listener(viewsFrom(changes[KEY].newValue));
  };
  browser.storage.onChanged.addListener(hear);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(hear), { once: true });
}

function viewsFrom(value: unknown): View[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    const { name, filter } = (one ?? {}) as Partial<Record<keyof View, unknown>>;
    return typeof name === 'string' && typeof filter === 'string' ? [{ name, filter }] : [];
  });
}
