import { cut, withoutInvisible } from '../domain/plain-text';
import { storedValue } from './stored-value';

/** A filter with a name. */
export interface View {
  name: string;
  /** The sentence. */
  filter: string;
}

/** Longest name, in UTF-16 units, and most views. */
const LONGEST = 40;
const MOST = 100;

const views = storedValue<View[]>('views', { from: viewsFrom, into: (all) => all.slice(-MOST) });

/** The saved views, in the reader's order; none where what is kept is damaged. */
export const readViews = views.read;

/** Hears of every change of the views, made anywhere. */
export const onViewsChange = views.onChange;

/** A name as it is kept: one line, bounded; undefined where nothing is left. */
export function cleanName(text: string): string | undefined {
  const name = withoutInvisible(text.replace(/\s+/g, ' ')).trim().toWellFormed();
  return cut(name, LONGEST) || undefined;
}

/** Keeps a view; one of the same name takes its place. */
export async function saveView({ name, filter }: View): Promise<void> {
  const clean = cleanName(name);
  if (!clean) return;
  const view = { name: clean, filter: filter.trim() };
  await views.change((all) => {
    const at = all.findIndex((one) => one.name === clean);
    return at < 0 ? [...all, view] : all.with(at, view);
  });
}

/** Forgets a view. The entries it found are not touched. */
export function removeView(name: string): Promise<void> {
  return views.change((all) => all.filter((one) => one.name !== name));
}

function viewsFrom(value: unknown): View[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    const { name, filter } = (one ?? {}) as Partial<Record<keyof View, unknown>>;
    return typeof name === 'string' && typeof filter === 'string' ? [{ name, filter }] : [];
  });
}
