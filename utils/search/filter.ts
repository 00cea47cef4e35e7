/** Which entries a library shows. Plain data, stored between openings. */
export interface Filter {
  /** Words separated by white space; each must be a substring of some field. */
  text: string;
  /** Tags an entry must all have. */
  all: string[];
  /** Tags of which an entry must have at least one, where there are any. */
  any: string[];
  /** Tags an entry must not have. */
  none: string[];
  /** `active`: not archived; `unread` and `read` are parts of it. `trash`: what was removed, and nothing else. */
  show: 'active' | 'unread' | 'read' | 'archived' | 'trash';
}

export const EVERYTHING: Filter = { text: '', all: [], any: [], none: [], show: 'active' };

/** Into which set a click on a tag puts it first. */
export type TagMode = 'all' | 'any' | 'none';

/** Whether a filter lets everything through that is not archived. */
export function isEmptyFilter(filter: Filter): boolean {
  const { text, all, any, none, show } = filter;
  return text.trim() === '' && all.length + any.length + none.length === 0 && show === 'active';
}

/** A click on a tag: into the mode's set; again: none of; again: out of the filter. */
export function toggleTag(filter: Filter, tag: string, mode: TagMode): Filter {
  const from = (['all', 'any', 'none'] as const).find((set) => filter[set].includes(tag));
  const to = from === undefined ? mode : from === 'none' ? undefined : 'none';
  const without = (tags: string[]) => tags.filter((one) => one !== tag);
  const next = { ...filter, all: without(filter.all), any: without(filter.any), none: without(filter.none) };
  return to ? { ...next, [to]: [...next[to], tag] } : next;
}

/** A filter with a tag in no set. */
export function withoutTag(filter: Filter, tag: string): Filter {
  const without = (tags: string[]) => tags.filter((one) => one !== tag);
  return { ...filter, all: without(filter.all), any: without(filter.any), none: without(filter.none) };
}
