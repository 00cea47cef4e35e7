import { type Fold, fold } from './fold';
import type { Pinyin } from './pinyin';

/** How texts are compared. */
export interface Collation {
  fold: Fold;
  /** Absent until it is loaded: until then nothing is found by pinyin. */
  pinyin?: Pinyin;
}

/** The collation before anything is loaded. */
export const PLAIN: Collation = { fold };
