/** What the library knows about tags, besides how often each is used. */
export interface TagHints {
  /** Used last, newest first. */
  recent: readonly string[];
  /** How often each is used together with the chosen ones. */
  together: ReadonlyMap<string, number>;
}

/** No hints. */
export const NO_HINTS: TagHints = { recent: [], together: new Map() };

/** How often each tag occurs in a list together with these, counted once for each of them. */
export function tagsTogether(
  lists: Iterable<readonly string[]>,
  chosen: readonly string[],
): Map<string, number> {
  const counts = new Map<string, number>();
  if (chosen.length === 0) return counts;
  for (const tags of lists) {
    const shared = chosen.filter((tag) => tags.includes(tag)).length;
    if (shared === 0) continue;
    for (const tag of tags) if (!chosen.includes(tag)) counts.set(tag, (counts.get(tag) ?? 0) + shared);
  }
  return counts;
}

/** The first tags of these lists, each once; the lists are newest first. */
export function recentTags(lists: Iterable<readonly string[]>, limit: number): string[] {
  const found = new Set<string>();
  for (const tags of lists) {
    for (const tag of tags) found.add(tag);
    if (found.size >= limit) break;
  }
  return [...found].slice(0, limit);
}
