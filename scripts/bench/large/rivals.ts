import FlexSearch from 'flexsearch';
import MiniSearch from 'minisearch';
import type { Entry } from '../../../utils/domain/entry';
import { textsOf } from '../../../utils/search/entry-texts';
import { SearchIndex } from '../../../utils/search/index/search-index';
import { parseQuery } from '../../../utils/search/parse-query';
import type { Fold } from '../../../utils/search/text/fold';

/** Writes the measured figures into the document, with a chart of cost against size. */
export interface Rival {
  /** A way to find the posts that contain a word. */
  built: number;
  /** Milliseconds to index all entries. */
  find(word: string): Iterable<string>;
  /** Addresses of the posts found. */
  count(word: string): number;
}

export const RIVALS = ['ours', 'FlexSearch', 'MiniSearch'] as const;

/** How many are found, without creating their addresses: this is what is timed. */
export function rival(name: (typeof RIVALS)[number], entries: Entry[], fold: Fold): Rival {
  if (name === 'ours') return index(entries, fold);
  const texts = entries.map((entry) => textsOf(entry, fold).join('\n'));
  const at = (ids: Iterable<unknown>) => Array.from(ids, (id) => entries[Number(id)]?.url ?? '');
  return name === 'FlexSearch' ? flexSearch(texts, at) : miniSearch(texts, at);
}

function index(entries: Entry[], fold: Fold): Rival {
  const start = performance.now();
  const ours = new SearchIndex(fold);
  for (const entry of entries) ours.put(entry);
  ours.rows();
  const built = performance.now() - start;
  const find = (word: string) => ours.find(parseQuery(`"${word}" is:all`).query, { fold });
  return { built, find: (word) => ours.urlsOf(find(word)), count: (word) => find(word).length };
}

/** Our search index, or a library with a tokenizer that finds every word, over the same folded texts. */
function miniSearch(texts: string[], at: (ids: Iterable<unknown>) => string[]): Rival {
  const start = performance.now();
  const index = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: (text) => [...twos(text)],
    processTerm: (term) => term,
  });
  index.addAll(texts.map((text, id) => ({ id, text })));
  const built = performance.now() - start;
  const search = (word: string) =>
    index.search(word, {
      combineWith: 'AND',
      prefix: word.length === 1,
      tokenize: (text) => wanted(text),
    });
  return {
    built,
    find: (word) => at(search(word).map(({ id }) => id)),
    count: (word) => search(word).length,
  };
}

function flexSearch(texts: string[], at: (ids: Iterable<unknown>) => string[]): Rival {
  const start = performance.now();
  const index = new FlexSearch.Index({ tokenize: 'strict', encode: (text: string) => [...pieces(text)] });
  for (const [id, text] of texts.entries()) index.add(id, text);
  const built = performance.now() - start;
  const search = (word: string) => index.search(word, { limit: texts.length });
  return {
    built,
    find: (word) => at(search(word)),
    count: (word) => search(word).length,
  };
}

/**
 * Indexes pairs of characters, and prefixes for single characters: with single characters too, its index would not
 * fit in a tab.
 */
function* pieces(text: string): Generator<string> {
  for (let n = 0; n < text.length; n++) {
    if (text[n] === '\n') continue;
    yield text.charAt(n);
    if (n + 1 < text.length && text[n + 1] !== '\n') yield text.slice(n, n + 2);
  }
}

/** Every character of a text, and every pair of adjacent ones. */
function* twos(text: string): Generator<string> {
  for (const part of text.split('\n')) for (let n = 0; n < part.length; n++) yield part.slice(n, n + 2);
}

/** Every pair of adjacent characters, and the last character alone. */
function wanted(word: string): string[] {
  return word.length === 1 ? [word] : Array.from({ length: word.length - 1 }, (_, n) => word.slice(n, n + 2));
}
