/** The pinyin syllables of characters. Characters with the same syllables have the same number. */
export interface PinyinTable {
  /** The syllables for each number, without tones, `ü` as `v`; a letter or digit stands for itself. At 0: none. */
  syllables: string[][];
  /** The number of each UTF-16 unit. */
  numbers: Uint16Array;
}

/** The same table as two strings. */
interface EncodedPinyinTable {
  syllables: string;
  numbers: string;
}

const UNITS = 0x1_00_00;

/** Numbers are written as characters from here on: lower ones would need escapes. */
const FIRST = 0x20;

/**
 * Makes the table of all characters.
 * @param readingsOf the syllables of one character, without tones
 */
export function encodePinyinTable(readingsOf: (char: string) => string[]): EncodedPinyinTable {
  const known = new Map([['', 0]]);
  let numbers = '';
  for (let code = 0; code < UNITS; code++) {
    const all = readingsOf(String.fromCharCode(code)).map((one) => one.replaceAll('ü', 'v'));
    const syllables = [...new Set(all)].filter((one) => /^[a-z0-9]+$/.test(one)).sort();
    const key = syllables.join(' ');
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    numbers += String.fromCharCode(FIRST + number);
  }
  return { syllables: [...known.keys()].join(','), numbers };
}

export function decodePinyinTable({ syllables, numbers }: EncodedPinyinTable): PinyinTable {
  return {
    syllables: syllables.split(',').map((some) => (some === '' ? [] : some.split(' '))),
    numbers: Uint16Array.from({ length: UNITS }, (_, code) => numbers.charCodeAt(code) - FIRST),
  };
}
