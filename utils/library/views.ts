import { effect, type ReadonlySignal, signal as signalOf } from '@preact/signals';
import { yieldToMain } from '../runtime/yield-to-main';
import type { SearchIndex } from '../search/index/search-index';
import { parseQuery } from '../search/parse-query';
import type { Collation } from '../search/text/collation';
import { onViewsChange, readViews, removeView, saveView, type View } from '../storage/saved-views';
import type { ViewModel } from './models/views';

/** The saved views of a library with their counts; they follow every change made anywhere. */
export function openViews(
  known: ReadonlySignal<{ index?: SearchIndex }>,
  collation: ReadonlySignal<Collation>,
  signal: AbortSignal,
): ViewModel {
  const all = signalOf<View[]>([]);
  const views = signalOf<(View & { count?: number })[]>([]);
  onViewsChange((next) => {
    all.value = next;
  }, signal);
  // If they cannot be read there are none; the library itself reports a database that does not open.
  readViews().then(
    (next) => {
      all.value = next;
    },
    () => {},
  );
  const count = ({ filter }: View, index: SearchIndex) =>
    index.find(parseQuery(filter).query, collation.peek()).length;
  /** Counts one view after another, so that typing is not blocked; a change meanwhile starts it again. */
  const recount = async (next: View[], now: { index?: SearchIndex }) => {
    const { index } = now;
    const counted: (View & { count?: number })[] = [];
    for (const view of next) {
      if (index) await yieldToMain();
      if (next !== all.peek() || now !== known.peek()) return;
      counted.push(index ? { ...view, count: count(view, index) } : view);
    }
    views.value = counted;
  };
  const stop = effect(() => {
    void collation.value;
    void recount(all.value, known.value);
  });
  signal.addEventListener('abort', stop, { once: true });
  return { views, saveView, removeView };
}
