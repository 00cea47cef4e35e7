import type { Entry } from '../domain/entry';
import { foldedOf, PINYIN_FIELDS } from './entry-texts';
import { TEXT_FIELDS } from './query-fields';
import type { Collation } from './text/collation';
import type { Word } from './text/word';

/** Where a word was found, best first: literally in the title or elsewhere, by pinyin in the title or elsewhere. */
export type Rank = 0 | 1 | 2 | 3;

/** The rank of an entry for a word; undefined if the word is nowhere in it. */
export function rankOf(entry: Entry, { text, findPinyin }: Word, { fold }: Collation): Rank | undefined {
  const { texts, all } = foldedOf(entry, fold);
  if (all.includes(text)) return texts[0]?.includes(text) ? 0 : 1;
  if (!findPinyin) return undefined;
  const at = texts.findIndex((own, index) => hasPinyin(index) && findPinyin(own));
  return at < 0 ? undefined : at === 0 ? 2 : 3;
}

/** Whether the text at this index of `textsOf` is searched by pinyin. */
function hasPinyin(index: number): boolean {
  return PINYIN_FIELDS.has(TEXT_FIELDS[index] ?? 'tag');
}
