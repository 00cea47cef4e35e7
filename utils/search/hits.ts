import { boundaryBefore } from '../plain-text';
import { type Collation, type Word, wordOf } from './collation';
import type { Fold } from './fold';
import type { Query } from './query';
import type { Hit } from './spelling';

/** What to mark: the words a filter asks for, and how texts are read to find them. */
export interface Sought {
  words: Word[];
  fold: Fold;
}

/** The words a filter asks for, of those that may stand anywhere or in a field of their own; negated ones are not sought. */
export function soughtOf(query: Query, collation: Collation): Sought {
  const words = new Map(textsIn(query).map((text) => [text, wordOf(text, collation)]));
  return { words: [...words.values()].filter(({ text }) => text.trim() !== ''), fold: collation.fold };
}

function textsIn(query: Query): string[] {
  if (query.kind === 'and' || query.kind === 'or') return query.of.flatMap(textsIn);
  return query.kind === 'text' ? [query.text] : [];
}

/** As it is sought in prose: not by pinyin. */
export function inProse({ words, fold }: Sought): Sought {
  return { words: words.map(({ text }) => ({ text })), fold };
}

/** Every place in a text where one of the words stands, by whole signs; places that touch or overlap are one. */
export function hitsIn(text: string, { words, fold }: Sought): Hit[] {
  if (words.length === 0 || text === '') return [];
  const whole = fold(text);
  const found = words.flatMap((word) => placesOf(whole, word));
  if (found.length === 0) return [];
  const { folded, from, to } = foldedWithPlaces(text, whole, fold);
  const hits = words.flatMap((word) =>
    placesOf(folded, word).map(([start, end]): Hit => [from[start] ?? 0, to[end - 1] ?? text.length]),
  );
  return merge(hits);
}

/** In folded text; those of pinyin only where the letters themselves do not stand there. */
function placesOf(folded: string, { text, spelled }: Word): Hit[] {
  const found: Hit[] = [];
  for (let at = folded.indexOf(text); at >= 0; at = folded.indexOf(text, at + 1))
    found.push([at, at + text.length]);
  if (found.length > 0 || !spelled) return found;
  for (let hit = spelled(folded); hit; hit = spelled(folded, hit[1])) found.push(hit);
  return found;
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

/**
 * What is folded, and marked, as one: a character with its marks, an emoji sequence, a flag, jamo that make syllables
 * (half-width and compatibility ones too). Folding joins nothing across two of these.
 */
const UNIT =
  /(?:\p{Regional_Indicator}{2}|.)(?:[\p{M}\p{Emoji_Modifier}\u{e0020}-\u{e007f}\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\ud7b0-\ud7fb\uff9e-\uffdc]|\u200d\p{Extended_Pictographic}?)*/gsu;

/**
 * A text as it is compared, and for each of its units where in the text it comes from.
 * @param whole the text folded at once: a letter may fold otherwise at the end of a word (Greek sigma)
 */
function foldedWithPlaces(text: string, whole: string, fold: Fold) {
  const from: number[] = [];
  const to: number[] = [];
  let folded = '';
  for (const { 0: unit, index: at } of text.matchAll(UNIT)) {
    const next = at + unit.length;
    const piece = fold(unit);
    const isMoreSpace = piece === ' ' && folded.endsWith(' ');
    for (let n = 0; n < piece.length && !isMoreSpace; n++) {
      from.push(at);
      to.push(next);
    }
    if (isMoreSpace) to[to.length - 1] = next;
    else folded += piece;
  }
  return { folded: folded.length === whole.length ? whole : folded, from, to };
}

/** Characters kept before the first hit of a piece. */
const BEFORE = 12;

/** A piece of a long text around its first hit; undefined where there is none. */
export function pieceAround(text: string, sought: Sought, length = 80): string | undefined {
  const [first] = hitsIn(text, sought);
  if (!first) return undefined;
  const start = boundaryBefore(text, Math.max(0, first[0] - BEFORE));
  const end = boundaryBefore(text, start + length);
  const piece = text.slice(start, end).toWellFormed();
  return `${start > 0 ? '…' : ''}${piece}${end < text.length ? '…' : ''}`;
}
