import { breathe } from '../breathe';
import { type Fold, folder } from './fold';
import { type Spelling, speller } from './spelling';

let fold: Promise<Fold> | undefined;
let spelling: Promise<Spelling> | undefined;

/** The fold that knows simplified and traditional signs (OpenCC's table), loaded at first need. */
export function loadFold(): Promise<Fold> {
  fold ??= import('opencc-js/dict/TSCharacters').then(({ default: table }) => folder(table));
  return fold;
}

/** Words spelled in pinyin (pinyin-pro's readings), loaded at first need. */
export function loadSpelling(): Promise<Spelling> {
  spelling ??= import('pinyin-pro').then(async ({ polyphonic }) => {
    const read = (sign: string) => polyphonic(sign, { toneType: 'none', type: 'array' })[0] ?? [];
    const { spelling, learn } = speller(read);
    // All signs of the block once, a part at a time: the first word that is spelled waits for none of them.
    for (let code = FIRST_SIGN; code <= LAST_SIGN; code++) {
      learn(code);
      if (code % SLICE === 0) await breathe();
    }
    return spelling;
  });
  return spelling;
}

/** CJK Unified Ideographs (Unicode, block 4E00). */
const FIRST_SIGN = 0x4e00;
const LAST_SIGN = 0x9fff;
const SLICE = 1024;
