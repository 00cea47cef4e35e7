import type { Entry } from '../domain/entry';

/** Every field of an entry: a missing one does not compile. */
const ALL: Record<keyof Entry, true> = {
  archivedAt: true,
  author: true,
  authorUrl: true,
  category: true,
  excerpt: true,
  image: true,
  note: true,
  publishedAt: true,
  queue: true,
  readAt: true,
  savedAt: true,
  tags: true,
  title: true,
  url: true,
};

/** Every field of an entry, in the alphabetical order in which our own JSON writes them. */
// The cast: the type above ensures that these are the keys of an entry.
export const FIELDS = Object.keys(ALL) as (keyof Entry)[];
