import { batch, computed, signal as signalOf } from '@preact/signals';
import type { Entries } from '../db/entries';
import { byUse } from '../db/read';
import type { Removed } from '../db/schema';
import type { Entry } from '../entry';
import { isTrash, modeOf, tagsIn, withoutAny } from '../search/chips';
import { countTags, filterEntries } from '../search/match';
import { parseQuery } from '../search/parse';
import type { Query } from '../search/query';
import type { Trouble } from '../trouble';
import { actions } from './actions';
import { keepFresh } from './fresh';
import type { Counts, Library, Notice } from './model';
import type { Safety } from './safety';
import { openTags } from './tags';
import { keepTrash } from './trash';
import { openViews } from './views';

export type { Counts, Library, Notice } from './model';

export interface LibraryOptions {
  entries: Entries;
  onChange(listener: (urls: string[]) => void, signal: AbortSignal): void;
  signal: AbortSignal;
  safety: Safety;
  /** How many of the newest are read before all the rest. */
  first?: number;
}

/** Opens the library: reads the newest entries and the queue at once, then the rest; follows every change. */
export function openLibrary(options: LibraryOptions): Library {
  const { entries: db, onChange, signal, safety, first = 60 } = options;
  const trouble = signalOf<Trouble | undefined>(undefined);
  const state = signalOf<'opening' | 'first' | 'complete'>('opening');
  const entries = signalOf<ReadonlyMap<string, Entry>>(new Map());
  const notice = signalOf<Notice | undefined>(undefined);
  const trash = signalOf<Removed[]>([]);
  const filter = signalOf('');
  const parsed = computed(() => parseQuery(filter.value));
  const counts = signalOf<Counts>({ all: 0, unread: 0, archived: 0 });
  const isShown = computed(() => isTrash(parsed.value.query));
  const newest = computed(() => [...entries.value.values()].sort(newestFirst));
  /** What there is to filter, in the order it is shown. */
  const all = computed(() => (isShown.value ? trash.value.map((removed) => removed.entry) : newest.value));
  const shown = computed(() => filterEntries(all.value, parsed.value.query));
  const library: Library = {
    trouble,
    state,
    entries,
    filter,
    parsed,
    shown,
    notice,
    trash,
    counts: computed(() =>
      state.value === 'complete' ? countEntries(entries.value.values()) : counts.value,
    ),
    tagCounts: computed(() => tagsInReach(all.value, shown.value, parsed.value.query)),
    tags: computed(() => byUse(countTags(entries.value.values()))),
    queue: computed(() => queueOf(entries.value.values())),
    safety,
    ...openViews(entries, signal),
    ...openTags(newest, signal),
    ...actions(db, safety, { entries, trouble, notice, trash }),
  };
  keepTrash({ db, onChange, signal, isShown, trash });
  keepFresh({ db, onChange, signal, first }, (found, next) =>
    batch(() => {
      if (found.entries) entries.value = found.entries;
      if (found.all !== undefined) counts.value = { ...counts.value, all: found.all };
      if (next.state) state.value = next.state;
      if ('trouble' in next) trouble.value = next.trouble;
    }),
  );
  return library;
}

function newestFirst(a: Entry, b: Entry): number {
  return b.savedAt - a.savedAt || (a.url < b.url ? 1 : -1);
}

function queueOf(entries: Iterable<Entry>): Entry[] {
  const queued = [...entries].filter((entry) => entry.queue !== undefined);
  return queued.sort((a, b) => compare(a.queue ?? '', b.queue ?? '') || compare(a.url, b.url));
}

/** By code unit, as the database compares keys. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function countEntries(entries: Iterable<Entry>): Counts {
  const counts = { all: 0, unread: 0, archived: 0 };
  for (const { archivedAt, readAt } of entries) {
    counts.all++;
    if (archivedAt !== undefined) counts.archived++;
    else if (readAt === undefined) counts.unread++;
  }
  return counts;
}

/** The tags of what is shown, any-of left aside: a tag to add to that is one of what the rest lets through. */
function tagsInReach(all: Entry[], shown: Entry[], query: Query) {
  const wide = withoutAny(query);
  return tagsOf(wide === query ? shown : filterEntries(all, wide), query);
}

/** The tags of what is shown; the filter's own stay in reach where nothing carries them. */
function tagsOf(shown: Entry[], query: Query) {
  const counts = countTags(shown);
  for (const tag of tagsIn(query)) if (modeOf(query, tag) && !counts.has(tag)) counts.set(tag, 0);
  return byUse(counts);
}
