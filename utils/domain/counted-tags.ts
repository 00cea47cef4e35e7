import type { Entry, TagCount } from './entry';

/** How many of the entries have each tag. */
export function countTags(entries: Iterable<Entry>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { tags } of entries) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return counts;
}

/**
 * Tags to offer for what is typed: those that begin with it, then those that contain it, each most used first; none
 * that is chosen already.
 */
export function suggestTags(tags: TagCount[], typed: string, chosen: string[], limit: number): TagCount[] {
  const wanted = typed.trim().toLowerCase();
  const place = ({ tag }: TagCount) => (chosen.includes(tag) ? -1 : tag.toLowerCase().indexOf(wanted));
  const begins = tags.filter((one) => place(one) === 0);
  const holds = tags.filter((one) => place(one) > 0);
  return [...begins, ...holds].slice(0, limit);
}

/** Counted tags, most used first, then by name. */
export function byUse(counts: ReadonlyMap<string, number>): TagCount[] {
  const tags = Array.from(counts, ([tag, count]) => ({ tag, count }));
  return tags.sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
}
