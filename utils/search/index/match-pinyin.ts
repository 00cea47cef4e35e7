import type { Rank } from '../match-rank';
import type { Fold } from '../text/fold';
import type { PinyinWord } from '../text/word';
import type { Columns } from './columns';

/** Tells whether the title of a row matches a word by pinyin. */
export function matchTitle(
  { unitFrom, titleUnits, titleEnd }: Columns,
  { finder, pinyin }: PinyinWord,
): (row: number) => boolean {
  const read = titleUnits.read(pinyin);
  return (row) => {
    const from = unitFrom[row] ?? 0;
    return finder.isIn(read, from, from + (titleEnd[row] ?? 0));
  };
}

/**
 * Tells where the names of a row match a word by pinyin, best first. Authors, categories and tags are shared by many rows:
 * each is tested once.
 */
export function matchNames(
  columns: Columns,
  word: PinyinWord,
  fold: Fold,
): (row: number) => Rank | undefined {
  const inTitle = matchTitle(columns, word);
  const { author, category } = columns;
  const authors = columns.authors.matchPinyin(word, fold);
  const categories = columns.categories.matchPinyin(word, fold);
  const tags = columns.tags.matchPinyin(word, fold);
  return (row) => {
    if (inTitle(row)) return 2;
    const isElsewhere =
      authors[author[row] ?? 0] === 1 || categories[category[row] ?? 0] === 1 || columns.hasTag(row, tags);
    return isElsewhere ? 3 : undefined;
  };
}
