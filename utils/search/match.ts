import type { Entry } from '../domain/entry';
import { localDay } from '../domain/format-date';
import { isWithin } from '../domain/tag-tree';
import { PINYIN_FIELDS } from './entry-texts';
import { rankOf } from './match-rank';
import type { Query, Term } from './query';
import { termsOf } from './query-parts';
import { type Collation, PLAIN } from './text/collation';
import { wordOf } from './text/word';

type Test = (entry: Entry) => boolean;

/**
 * Compiles a filter into a test for entries. Archived entries are left out unless the filter names them (`is:archived`,
 * `is:all`) or the trash.
 */
export function testOf(query: Query, collation: Collation = PLAIN): Test {
  const test = compile(query, collation);
  return namesArchived(query) ? test : (entry) => entry.archivedAt === undefined && test(entry);
}

/** Whether a filter itself decides about archived entries. */
export function namesArchived(query: Query): boolean {
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
  if (!field) return (entry) => rankOf(entry, word, collation) !== undefined;
  return (entry) => {
    const own = collation.fold(entry[field] ?? '');
    return own.includes(word.text) || (PINYIN_FIELDS.has(field) && word.findPinyin?.(own) !== undefined);
  };
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
