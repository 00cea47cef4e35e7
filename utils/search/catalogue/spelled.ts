import type { Fold } from '../fold';
import type { Rank } from '../match';
import type { Finder } from '../spelling';
import type { Columns } from './columns';

/** Tells of a row whether its title spells a word. */
export function titleSpells(
  { unitFrom, unitPool, titleEnd }: Columns,
  find: Finder,
): (row: number) => boolean {
  return (row) => {
    const from = unitFrom[row] ?? 0;
    return find(unitPool, from, from + (titleEnd[row] ?? 0)) !== undefined;
  };
}

/**
 * Tells of a row where its names spell a word, best first. Authors, categories and tags are shared by many rows: each is
 * looked at once.
 */
export function namesSpell(columns: Columns, find: Finder, fold: Fold): (row: number) => Rank | undefined {
  const inTitle = titleSpells(columns, find);
  const { author, category } = columns;
  const authors = columns.authors.spelling(find, fold);
  const categories = columns.categories.spelling(find, fold);
  const tags = columns.tags.spelling(find, fold);
  return (row) => {
    if (inTitle(row)) return 2;
    const isElsewhere =
      authors[author[row] ?? 0] === 1 || categories[category[row] ?? 0] === 1 || columns.hasTag(row, tags);
    return isElsewhere ? 3 : undefined;
  };
}
