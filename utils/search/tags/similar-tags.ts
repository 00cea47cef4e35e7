import type { TagCount } from '../../domain/entry';
import { type Renaming, retagged } from '../../domain/renaming';
import type { Fold } from '../text/fold';

/** Separators that do not make tags different. */
const BETWEEN = /[\s·・_-]/g;

/**
 * Groups of tags that differ only by folding, spaces and hyphens: in each group the most used first, then those that are
 * already folded.
 */
export function similarTags(tags: TagCount[], fold: Fold): TagCount[][] {
  const groups = Map.groupBy(tags, ({ tag }) => fold(tag).replace(BETWEEN, ''));
  const isOdd = ({ tag }: TagCount) => Number(fold(tag) !== tag);
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => group.sort((a, b) => b.count - a.count || isOdd(a) - isOdd(b)));
}

/** The renaming that merges each group into its most used name; parent tags are renamed along. */
export function merging(groups: TagCount[][]): Renaming {
  const renaming = new Map<string, string[]>();
  const depth = ([best]: TagCount[]) => best?.tag.split('/').length ?? 0;
  for (const group of groups.toSorted((a, b) => depth(a) - depth(b))) {
    const [name] = retagged(
      group.slice(0, 1).map(({ tag }) => tag),
      renaming,
    );
    for (const { tag } of group) if (name !== undefined && tag !== name) renaming.set(tag, [name]);
  }
  return renaming;
}
