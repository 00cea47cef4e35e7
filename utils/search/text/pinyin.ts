import type { Readings } from './pinyin-table';

/** Where a word stands in a text, in UTF-16 units. */
export type Hit = [from: number, to: number];

/** Texts are read, each sign as the number of its readings: what finds words in them sees nothing else. */
export interface Spelling {
  /** Puts down the number of each of these UTF-16 units, in their own place too. */
  read(units: Uint16Array, into: Uint16Array): void;
  /**
   * What finds a word spelled in pinyin: every sign by its whole syllable or its first letter (`zh`, `ch`, `sh` too), the
   * last one as far as it is typed. `shequ`, `sq` and `sheqzhil` stand in 社区治理.
   */
  finder(word: string): Finder;
}

/** Finds a word in texts that were read. */
export interface Finder {
  /** The first place of it between two places. */
  first(read: Uint16Array, from: number, to: number): Hit | undefined;
  /** Whether it stands there: nothing is made for an answer that is asked for 100,000 times. */
  isIn(read: Uint16Array, from: number, to: number): boolean;
}

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

/** So many words that were spelled last are kept with what finds them. */
const MOST_RECENT = 16;

export function speller({ syllables, numbers }: Readings): Spelling {
  // Whoever looks for a word and whoever marks it ask one after the other; who deletes a letter asks for the word before.
  const made = new Map<string, Finder>();
  return {
    read(units, into) {
      for (let at = 0; at < units.length; at++) into[at] = numbers[units[at] ?? 0] ?? 0;
    },
    finder(word) {
      const finder = made.get(word) ?? finderOf(word, syllables);
      made.delete(word);
      made.set(word, finder);
      for (const [oldest] of made) if (made.size > MOST_RECENT) made.delete(oldest);
      return finder;
    },
  };
}

/** Where a step leads from which no word ends, and one that ends it. Further states are numbered; 0 is the first. */
const ENDED = -1;
const NOWHERE = -2;

/**
 * An automaton of what may be reached in a word, made as far as it is walked (the lazy subset construction): a state is how
 * far into the word one may be, as bits, and each has a row of steps, one for each number of readings. No step leads to
 * the first state, so 0 says that a step was not asked for yet.
 */
class Automaton {
  readonly #states = [1];
  #steps: Int32Array;

  constructor(
    readonly word: string,
    readonly syllables: string[][],
  ) {
    this.#steps = new Int32Array(4 * syllables.length);
  }

  /** Where the word ends that begins here; 0 where it does not. */
  endOf(read: Uint16Array, from: number, to: number): number {
    let state = 0;
    for (let at = from; at < to; at++) {
      const reading = read[at] ?? 0;
      state = this.#steps[state * this.syllables.length + reading] || this.#step(state, reading);
      if (state < 0) return state === ENDED ? at + 1 : 0;
    }
    return 0;
  }

  #step(state: number, reading: number): number {
    const reached = stepOver(this.syllables[reading] ?? [], this.word, this.#states[state] ?? 0);
    const next = reached === 0 ? NOWHERE : reached === ENDED ? ENDED : this.#stateOf(reached);
    this.#steps[state * this.syllables.length + reading] = next;
    return next;
  }

  #stateOf(reached: number): number {
    const known = this.#states.indexOf(reached);
    if (known >= 0) return known;
    if (this.#states.length * this.syllables.length === this.#steps.length) {
      const more = new Int32Array(2 * this.#steps.length);
      more.set(this.#steps);
      this.#steps = more;
    }
    return this.#states.push(reached) - 1;
  }
}

function finderOf(word: string, syllables: string[][]): Finder {
  const automaton = new Automaton(word, syllables);
  const begins = Uint8Array.from(syllables, (some) => (stepOver(some, word, 1) === 0 ? 0 : 1));
  /** The next place from here on where the word may begin: there are few, and most of the time is spent between them. */
  const startOf = (read: Uint16Array, from: number, to: number): number => {
    let at = from;
    while (at < to && begins[read[at] ?? 0] === 0) at++;
    return at;
  };
  return {
    first(read, from, to) {
      for (let at = startOf(read, from, to); at < to; at = startOf(read, at + 1, to)) {
        const end = automaton.endOf(read, at, to);
        if (end > 0) return [at, end];
      }
      return undefined;
    },
    isIn(read, from, to) {
      for (let at = startOf(read, from, to); at < to; at = startOf(read, at + 1, to))
        if (automaton.endOf(read, at, to) > 0) return true;
      return false;
    },
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
