import { batch, computed, type ReadonlySignal, signal as signalOf } from '@preact/signals';
import type { Removed } from '../db/schema';
import { byUse, countTags } from '../domain/counted-tags';
import type { Entry } from '../domain/entry';
import type { Failure } from '../domain/errors';
import { inQueueOrder } from '../domain/queue-order';
import type { SearchIndex } from '../search/index/search-index';
import { type Parsed, parseQuery } from '../search/parse-query';
import { isTrash } from '../search/shown-state';
import { isUnfinished } from '../search/unfinished';
import { actions } from './actions';
import { inIndex, inMemory, newest, tagLists, trashed } from './finder';
import { loadCollation } from './load-collation';
import type { Library } from './model';
import type { Notice } from './models/history';
import type { LibraryOptions } from './options';
import { openResults } from './results';
import { openStatistics } from './statistics';
import { syncLibrary, type Update } from './sync';
import { openTags } from './tags';
import { syncTrash } from './trash';
import { openViews } from './views';

export type { Library } from './model';

/** Opens the library: reads the newest entries and the queue at once, then the search index; follows every change. */
export function openLibrary(options: LibraryOptions): Library {
  const { entries: db, onChange, signal, safety, indexStore, first = 60 } = options;
  const failure = signalOf<Failure | undefined>(undefined);
  const state = signalOf<'opening' | 'refused' | 'first' | 'complete'>('opening');
  const progress = signalOf<{ done: number; all: number } | undefined>(undefined);
  const entries = signalOf<ReadonlyMap<string, Entry>>(new Map());
  const all = signalOf(0);
  const isQueueKnown = signalOf(false);
  const notice = signalOf<Notice | undefined>(undefined);
  const trash = signalOf<Removed[]>([]);
  const filter = signalOf('');
  const parsed = computed(() => parseQuery(filter.value));
  const applied = lastFinished(filter, parsed);
  const isShown = computed(() => isTrash(applied.value.query));
  /** A new object after each change, so that everything computed from it is computed again. */
  const known = signalOf<{ index?: SearchIndex }>({});
  const collation = loadCollation(parsed, signal, (pinyin) => known.value.index?.prepare(pinyin));
  const finder = computed(() => {
    const { index } = known.value;
    if (index && !isShown.value) return inIndex(index, collation.value);
    return inMemory(isShown.value ? trashed(trash.value) : newest(entries.value), collation.value);
  });
  const lists = computed(() => tagLists(known.value.index, () => entries.value));
  const show = (found: Update) =>
    batch(() => {
      if (found.entries) entries.value = found.entries;
      if (found.all !== undefined) all.value = found.all;
      if (found.index) known.value = { index: found.index };
      if (found.isQueueKnown) isQueueKnown.value = true;
      if (found.state) state.value = found.state;
      if ('progress' in found) progress.value = found.progress;
      if ('failure' in found) failure.value = found.failure;
    });
  syncTrash({ db, onChange, signal, isShown, trash });
  return {
    ...{ failure, state, progress, isQueueKnown, entries, collation, notice, trash, safety },
    ...{ filter, parsed, applied },
    want: syncLibrary({ db, onChange, signal, first, indexStore }, show),
    peek: (url) => entries.value.get(url) ?? known.value.index?.entryOf(url),
    ...openResults(finder, applied),
    counts: computed(() => known.value.index?.counts() ?? { all: all.value, unread: 0, archived: 0 }),
    tags: computed(() => known.value.index?.tags() ?? byUse(countTags([...entries.value.values()]))),
    queue: queueIn(entries),
    ...openStatistics(known),
    ...openViews(known, collation, signal),
    ...openTags(lists, signal),
    ...actions(db, safety, { entries, failure, notice, trash, known }),
  };
}

/** The filter as it last was finished: while a term is being typed, what was found before stays. */
function lastFinished(
  filter: ReadonlySignal<string>,
  parsed: ReadonlySignal<Parsed>,
): ReadonlySignal<Parsed> {
  let last: Parsed | undefined;
  return computed(() => {
    if (!last || !isUnfinished(filter.value, parsed.value)) last = parsed.value;
    return last;
  });
}

/** The queued entries; the same array as before if only other entries changed. */
function queueIn(entries: ReadonlySignal<ReadonlyMap<string, Entry>>): ReadonlySignal<Entry[]> {
  let before: Entry[] = [];
  return computed(() => {
    const now = [...entries.value.values()].filter((entry) => entry.queue !== undefined);
    inQueueOrder(now);
    const isSame = now.length === before.length && now.every((entry, at) => entry === before[at]);
    if (!isSame) before = now;
    return before;
  });
}
