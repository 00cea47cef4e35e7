import type { Removed } from '../db/schema';
import type { Entry } from '../domain/entry';
import type { List } from '../runtime/lazy-list';
import { withoutAny } from '../search/chosen-tags';
import { filterEntries } from '../search/filter-entries';
import type { SearchIndex } from '../search/index/search-index';
import type { Query } from '../search/query';
import { type TagCounts, tagCountsIn } from '../search/tags/tag-counts';
import type { Collation } from '../search/text/collation';

/** Finds entries, in the index or in memory; a row is the number of an entry there. */
export interface Finder {
  find(query: Query): Uint32Array;
  urlsOf(rows: Uint32Array): List<string>;
  /** How many of these rows each tag finds. */
  tagsOf(rows: Uint32Array): TagCounts;
}

export function inIndex(index: SearchIndex, collation: Collation): Finder {
  return {
    find: (query) => index.find(query, collation),
    urlsOf: (rows) => index.urlsOf(rows),
    tagsOf: (rows) => index.tagsOf(rows),
  };
}

/** Finds among a few entries, in the order given. */
export function inMemory(entries: Entry[], collation: Collation): Finder {
  const rowOf = new Map(entries.map((entry, row) => [entry, row]));
  const at = (rows: Uint32Array) => [...rows].flatMap((row) => entries[row] ?? []);
  return {
    find: (query) =>
      Uint32Array.from(filterEntries(entries, query, collation), (entry) => rowOf.get(entry) ?? 0),
    urlsOf: (rows) => at(rows).map(({ url }) => url),
    tagsOf: (rows) => tagCountsIn(at(rows), collation.fold),
  };
}

/** The newest first, as the library shows them. */
export function newest(entries: ReadonlyMap<string, Entry>): Entry[] {
  return [...entries.values()].sort((a, b) => b.savedAt - a.savedAt || (a.url < b.url ? 1 : -1));
}

/** The tags of each entry, newest first: of all entries once the index is ready, until then of those loaded. */
export function tagLists(
  index: SearchIndex | undefined,
  entries: () => ReadonlyMap<string, Entry>,
): Iterable<readonly string[]> {
  if (index) return { [Symbol.iterator]: () => index.tagLists() };
  return newest(entries()).map(({ tags }) => tags);
}

/** The entries in the trash, removed last first. */
export function trashed(trash: Removed[]): Entry[] {
  return trash.map(({ entry }) => entry);
}

/** The tags of the entries shown if any-of groups are ignored: those a further tag for such a group can come from. */
export function tagsInReach(finder: Finder, shown: Uint32Array, query: Query): TagCounts {
  const wide = withoutAny(query);
  return finder.tagsOf(wide === query ? shown : finder.find(wide));
}
