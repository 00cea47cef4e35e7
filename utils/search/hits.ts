import { fold } from './match';
import type { Query } from './query';

/** Where a word stands in a text, in UTF-16 units. */
export type Hit = [from: number, to: number];

/** The words a filter asks for, of those that may stand anywhere or in a field of their own; negated ones are not sought. */
export function wordsOf(query: Query): string[] {
  if (query.kind === 'and' || query.kind === 'or') return [...new Set(query.of.flatMap(wordsOf))];
  const word = query.kind === 'text' ? fold(query.text) : '';
  return word.trim() ? [word] : [];
}

/** Every place in a text where one of the folded words stands; places that touch or overlap are one. */
export function hitsIn(text: string, words: string[]): Hit[] {
  if (words.length === 0 || text === '') return [];
  const { folded, from, to } = foldedWithPlaces(text);
  const hits = words.flatMap((word): Hit[] => {
    const found: Hit[] = [];
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1))
      found.push([from[at] ?? 0, to[at + word.length - 1] ?? text.length]);
    return found;
  });
  return merge(hits);
}

function merge(hits: Hit[]): Hit[] {
  const merged: Hit[] = [];
  for (const [from, to] of hits.sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** A text as it is compared, and for each of its units where in the text it comes from. */
function foldedWithPlaces(text: string): { folded: string; from: number[]; to: number[] } {
  const from: number[] = [];
  const to: number[] = [];
  let folded = '';
  let at = 0;
  for (const sign of text) {
    const next = at + sign.length;
    const piece = fold(sign);
    const isMoreSpace = piece === ' ' && folded.endsWith(' ');
    for (let n = 0; n < piece.length && !isMoreSpace; n++) {
      from.push(at);
      to.push(next);
    }
    if (isMoreSpace) to[to.length - 1] = next;
    else folded += piece;
    at = next;
  }
  return { folded, from, to };
}

/** Signs kept before the first hit of a piece. */
const BEFORE = 12;

/** A piece of a long text around its first hit; undefined where there is none. */
export function pieceAround(text: string, words: string[], length = 80): string | undefined {
  const [first] = hitsIn(text, words);
  if (!first) return undefined;
  const start = Math.max(0, first[0] - BEFORE);
  const piece = text.slice(start, start + length).toWellFormed();
  return `${start > 0 ? '…' : ''}${piece}${start + length < text.length ? '…' : ''}`;
}
