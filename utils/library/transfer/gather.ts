import type { Found } from '../../codecs';
import { type Incoming, joined } from '../../db/import-entries';
import type { Post, Shelving } from '../../domain/entry';
import { uniqueTags } from '../../domain/tag';

/** What a file says of one post, as an entry is made of it: without a title it is called by its address. */
export function incomingOf({ isCaixin: _, shelving, title, ...facts }: Found): Incoming {
  const post: Post = { ...facts, title: title ?? facts.url };
  return { post, shelving: { ...shelving } };
}

/**
 * Adds what a file says of the same post in another place, as `merged` adds a file to an entry: gaps are filled, tags
 * united, notes joined, and the earliest save counts.
 */
export function addTo({ post, shelving }: Incoming, item: Found): void {
  const { isCaixin: _, shelving: more, title, ...facts } = item;
  const own = { ...post };
  Object.assign(post, facts, own);
  if (post.title === post.url && title) post.title = title;
  Object.assign(shelving, { ...more, ...shelving }, united(shelving, more));
}

function united(one: Partial<Shelving>, more: Partial<Shelving>): Partial<Shelving> {
  const tags = uniqueTags([...(one.tags ?? []), ...(more.tags ?? [])]);
  const note = joined(one.note, more.note);
  const saves = [one.savedAt, more.savedAt].filter((time) => time !== undefined);
  return {
    ...(tags.length > 0 && { tags }),
    ...(note !== undefined && { note }),
    ...(saves.length > 0 && { savedAt: Math.min(...saves) }),
  };
}
