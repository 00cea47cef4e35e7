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
 * Makes a spelling of the readings of each sign. `learn` looks one up before it is asked for.
 * @param readingsOf syllables of one sign, without tones; a sign that is none gives itself
 */
export function speller(readingsOf: (sign: string) => string[]): {
  spelling: Spelling;
  learn(code: number): void;
} {
  const syllables: string[][] = [];
  /** For each UTF-16 unit the first letters of its readings as bits, and the highest bit once it was looked up. */
  const starts = new Uint32Array(0x1_00_00);
  const learn = (code: number): number => {
    const all = readingsOf(String.fromCharCode(code)).map((one) => one.replaceAll('ü', 'v'));
    const known = [...new Set(all)].filter((one) => /^[a-z0-9]+$/.test(one));
    syllables[code] = known;
    const bits = known.reduce((some, one) => some | bitOf(one.charCodeAt(0)), KNOWN);
    starts[code] = bits;
    return bits;
  };
  const signs: Signs = {
    startsOf: (code) => starts[code] || learn(code),
    syllablesOf: (code) => syllables[code] ?? [],
  };
  // Whoever looks for a word and whoever marks it ask one after the other.
  let last = { word: '', find: finderOf('', signs) };
  const spelling: Spelling = (word) => {
    if (last.word !== word) last = { word, find: finderOf(word, signs) };
    return last.find;
  };
  return { spelling, learn };
}

interface Signs {
  /** First letters of the readings of a sign, as bits. */
  startsOf(code: number): number;
  /** The readings of a sign that was asked for its first letters. */
  syllablesOf(code: number): string[];
}

/** Steps are asked for again and again: what they give is kept, for the first one in a table of all signs. */
function finderOf(word: string, signs: Signs): Finder {
  let table: Int32Array | undefined;
  const step = moreSteps(word, signs);
  const endFrom = (start: number, units: Uint16Array, at: number, to: number): number | undefined => {
    let reached = start;
    for (let n = at + 1; reached > 0 && n < to; n++) {
      reached = step(units[n] ?? 0, reached);
      if (reached === ENDED) return n + 1;
    }
    return reached === ENDED ? at + 1 : undefined;
  };
  return (units, from, to) => {
    table ??= new Int32Array(0x1_00_00);
    for (let at = from; at < to; at++) {
      const code = units[at] ?? 0;
      const reached = table[code] || firstStep(word, signs, code, table);
      const end = reached === NOWHERE ? undefined : endFrom(reached, units, at, to);
      if (end !== undefined) return [at, end];
    }
    return undefined;
  };
}

/** What a step over the first sign reaches; below 1: nothing, or the end. */
function firstStep(word: string, { startsOf, syllablesOf }: Signs, code: number, table: Int32Array): number {
  const isStart = (startsOf(code) & bitOf(word.charCodeAt(0))) !== 0;
  const step = (isStart && stepOver(syllablesOf(code), word, 1)) || NOWHERE;
  table[code] = step;
  return step;
}

/** What a step over any later sign reaches; below 1: nothing, or the end. */
function moreSteps(
  word: string,
  { startsOf, syllablesOf }: Signs,
): (code: number, reached: number) => number {
  const letters = Uint32Array.from(word, (letter) => bitOf(letter.charCodeAt(0)));
  const steps = new Map<number, number>();
  return (code, reached) => {
    if ((startsOf(code) & lettersAt(letters, reached)) === 0) return NOWHERE;
    const key = code * 2 ** 31 + reached;
    const known = steps.get(key);
    if (known !== undefined) return known;
    const next = stepOver(syllablesOf(code), word, reached) || NOWHERE;
    steps.set(key, next);
    return next;
  };
}

/** The letters at the places that are reached, as bits. */
function lettersAt(letters: Uint32Array, reached: number): number {
  let found = 0;
  for (let bits = reached; bits !== 0; bits &= bits - 1) found |= letters[31 - Math.clz32(bits & -bits)] ?? 0;
  return found;
}

const ENDED = -1;
const NOWHERE = -2;
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
