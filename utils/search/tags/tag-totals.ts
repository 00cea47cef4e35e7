import type { TagCount } from '../../domain/entry';
import { lineage } from '../../domain/tag-tree';

/** A tag, how many entries have it, and how many have it or one below it. */
export interface TagTotal extends TagCount {
  total: number;
}

/**
 * Counts tags exactly as they are written, so that similar ones can be managed separately. `经济/宏观` counts once for `经济`
 * too; tags that exist only as parents are included. Most first, then by name, parents before children.
 */
export function tagTotals(lists: Iterable<readonly string[]>): TagTotal[] {
  const found = new Map<string, TagTotal>();
  for (const tags of lists) count(found, tags);
  return [...found.values()].sort((a, b) => b.total - a.total || (a.tag < b.tag ? -1 : 1));
}

function count(found: Map<string, TagTotal>, tags: readonly string[]): void {
  for (const tag of tags) at(found, tag).count++;
  const isDeep = tags.some((tag) => tag.includes('/'));
  const all = isDeep ? new Set(tags.flatMap((tag) => [...lineage(tag)])) : tags;
  for (const tag of all) at(found, tag).total++;
}

function at(found: Map<string, TagTotal>, tag: string): TagTotal {
  let one = found.get(tag);
  if (!one) {
    one = { tag, count: 0, total: 0 };
    found.set(tag, one);
  }
  return one;
}

const { compare } = new Intl.Collator('zh-CN', { numeric: true });

/** Tree order: by name, step by step, each tag right before those below it. */
export function byPath(a: TagCount, b: TagCount): number {
  const [these, those] = [a.tag.split('/'), b.tag.split('/')];
  for (const [index, step] of these.entries()) {
    const other = those[index];
    if (other === undefined) return 1;
    // Names the collator finds equal still need an order.
    if (step !== other) return compare(step, other) || (step < other ? -1 : 1);
  }
  return these.length - those.length;
}
