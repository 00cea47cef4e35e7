import { type Fold, folder } from './fold';
import { createPinyin, type Pinyin } from './pinyin';
import { decodePinyinTable } from './pinyin-table';

let fold: Promise<Fold> | undefined;
let pinyin: Promise<Pinyin> | undefined;

/** The fold that knows simplified and traditional characters (OpenCC's table), loaded at first use. */
export function loadFold(): Promise<Fold> {
  fold ??= import('opencc-js/dict/TSCharacters').then(({ default: table }) => folder(table));
  return fold;
}

/** Matching by pinyin (with pinyin-pro's data), loaded at first use. */
export function loadPinyin(): Promise<Pinyin> {
  pinyin ??= import('virtual:readings').then((encoded) => createPinyin(decodePinyinTable(encoded)));
  return pinyin;
}
