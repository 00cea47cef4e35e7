import { computed, type ReadonlySignal, signal as signalOf } from '@preact/signals';
import type { Entry } from '../entry';
import { testOf } from '../search/match';
import { parseQuery } from '../search/parse';
import { onViewsChange, readViews, removeView, saveView, type View } from '../views';
import type { Library } from './model';

/** The saved views of a library, counted over its entries; they follow every change made anywhere. */
export function openViews(
  entries: ReadonlySignal<ReadonlyMap<string, Entry>>,
  signal: AbortSignal,
): Pick<Library, 'views' | 'saveView' | 'removeView'> {
  const all = signalOf<View[]>([]);
  onViewsChange((views) => {
    all.value = views;
  }, signal);
  // What cannot be read is none; the library itself says where the database is not there.
  readViews().then(
    (views) => {
      all.value = views;
    },
    () => {},
  );
  const count = (filter: string) => {
    const test = testOf(parseQuery(filter).query);
    let found = 0;
    for (const entry of entries.value.values()) if (test(entry)) found++;
    return found;
  };
  return {
    views: computed(() => all.value.map((view) => ({ ...view, count: count(view.filter) }))),
    saveView,
    removeView,
  };
}
