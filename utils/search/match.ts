import type { Entry } from '../entry';
import type { Filter } from './filter';

/** Text as it is compared: full-width and half-width forms alike (NFKC), case folded. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

const folded = new WeakMap<Entry, string>();

/** Between fields stands what no folded word can hold, so that no hit spans two fields. */
const BORDER = '\n';

function textOf(entry: Entry): string {
  let text = folded.get(entry);
  if (text === undefined) {
    const { title, author = '', category = '', excerpt = '', tags, note = '' } = entry;
    text = [title, author, category, excerpt, ...tags, note]
      .map((field) => fold(field.replace(/\s+/g, ' ')))
      .join(BORDER);
    folded.set(entry, text);
  }
  return text;
}

const SHOWN: Record<Filter['show'], (entry: Entry) => boolean> = {
  active: (entry) => entry.archivedAt === undefined,
  unread: (entry) => entry.archivedAt === undefined && entry.readAt === undefined,
  read: (entry) => entry.archivedAt === undefined && entry.readAt !== undefined,
  archived: (entry) => entry.archivedAt !== undefined,
  // The trash holds what is no longer in the library, whatever it was there.
  trash: () => true,
};

/** The test a filter is: made once, asked of each entry. */
export function matcher(filter: Filter): (entry: Entry) => boolean {
  const { all, any, none } = filter;
  const words = fold(filter.text).split(/\s+/).filter(Boolean);
  const isShown = SHOWN[filter.show];
  return (entry) => {
    const { tags } = entry;
    if (!isShown(entry)) return false;
    if (!all.every((tag) => tags.includes(tag)) || none.some((tag) => tags.includes(tag))) return false;
    if (any.length > 0 && !any.some((tag) => tags.includes(tag))) return false;
    return words.length === 0 || words.every((word) => textOf(entry).includes(word));
  };
}

/** The entries a filter lets through, in the order given. */
export function filterEntries(entries: Iterable<Entry>, filter: Filter): Entry[] {
  const matches = matcher(filter);
  return [...entries].filter(matches);
}

/** How many of the entries carry each tag, by tag. */
export function countTags(entries: Iterable<Entry>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { tags } of entries) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return counts;
}
