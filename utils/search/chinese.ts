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
    // All signs of the block once, a little at a time: the first word that is spelled waits for none of them.
    let end = performance.now() + SLICE;
    for (let code = FIRST_SIGN; code <= LAST_SIGN; code++) {
      learn(code);
      if (code % 16 > 0 || performance.now() < end) continue;
      await breathe();
      end = performance.now() + SLICE;
    }
    return spelling;
  });
  return spelling;
}

/** CJK Unified Ideographs (Unicode, block 4E00). */
const FIRST_SIGN = 0x4e00;
const LAST_SIGN = 0x9fff;

/** How long is learned without a break, in milliseconds. */
const SLICE = 4;
