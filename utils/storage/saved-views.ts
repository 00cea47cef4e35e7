import { cut, withoutInvisible } from '../domain/plain-text';
import { storedValue } from './stored-value';

/** A filter with a name. */
export interface View {
  name: string;
  /** The filter as text. */
  filter: string;
}

/** Longest name, in UTF-16 units, and most views. */
const LONGEST = 40;
const MOST = 100;

const views = storedValue<View[]>('views', { from: viewsFrom, into: (all) => all.slice(-MOST) });

/** The saved views, in the reader's order; none if what is stored is damaged. */
export const readViews = views.read;

/** Listens for every change of the views, made anywhere. */
export const onViewsChange = views.onChange;

/** A name as it is stored: one line, bounded; undefined if nothing is left. */
export function cleanName(text: string): string | undefined {
  const name = withoutInvisible(text.replace(/\s+/g, ' ')).trim().toWellFormed();
  return cut(name, LONGEST) || undefined;
}

/** Saves a view; it replaces one of the same name. */
export async function saveView({ name, filter }: View): Promise<void> {
  const clean = cleanName(name);
  if (!clean) return;
  const view = { name: clean, filter: filter.trim() };
  await views.change((all) => {
    const at = all.findIndex((one) => one.name === clean);
    return at < 0 ? [...all, view] : all.with(at, view);
  });
}

/** Deletes a view; entries are not touched. */
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
