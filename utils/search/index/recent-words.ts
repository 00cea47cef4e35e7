import type { Word } from '../text/word';
import type { Bits } from './bitset';

/** How many words are remembered: a filter rarely has more. */
const MOST = 4;

interface Asked {
  word: Word;
  within: Bits;
  found: Bits;
}

/**
 * The rows in which the last words were found, until an entry changes. A word that is typed further, `sheq` after `she`,
 * can only be found where its beginning was: literally, and by pinyin too, as the last character counts as far as it is
 * typed.
 */
export class RecentWords {
  #asked: Asked[] = [];

  forget(): void {
    this.#asked = [];
  }

  /** Those of these rows that may match a word by pinyin. */
  narrow(word: Word, within: Bits): Bits {
    const before = this.#asked.find((one) => isBegun(word, one.word) && isWithin(within, one.within));
    return before ? within.map((some, at) => some & (before.found[at] ?? 0)) : within;
  }

  /** Remembers which of these rows contain a word. */
  add(word: Word, within: Bits, found: Bits): void {
    this.#asked = [{ word, within, found }, ...this.#asked.slice(0, MOST - 1)];
  }
}

function isBegun({ text, pinyinWord }: Word, before: Word): boolean {
  const letters = before.pinyinWord?.letters;
  return (
    letters !== undefined && pinyinWord?.letters.startsWith(letters) === true && text.startsWith(before.text)
  );
}

function isWithin(rows: Bits, all: Bits): boolean {
  return (
    rows === all || (rows.length === all.length && rows.every((some, at) => (some & ~(all[at] ?? 0)) === 0))
  );
}
