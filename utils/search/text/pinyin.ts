import type { PinyinTable } from './pinyin-table';

/** The position of a word in a text, in UTF-16 units. */
export type Hit = [from: number, to: number];

/** Translates each character into the number of its syllables (see `PinyinTable`), and finds pinyin words in the result. */
export interface Pinyin {
  /** Writes the number of each of these UTF-16 units; `into` may be `units` itself. */
  read(units: Uint16Array, into: Uint16Array): void;
  /**
   * A finder for a word typed as pinyin: for each character its whole syllable or first letter (`zh`, `ch`, `sh` too),
   * for the last one as much as is typed. `shequ`, `sq` and `sheqzhil` are found in 社区治理.
   */
  finder(word: string): Finder;
}

/** Finds a word in texts that `Pinyin.read` has translated. */
export interface Finder {
  /** Its first place between two positions. */
  first(read: Uint16Array, from: number, to: number): Hit | undefined;
  /** Whether it is there; allocates nothing, as this is called 100,000 times for one search. */
  isIn(read: Uint16Array, from: number, to: number): boolean;
}

/** The UTF-16 units of a text. */
export function unitsOf(text: string): Uint16Array<ArrayBuffer> {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return units;
}

/** Longest word: positions in a word are the bits of one number. */
const LONGEST = 30;

/** The letters of a term that may be pinyin (two or more, in lower case); undefined if it cannot be. */
export function pinyinLetters(term: string): string | undefined {
  const word = term.trim().replaceAll("'", '');
  return /^[a-z][a-z0-9]+$/.test(word) && word.length <= LONGEST ? word : undefined;
}

/** How many of the last finders are kept. */
const MOST_RECENT = 16;

export function createPinyin({ syllables, numbers }: PinyinTable): Pinyin {
  // Searching and highlighting use the same word, and deleting a letter brings back the one before.
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

/** Final states: the word has ended; it cannot match any more. Other states are numbered from 0, the first. */
const ENDED = -1;
const NOWHERE = -2;

/**
 * An automaton over the positions in a word, built as far as it is used (lazy subset construction). A state is the set of
 * positions reached, as bits; it has one transition for each number in the table. No transition leads to the first state,
 * so 0 means that it is not computed yet.
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

  /** Where the word ends if it begins at `from`; 0 if it does not. */
  endOf(read: Uint16Array, from: number, to: number): number {
    let state = 0;
    for (let at = from; at < to; at++) {
      const number = read[at] ?? 0;
      state = this.#steps[state * this.syllables.length + number] || this.#step(state, number);
      if (state < 0) return state === ENDED ? at + 1 : 0;
    }
    return 0;
  }

  #step(state: number, number: number): number {
    const reached = stepOver(this.syllables[number] ?? [], this.word, this.#states[state] ?? 0);
    const next = reached === 0 ? NOWHERE : reached === ENDED ? ENDED : this.#stateOf(reached);
    this.#steps[state * this.syllables.length + number] = next;
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
  /** The next position where the word may begin: there are few, and most time is spent between them. */
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

/** The positions reached after one more character, as bits; `ENDED` once the word has ended. */
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

/** How many letters of a syllable the word has from this position. */
function sameFrom(syllable: string, word: string, at: number): number {
  let same = 0;
  while (same < syllable.length && at + same < word.length && syllable[same] === word[at + same]) same++;
  return same;
}
