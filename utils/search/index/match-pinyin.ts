import type { Rank } from '../match';
import type { SpelledWord } from '../text/collation';
import type { Fold } from '../text/fold';
import type { Columns } from './columns';

/** Tells of a row whether its title spells a word. */
export function titleSpells(
  { unitFrom, titleUnits, titleEnd }: Columns,
  { finder, spelling }: SpelledWord,
): (row: number) => boolean {
  const read = titleUnits.read(spelling);
  return (row) => {
    const from = unitFrom[row] ?? 0;
    return finder.isIn(read, from, from + (titleEnd[row] ?? 0));
  };
}

/**
 * Tells of a row where its names spell a word, best first. Authors, categories and tags are shared by many rows: each is
 * looked at once.
 */
export function namesSpell(
  columns: Columns,
  word: SpelledWord,
  fold: Fold,
): (row: number) => Rank | undefined {
  const inTitle = titleSpells(columns, word);
  const { author, category } = columns;
  const authors = columns.authors.spelling(word, fold);
  const categories = columns.categories.spelling(word, fold);
  const tags = columns.tags.spelling(word, fold);
  return (row) => {
    if (inTitle(row)) return 2;
    const isElsewhere =
      authors[author[row] ?? 0] === 1 || categories[category[row] ?? 0] === 1 || columns.hasTag(row, tags);
    return isElsewhere ? 3 : undefined;
  };
}
