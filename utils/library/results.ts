import { computed, type ReadonlySignal, signal as signalOf } from '@preact/signals';
import type { List } from '../runtime/lazy-list';
import { type Parsed, parseQuery } from '../search/parse-query';
import { type Finder, tagsInReach } from './finder';
import type { Library } from './model';

const EVERYTHING = parseQuery('').query;

/** What a filter finds, what of it is ticked, and the tags to go on with. */
export function openResults(
  finder: ReadonlySignal<Finder>,
  applied: ReadonlySignal<Parsed>,
): Pick<Library, 'shown' | 'ticked' | 'chosen' | 'tagCounts' | 'findableTags'> {
  const rows = computed(() => finder.value.find(applied.value.query));
  const shown = computed<List<string>>(() => finder.value.urlsOf(rows.value));
  const ticked = signalOf<ReadonlySet<string>>(new Set());
  const chosen = computed(() =>
    ticked.value.size > 0 ? [...shown.value].filter((url) => ticked.value.has(url)) : [],
  );
  const tagCounts = computed(() => tagsInReach(finder.value, rows.value, applied.value.query));
  const findableTags = computed(() =>
    finder.value.tagsOf(finder.value.find(EVERYTHING)).top(Number.POSITIVE_INFINITY),
  );
  return { shown, ticked, chosen, tagCounts, findableTags };
}
