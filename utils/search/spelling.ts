/** Where a word stands in a text, in UTF-16 units. */
export type Hit = [from: number, to: number];

/**
 * Takes a word spelled in pinyin and gives what finds it in folded text, given as its UTF-16 units, between two places:
 * every sign by its whole syllable or its first letter (`zh`, `ch`, `sh` too), the last one as far as it is typed.
 * `shequ`, `sq` and `sheqzhil` stand in 社区治理.
 */
export type Spelling = (word: string) => Finder;
export type Finder = (units: Uint16Array, from: number, to: number) => Hit | undefined;

/** The UTF-16 units of a text. */
export function unitsOf(text: string): Uint16Array<ArrayBuffer> {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return units;
}

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
  return (word) =>
    finderOf(word, {
      startsOf: (code) => starts[code] || lookUp(code),
      syllablesOf: (code) => syllables[code] ?? [],
    });
}

interface Signs {
  /** First letters of the readings of a sign, as bits. */
  startsOf(code: number): number;
  /** The readings of a sign that was asked for its first letters. */
  syllablesOf(code: number): string[];
}

/** One step over the first sign is asked for again and again: what it gives is kept for each sign. */
function finderOf(word: string, { startsOf, syllablesOf }: Signs): Finder {
  const letters = Uint32Array.from(word, (letter) => bitOf(letter.charCodeAt(0)));
  const first = letters[0] ?? 0;
  const firstSteps = new Map<number, number>();
  const step = (code: number, reached: number) => {
    if (reached !== 1) return stepOver(syllablesOf(code), word, reached);
    const known = firstSteps.get(code);
    if (known !== undefined) return known;
    const next = stepOver(syllablesOf(code), word, 1);
    firstSteps.set(code, next);
    return next;
  };
  const endFrom = (units: Uint16Array, at: number, to: number): number | undefined => {
    let reached = 1;
    for (let n = at; n < to; n++) {
      const code = units[n] ?? 0;
      if ((startsOf(code) & lettersAt(letters, reached)) === 0) return undefined;
      reached = step(code, reached);
      if (reached === ENDED) return n + 1;
    }
    return undefined;
  };
  return (units, from, to) => {
    for (let at = from; at < to; at++) {
      if ((startsOf(units[at] ?? 0) & first) === 0) continue;
      const end = endFrom(units, at, to);
      if (end !== undefined) return [at, end];
    }
    return undefined;
  };
}

/** The letters at the places that are reached, as bits. */
function lettersAt(letters: Uint32Array, reached: number): number {
  let found = 0;
  for (let bits = reached; bits !== 0; bits &= bits - 1) found |= letters[31 - Math.clz32(bits & -bits)] ?? 0;
  return found;
}

const ENDED = -1;
const KNOWN = 0x80_00_00_00;

/** One bit for each letter; all digits share one. */
function bitOf(code: number): number {
  return 1 << (code >= 97 ? code - 97 : 26);
}

/** How far into the word one may be after one more sign, as bits; `ENDED` where the word has ended. */
function stepOver(syllables: string[], word: string, reached: number): number {
  let next = 0;
  for (const syllable of syllables) {
    for (let bits = reached; bits !== 0; bits &= bits - 1) {
      const at = 31 - Math.clz32(bits & -bits);
      const same = sameFrom(syllable, word, at);
      if (at + same === word.length) return ENDED;
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
