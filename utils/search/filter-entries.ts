import type { Entry } from '../domain/entry';
import { testOf } from './match';
import { rankOf } from './match-rank';
import type { Query } from './query';
import { joined, partsOf } from './query-parts';
import { type Collation, PLAIN } from './text/collation';
import { type Word, wordOf } from './text/word';

/** Splits a filter into words without a field, which rank the results, and the rest. */
export function ranking(query: Query, collation: Collation): { words: Word[]; rest: Query } {
  const isWord = (part: Query) => part.kind === 'text' && !part.field;
  const parts = partsOf(query);
  const words = parts.flatMap((part) =>
    part.kind === 'text' && isWord(part) ? [wordOf(part.text, collation)] : [],
  );
  return {
    words,
    rest: joined(
      'and',
      parts.filter((part) => !isWord(part)),
    ),
  };
}

/** The entries that match a filter: by where its words were found, then in the order given. */
export function filterEntries(entries: Iterable<Entry>, query: Query, collation: Collation = PLAIN): Entry[] {
  const found = [...entries].filter(testOf(query, collation));
  const { words } = ranking(query, collation);
  if (words.length === 0) return found;
  const rank = (entry: Entry) => Math.max(...words.map((word) => rankOf(entry, word, collation) ?? 3));
  const ranked = found.map((entry) => ({ entry, rank: rank(entry) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry);
}
