import type { Collation } from './collation';
import { type Finder, type Hit, type Pinyin, pinyinLetters, unitsOf } from './pinyin';

/** A search word, to be found in folded texts. */
export interface Word {
  /** Folded. */
  text: string;
  /** Finds it as pinyin in a folded text, if it may be pinyin and the collation knows it. */
  findPinyin?: (text: string, from?: number) => Hit | undefined;
  /** The same for texts that are translated already (see `Pinyin.read`). */
  pinyinWord?: PinyinWord;
}

/** A search word typed as pinyin. */
export interface PinyinWord {
  letters: string;
  pinyin: Pinyin;
  finder: Finder;
}

/** The word of a term. */
export function wordOf(term: string, { fold: folding, pinyin }: Collation): Word {
  const text = folding(term);
  const letters = pinyinLetters(term);
  if (!letters || !pinyin) return { text };
  const finder = pinyin.finder(letters);
  const findPinyin = (where: string, from = 0) => {
    const read = new Uint16Array(where.length);
    pinyin.read(unitsOf(where), read);
    return finder.first(read, from, where.length);
  };
  return { text, findPinyin, pinyinWord: { letters, pinyin, finder } };
}
