import type { Entry } from '../domain/entry';

/** Each field once: one that an entry gains and this lacks does not compile. */
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
// The cast: the keys are those of an entry, as the type above holds.
export const FIELDS = Object.keys(ALL) as (keyof Entry)[];
