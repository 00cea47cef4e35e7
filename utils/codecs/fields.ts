import type { Entry } from '../domain/entry';

/** Every field of an entry, in the alphabetical order in which our own JSON writes them. */
export const FIELDS = [
  'archivedAt',
  'author',
  'authorUrl',
  'category',
  'excerpt',
  'image',
  'note',
  'publishedAt',
  'queue',
  'readAt',
  'savedAt',
  'tags',
  'title',
  'url',
] as const satisfies readonly (keyof Entry)[];

/** Fails to compile when an entry gains a field that the list above lacks. */
type Missing = Exclude<keyof Entry, (typeof FIELDS)[number]>;
export const COMPLETE: [Missing] extends [never] ? true : Missing = true;
