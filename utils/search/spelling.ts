/** Where a word stands in a text, in UTF-16 units. */
export type Hit = [from: number, to: number];

/**
 * Finds a word that is spelled in pinyin in a folded text, from a place on: every sign by its whole syllable or its
 * first letter (`zh`, `ch`, `sh` too), the last one as far as it is typed. `shequ`, `sq` and `sheqzhil` stand in 社区治理.
 */
export type Spelling = (text: string, word: string, from?: number) => Hit | undefined;

/** Longer words are not spelled: what is reached in a word is kept as bits of one number. */
const LONGEST = 30;

/** The word to be spelled where a term may be one: two letters or more, in lower case. */
export function spelledWord(term: string): string | undefined {
  const word = term.trim().replaceAll("'", '');
  return /^[a-z][a-z0-9]+$/.test(word) && word.length <= LONGEST ? word : undefined;
}

/**
 * Makes a spelling of the readings of each sign.
 * @param readingsOf syllables of one sign, without tones; a sign that is none gives itself
 */
export function speller(readingsOf: (sign: string) => string[]): Spelling {
  const syllables: string[][] = [];
  /** For each UTF-16 unit the first letters of its readings as bits, and the highest bit once it was looked up. */
  const starts = new Uint32Array(0x1_00_00);
  const lookUp = (code: number): number => {
    const all = readingsOf(String.fromCharCode(code)).map((one) => one.replaceAll('ü', 'v'));
    const known = [...new Set(all)].filter((one) => /^[a-z0-9]+$/.test(one));
    syllables[code] = known;
    starts[code] = known.reduce((bits, one) => bits | bitOf(one.charCodeAt(0)), KNOWN);
    return starts[code] ?? KNOWN;
  };
  const startsOf = (code: number) => starts[code] || lookUp(code);
  const endFrom = (text: string, at: number, word: string): number | undefined => {
    let reached = 1;
    for (let n = at; reached !== 0 && n < text.length; n++) {
      const code = text.charCodeAt(n);
      startsOf(code);
      const next = stepOver(syllables[code] ?? [], word, reached);
      if (next === undefined) return n + 1;
      reached = next;
    }
    return undefined;
  };
  return (text, word, from = 0) => {
    const first = bitOf(word.charCodeAt(0));
    for (let at = from; at < text.length; at++) {
      if ((startsOf(text.charCodeAt(at)) & first) === 0) continue;
      const end = endFrom(text, at, word);
      if (end !== undefined) return [at, end];
    }
    return undefined;
  };
}

const KNOWN = 0x80_00_00_00;

/** One bit for each letter; all digits share one. */
function bitOf(code: number): number {
  return 1 << (code >= 97 ? code - 97 : 26);
}

/** How far into the word one may be after one more sign, as bits; undefined where the word has ended. */
function stepOver(syllables: string[], word: string, reached: number): number | undefined {
  let next = 0;
  for (const syllable of syllables) {
    for (let bits = reached; bits !== 0; bits &= bits - 1) {
      const at = 31 - Math.clz32(bits & -bits);
      const same = sameFrom(syllable, word, at);
      if (at + same === word.length) return undefined;
      if (same === syllable.length) next |= 1 << (at + same);
      if (same >= 1) next |= 1 << (at + 1);
      if (same >= 2 && syllable.charAt(1) === 'h') next |= 1 << (at + 2);
    }
  }
  return next;
}

/** How many letters of a syllable stand in the word from this place. */
function sameFrom(syllable: string, word: string, at: number): number {
  let same = 0;
  while (same < syllable.length && at + same < word.length && syllable[same] === word[at + same]) same++;
  return same;
}
