import { type Fold, folder } from './fold';
import { type Spelling, speller } from './pinyin';
import { decodeReadings } from './pinyin-table';

let fold: Promise<Fold> | undefined;
let spelling: Promise<Spelling> | undefined;

/** The fold that knows simplified and traditional signs (OpenCC's table), loaded at first need. */
export function loadFold(): Promise<Fold> {
  fold ??= import('opencc-js/dict/TSCharacters').then(({ default: table }) => folder(table));
  return fold;
}

/** Words spelled in pinyin (pinyin-pro's readings), loaded at first need. */
export function loadSpelling(): Promise<Spelling> {
  spelling ??= import('virtual:readings').then((encoded) => speller(decodeReadings(encoded)));
  return spelling;
}
