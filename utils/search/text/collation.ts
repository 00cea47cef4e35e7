import { type Fold, fold } from './fold';
import { type Finder, type Hit, type Spelling, spelledWord, unitsOf } from './pinyin';

/** How texts are read when they are compared. */
export interface Collation {
  fold: Fold;
  /** Absent until it is loaded: then nothing is found by pinyin. */
  spelling?: Spelling;
}

/** What needs no loading. */
export const PLAIN: Collation = { fold };

/** A word to be found in folded texts. */
export interface Word {
  /** Folded. */
  text: string;
  /** As pinyin, where it may be that and the collation knows pinyin. */
  spelled?: (text: string, from?: number) => Hit | undefined;
  /** The same for texts that were read before. */
  spelledIn?: SpelledWord;
}

export interface SpelledWord {
  letters: string;
  spelling: Spelling;
  finder: Finder;
}

/** The word of a term. */
export function wordOf(term: string, { fold: folding, spelling }: Collation): Word {
  const text = folding(term);
  const letters = spelledWord(term);
  if (!letters || !spelling) return { text };
  const finder = spelling.finder(letters);
  const spelled = (where: string, from = 0) => {
    const read = new Uint16Array(where.length);
    spelling.read(unitsOf(where), read);
    return finder.first(read, from, where.length);
  };
  return { text, spelled, spelledIn: { letters, spelling, finder } };
}
