import type { Word } from '../text/collation';
import type { Bits } from './bitset';

/** Words that are remembered: as many as a filter most often has. */
const MOST = 4;

interface Asked {
  word: Word;
  within: Bits;
  found: Bits;
}

/**
 * What the words that were asked for last were found in, until an entry changes. A word that is typed on, `sheq` after
 * `she`, can only be where its beginning was: as it is written, and as it is spelled, where the last sign counts as far as
 * it is typed.
 */
export class RecentWords {
  #asked: Asked[] = [];

  forget(): void {
    this.#asked = [];
  }

  /** Of these rows those that may hold a spelled word. */
  narrow(word: Word, within: Bits): Bits {
    const before = this.#asked.find((one) => isBegun(word, one.word) && isWithin(within, one.within));
    return before ? within.map((some, at) => some & (before.found[at] ?? 0)) : within;
  }

  /** Remembers which of these rows hold a spelled word. */
  add(word: Word, within: Bits, found: Bits): void {
    this.#asked = [{ word, within, found }, ...this.#asked.slice(0, MOST - 1)];
  }
}

function isBegun({ text, spelledIn }: Word, before: Word): boolean {
  const letters = before.spelledIn?.letters;
  return (
    letters !== undefined && spelledIn?.letters.startsWith(letters) === true && text.startsWith(before.text)
  );
}

function isWithin(rows: Bits, all: Bits): boolean {
  return (
    rows === all || (rows.length === all.length && rows.every((some, at) => (some & ~(all[at] ?? 0)) === 0))
  );
}
