import type { TagCount } from '../entry';
import { lineage } from '../tag-tree';

/** A tag, how many carry it, and how many carry it or one below it. */
export interface TagTotal extends TagCount {
  total: number;
}

/**
 * Counts tags over lists of them, as the filter finds them: who carries `经济/宏观` counts for `经济` too, and once. Tags
 * that only stand above others are among them. Most found first, then by name, those above before those below.
 */
export function tagTotals(lists: Iterable<readonly string[]>): TagTotal[] {
  const found = new Map<string, TagTotal>();
  for (const tags of lists) count(found, tags);
  return [...found.values()].sort((a, b) => b.total - a.total || (a.tag < b.tag ? -1 : 1));
}

function count(found: Map<string, TagTotal>, tags: readonly string[]): void {
  const all = new Set(tags.flatMap((tag) => (tag.includes('/') ? [...lineage(tag)] : tag)));
  for (const tag of all) {
    const one = found.get(tag) ?? { tag, count: 0, total: 0 };
    one.total++;
    found.set(tag, one);
  }
  for (const tag of new Set(tags)) {
    const one = found.get(tag);
    if (one) one.count++;
  }
}

const { compare } = new Intl.Collator('zh-CN', { numeric: true });

/** The order of a tree: by name, step by step, each tag right before those below it. */
export function byPath(a: TagCount, b: TagCount): number {
  const [these, those] = [a.tag.split('/'), b.tag.split('/')];
  for (const [index, step] of these.entries()) {
    const other = those[index];
    if (other === undefined) return 1;
    // Names that only their signs tell apart still have an order.
    if (step !== other) return compare(step, other) || (step < other ? -1 : 1);
  }
  return these.length - those.length;
}
