import { type Fold, fold } from './fold';
import { type Hit, type Spelling, spelledWord } from './spelling';

/** How texts are read when they are compared. */
export interface Reading {
  fold: Fold;
  /** Absent until it is loaded: then nothing is found by pinyin. */
  spelling?: Spelling;
}

/** What needs no loading. */
export const PLAIN: Reading = { fold };

/** A word to be found in folded texts. */
export interface Word {
  /** Folded. */
  text: string;
  /** As pinyin, where it may be that and the reading knows pinyin. */
  spelled?: (text: string, from?: number) => Hit | undefined;
}

/** The word of a term. */
export function wordOf(term: string, { fold: folding, spelling }: Reading): Word {
  const text = folding(term);
  const letters = spelling && spelledWord(term);
  return letters ? { text, spelled: (where, from) => spelling(where, letters, from) } : { text };
}
