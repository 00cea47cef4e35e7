import type { Entry } from '../domain/entry';
import { localDay } from '../domain/format-date';
import { isWithin } from '../domain/tag-tree';
import { joined, partsOf, type Query, type Term, termsOf } from './query';
import { type Collation, PLAIN, type Word, wordOf } from './text/collation';
import type { Fold } from './text/fold';

/** Separates fields. No folded word contains it, so no hit spans two fields. */
export const BORDER = '\n';

/** Fields searched by pinyin too: names, not prose. */
const PINYIN_FIELDS: ReadonlySet<string> = new Set(['title', 'author', 'category', 'tag']);

/** An entry's texts, folded: title, author, category, excerpt, note, then its tags. */
export function textsOf({ title, author, category, excerpt, note, tags }: Entry, fold: Fold): string[] {
  return [title, author ?? '', category ?? '', excerpt ?? '', note ?? '', ...tags].map(fold);
}

/** The fields of `textsOf` before the tags. */
const FIELDS = ['title', 'author', 'category', 'excerpt', 'note'] as const;

const folded = new WeakMap<Entry, { fold: Fold; texts: string[]; all: string }>();

function foldedOf(entry: Entry, fold: Fold) {
  const known = folded.get(entry);
  if (known?.fold === fold) return known;
  const texts = textsOf(entry, fold);
  const made = { fold, texts, all: texts.join(BORDER) };
  folded.set(entry, made);
  return made;
}

export type Test = (entry: Entry) => boolean;

/**
 * Compiles a filter into a test for entries. Archived entries are left out unless the filter names them (`is:archived`,
 * `is:all`) or the trash.
 */
export function testOf(query: Query, collation: Collation = PLAIN): Test {
  const test = compile(query, collation);
  return speaksOfArchived(query) ? test : (entry) => entry.archivedAt === undefined && test(entry);
}

/** Whether a filter itself decides about archived entries. */
export function speaksOfArchived(query: Query): boolean {
  const states = [...termsOf(query)].flatMap((term) => (term.kind === 'is' ? [term.state] : []));
  return states.some((state) => state === 'archived' || state === 'all' || state === 'trash');
}

function compile(query: Query, collation: Collation): Test {
  if (query.kind === 'not') {
    const test = compile(query.of, collation);
    return (entry) => !test(entry);
  }
  if (query.kind !== 'and' && query.kind !== 'or') return compileTerm(query, collation);
  const tests = query.of.map((part) => compile(part, collation));
  return query.kind === 'and'
    ? (entry) => tests.every((test) => test(entry))
    : (entry) => tests.some((test) => test(entry));
}

function compileTerm(term: Term, collation: Collation): Test {
  if (term.kind === 'text') return compileText(term, collation);
  if (term.kind === 'tag') {
    const tag = collation.fold(term.tag);
    return ({ tags }) => tags.some((one) => isWithin(collation.fold(one), tag));
  }
  if (term.kind === 'has') return HAS[term.field];
  if (term.kind === 'is') return IS[term.state];
  if (term.kind === 'site') return ({ url }) => isHost(new URL(url).hostname, term.site);
  return compileDate(term);
}

function compileText({ text, field }: Term & { kind: 'text' }, collation: Collation): Test {
  const word = wordOf(text, collation);
  if (!field) return (entry) => placeOf(entry, word, collation) !== undefined;
  return (entry) => {
    const own = collation.fold(entry[field] ?? '');
    return own.includes(word.text) || (PINYIN_FIELDS.has(field) && word.findPinyin?.(own) !== undefined);
  };
}

/** Where a word was found, best first: literally in the title or elsewhere, by pinyin in the title or elsewhere. */
export type Rank = 0 | 1 | 2 | 3;

function placeOf(entry: Entry, { text, findPinyin }: Word, { fold }: Collation): Rank | undefined {
  const { texts, all } = foldedOf(entry, fold);
  if (all.includes(text)) return texts[0]?.includes(text) ? 0 : 1;
  if (!findPinyin) return undefined;
  const at = texts.findIndex((own, index) => hasPinyin(index) && findPinyin(own));
  return at < 0 ? undefined : at === 0 ? 2 : 3;
}

/** Whether the text at this index of `textsOf` is searched by pinyin. */
function hasPinyin(index: number): boolean {
  return PINYIN_FIELDS.has(FIELDS[index] ?? 'tag');
}

const HAS: Record<(Term & { kind: 'has' })['field'], Test> = {
  title: ({ title, url }) => title !== url,
  author: ({ author }) => author !== undefined,
  category: ({ category }) => category !== undefined,
  excerpt: ({ excerpt }) => excerpt !== undefined,
  note: ({ note }) => note !== undefined,
  tag: ({ tags }) => tags.length > 0,
  published: ({ publishedAt }) => publishedAt !== undefined,
};

const IS: Record<(Term & { kind: 'is' })['state'], Test> = {
  unread: ({ readAt }) => readAt === undefined,
  read: ({ readAt }) => readAt !== undefined,
  archived: ({ archivedAt }) => archivedAt !== undefined,
  queued: ({ queue }) => queue !== undefined,
  all: () => true,
  // Removed entries are tested whatever their state was.
  trash: () => true,
};

/** Whole labels match: `blog` and `yanjiawei.blog` match `yanjiawei.blog.caixin.com`. */
export function isHost(host: string, site: string): boolean {
  return `.${host}.`.includes(`.${site}.`);
}

/** Days are compared as text: `2021-01` covers every day that begins with it. */
function compileDate({ of, from = '', to = '' }: Term & { kind: 'date' }): Test {
  return ({ publishedAt, savedAt, readAt }) => {
    const time = of === 'saved' ? savedAt : readAt;
    const day =
      of === 'published' ? publishedAt?.slice(0, 10) : time === undefined ? undefined : localDay(time);
    if (day === undefined) return false;
    return day.slice(0, from.length) >= from && (to === '' || day.slice(0, to.length) <= to);
  };
}

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
  const rank = (entry: Entry) => Math.max(...words.map((word) => placeOf(entry, word, collation) ?? 3));
  const ranked = found.map((entry) => ({ entry, rank: rank(entry) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry);
}

/** How many of the entries have each tag. */
export function countTags(entries: Iterable<Entry>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { tags } of entries) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return counts;
}
