import { cut } from '../domain/plain-text';
import type { Query } from './query';
import type { Collation } from './text/collation';
import type { Fold } from './text/fold';
import type { Hit } from './text/pinyin';
import { type Word, wordOf } from './text/word';

/** What to highlight: the words of a filter, and how texts are folded to find them. */
export interface Highlight {
  words: Word[];
  fold: Fold;
}

/** The words of a filter, with or without a field; negated ones are left out. */
export function highlightOf(query: Query, collation: Collation): Highlight {
  const words = new Map(textsIn(query).map((text) => [text, wordOf(text, collation)]));
  return { words: [...words.values()].filter(({ text }) => text.trim() !== ''), fold: collation.fold };
}

function textsIn(query: Query): string[] {
  if (query.kind === 'and' || query.kind === 'or') return query.of.flatMap(textsIn);
  return query.kind === 'text' ? [query.text] : [];
}

/** The same words for prose, which is not searched by pinyin. */
export function inProse({ words, fold }: Highlight): Highlight {
  return { words: words.map(({ text }) => ({ text })), fold };
}

/** Every place where one of the words occurs, in whole characters; places that touch or overlap are merged. */
export function hitsIn(text: string, { words, fold }: Highlight): Hit[] {
  if (words.length === 0 || text === '') return [];
  const whole = fold(text);
  const found = words.flatMap((word) => placesOf(whole, word));
  // Most texts contain none, and in most the folded text has the same positions.
  if (found.length === 0) return found;
  if (whole === text && SIMPLE.test(text)) return merge(found);
  const { from, to } = placesIn(text, whole, fold);
  return merge(found.map(([start, end]): Hit => [from[start] ?? 0, to[end - 1] ?? text.length]));
}

/** The places in a folded text; those by pinyin only if the word itself does not occur. */
function placesOf(folded: string, { text, findPinyin }: Word): Hit[] {
  const found: Hit[] = [];
  for (let at = folded.indexOf(text); at >= 0; at = folded.indexOf(text, at + 1))
    found.push([at, at + text.length]);
  if (found.length > 0 || !findPinyin) return found;
  for (let hit = findPinyin(folded); hit; hit = findPinyin(folded, hit[1])) found.push(hit);
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

/** Characters of one UTF-16 unit that never combine with a neighbour, except with marks. */
const ALONE = String.raw` -~\u00a1-\u02ff\u2010-\u2027\u2e80-\u3029\u3030-\u3098\u309b-\u3130\u318f-\ua48f\uf900-\ufaff\uff01-\uff9d`;
const SIMPLE = new RegExp(`^[${ALONE}]*$`);
/** A simple character before another, or a run that needs the segmenter. */
const RUN = new RegExp(`[${ALONE}](?=[${ALONE}]|$)|[${ALONE}]?[^${ALONE}]+`, 'g');

const segmenter = new Intl.Segmenter();

/** Parts of Korean syllables of any width: normalisation joins neighbours into syllables. */
const JAMO = /^[\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\ud7b0-\ud7fb\uffa0-\uffdc]/;

/** The characters of a text, each with its marks, as a fold treats them together. */
function* charsOf(text: string): Generator<string> {
  for (const [run] of text.matchAll(RUN)) {
    let jamo = '';
    for (const { segment } of run.length === 1 ? [{ segment: run }] : segmenter.segment(run)) {
      if (JAMO.test(segment)) jamo += segment;
      else {
        if (jamo) yield jamo;
        jamo = '';
        yield segment;
      }
    }
    if (jamo) yield jamo;
  }
}

/** For each unit of a folded text, where its character begins and ends in the original. */
function placesIn(text: string, whole: string, fold: Fold): { from: number[]; to: number[] } {
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const char of charsOf(text)) {
    const next = at + char.length;
    const piece = fold(char);
    // A run of white space folds into one space, which then covers the whole run.
    const isMore = piece.startsWith(' ') && whole[from.length - 1] === ' ' && from.length > 0;
    if (isMore) to[to.length - 1] = next;
    for (let n = isMore ? 1 : 0; n < piece.length; n++) {
      from.push(at);
      to.push(next);
    }
    at = next;
  }
  return { from, to };
}

/** UTF-16 units shown before the first hit. */
const BEFORE = 12;

/** A piece of a long text around its first hit; undefined if there is none. */
export function pieceAround(text: string, highlight: Highlight, length = 80): string | undefined {
  const [first] = hitsIn(text, highlight);
  if (!first) return undefined;
  const start = segmenter.segment(text).containing(Math.max(0, first[0] - BEFORE))?.index ?? 0;
  const rest = text.slice(start).toWellFormed();
  const piece = cut(rest, length);
  return `${start > 0 ? '…' : ''}${piece}${rest.length > length ? '…' : ''}`;
}
