/** How signs are read in pinyin. Signs that are read alike have the same number. */
export interface Readings {
  /** The syllables at each number, without tones, `ü` as `v`; a letter or digit reads as itself. At 0: none. */
  syllables: string[][];
  /** For each UTF-16 unit its number. */
  numbers: Uint16Array;
}

/** The same as two texts, for a module of its own. */
export interface EncodedReadings {
  syllables: string;
  numbers: string;
}

const UNITS = 0x1_00_00;

/** Numbers are written as signs from here on: what stands before needs more than one byte, or an escape. */
const FIRST = 0x20;

/**
 * Asks of every sign how it is read.
 * @param readingsOf syllables of one sign, with tones or marks nobody types left out
 */
export function encodeReadings(readingsOf: (sign: string) => string[]): EncodedReadings {
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

export function decodeReadings({ syllables, numbers }: EncodedReadings): Readings {
  return {
    syllables: syllables.split(',').map((some) => (some === '' ? [] : some.split(' '))),
    numbers: Uint16Array.from({ length: UNITS }, (_, code) => numbers.charCodeAt(code) - FIRST),
  };
}
