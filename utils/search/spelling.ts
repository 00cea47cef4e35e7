/** Where a word stands in a text, in UTF-16 units. */
export type Hit = [from: number, to: number];

/** How signs are read. Signs that are read alike have the same number: what finds words in texts sees nothing else of them. */
export interface Spelling {
  /** Puts down the number of each of these UTF-16 units. */
  read(units: Uint16Array, into: Uint16Array): void;
  /**
   * What finds a word spelled in pinyin: every sign by its whole syllable or its first letter (`zh`, `ch`, `sh` too), the
   * last one as far as it is typed. `shequ`, `sq` and `sheqzhil` stand in 社区治理.
   */
  finder(word: string): Finder;
}

/** Finds a word in a text that was read, between two places of it. */
export type Finder = (read: Uint16Array, from: number, to: number) => Hit | undefined;

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
  /** The syllables at each number; what is not read has the number 1, and 0 is none. */
  const readings: string[][] = [[], []];
  const numbers = new Map([['', 1]]);
  /** The number of each UTF-16 unit, once it was looked up. */
  const known = new Uint16Array(0x1_00_00);
  const learn = (code: number): number => {
    const all = readingsOf(String.fromCharCode(code)).map((one) => one.replaceAll('ü', 'v'));
    const syllables = [...new Set(all)].filter((one) => /^[a-z0-9]+$/.test(one));
    const key = syllables.join(' ');
    const number = numbers.get(key) ?? readings.push(syllables) - 1;
    numbers.set(key, number);
    known[code] = number;
    return number;
  };
  const read = (units: Uint16Array, into: Uint16Array) => {
    for (let at = 0; at < units.length; at++) into[at] = known[units[at] ?? 0] || learn(units[at] ?? 0);
  };
  // Whoever looks for a word and whoever marks it ask one after the other.
  let last = { word: '', find: finderOf('', readings) };
  const finder = (word: string) => {
    if (last.word !== word) last = { word, find: finderOf(word, readings) };
    return last.find;
  };
  return { spelling: { read, finder }, learn };
}

/** Numbers of readings that a state keeps its steps for; further ones are walked anew each time. */
const ROOM = 4096;

const ENDED = -1;
const NOWHERE = -2;

/** How far into a word one may be, as bits, and the state each reading leads to: 0 until it is asked for. */
interface State {
  reached: number;
  next: Int32Array;
}

/** An automaton of what may be reached in a word, made as far as it is walked (the lazy subset construction). */
function finderOf(word: string, readings: string[][]): Finder {
  // Their numbers begin with 1.
  const states: State[] = [];
  const stateOf = (reached: number) => {
    const at = states.findIndex((state) => state.reached === reached);
    return at < 0 ? states.push({ reached, next: new Int32Array(ROOM) }) : at + 1;
  };
  const step = ({ reached, next }: State, reading: number): number => {
    const after = stepOver(readings[reading] ?? [], word, reached);
    const state = after === 0 ? NOWHERE : after === ENDED ? ENDED : stateOf(after);
    next[reading] = state;
    return state;
  };
  /** Where a word ends that goes on in this state. */
  const endFrom = (start: number, read: Uint16Array, at: number, to: number): number | undefined => {
    let number = start;
    for (let n = at; n < to; n++) {
      const state = states[number - 1];
      if (!state) break;
      number = state.next[read[n] ?? 0] || step(state, read[n] ?? 0);
      if (number === ENDED) return n + 1;
    }
    return undefined;
  };
  return (read, from, to) => {
    const start = states[stateOf(1) - 1];
    for (let at = from; start && at < to; at++) {
      const number = start.next[read[at] ?? 0] || step(start, read[at] ?? 0);
      const end =
        number === ENDED ? at + 1 : number === NOWHERE ? undefined : endFrom(number, read, at + 1, to);
      if (end !== undefined) return [at, end];
    }
    return undefined;
  };
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
