import type { Entry } from '../domain/entry';
import { TEXT_FIELDS } from './query-fields';
import type { Fold } from './text/fold';

/** Separates fields. No folded word contains it, so no hit spans two fields. */
export const BORDER = '\n';

/** Fields searched by pinyin too: names, not prose. */
export const PINYIN_FIELDS: ReadonlySet<string> = new Set(['title', 'author', 'category', 'tag']);

/** An entry's texts, folded: those of `TEXT_FIELDS`, then its tags. */
export function textsOf(entry: Entry, fold: Fold): string[] {
  return [...TEXT_FIELDS.map((field) => entry[field] ?? ''), ...entry.tags].map(fold);
}

const folded = new WeakMap<Entry, { fold: Fold; texts: string[]; all: string }>();

/** The texts of `textsOf`, cached for each entry, and all of them joined by `BORDER`. */
export function foldedOf(entry: Entry, fold: Fold): { texts: string[]; all: string } {
  const known = folded.get(entry);
  if (known?.fold === fold) return known;
  const texts = textsOf(entry, fold);
  const made = { fold, texts, all: texts.join(BORDER) };
  folded.set(entry, made);
  return made;
}
