import type { Entry } from '../entry';
import { isWithin } from '../tag-tree';
import { partsOf, type Query, type Term, termsOf } from './query';

/** Text as it is compared: full-width and half-width forms alike (NFKC), case folded, white space as one space. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
}

const folded = new WeakMap<Entry, string>();

/** Between fields stands what no folded word can hold, so that no hit spans two fields. */
const BORDER = '\n';

function textOf(entry: Entry): string {
  let text = folded.get(entry);
  if (text === undefined) {
    const { title, author = '', category = '', excerpt = '', tags, note = '' } = entry;
    text = [title, author, category, excerpt, ...tags, note].map(fold).join(BORDER);
    folded.set(entry, text);
  }
  return text;
}

export type Test = (entry: Entry) => boolean;

/**
 * The test a filter is: made once, asked of each entry. Archived entries are left out unless the filter speaks of them
 * (`is:archived`, `is:all`) or of the trash.
 */
export function testOf(query: Query): Test {
  const test = compile(query);
  const spoken = [...termsOf(query)].some(
    (term) =>
      term.kind === 'is' && (term.state === 'archived' || term.state === 'all' || term.state === 'trash'),
  );
  return spoken ? test : (entry) => entry.archivedAt === undefined && test(entry);
}

function compile(query: Query): Test {
  if (query.kind === 'not') {
    const test = compile(query.of);
    return (entry) => !test(entry);
  }
  if (query.kind !== 'and' && query.kind !== 'or') return compileTerm(query);
  const tests = query.of.map(compile);
  return query.kind === 'and'
    ? (entry) => tests.every((test) => test(entry))
    : (entry) => tests.some((test) => test(entry));
}

function compileTerm(term: Term): Test {
  if (term.kind === 'text') return compileText(term);
  if (term.kind === 'tag') {
    const tag = fold(term.tag);
    return ({ tags }) => tags.some((one) => isWithin(fold(one), tag));
  }
  if (term.kind === 'has') return HAS[term.field];
  if (term.kind === 'is') return IS[term.state];
  if (term.kind === 'site') return ({ url }) => isHost(new URL(url).hostname, term.site);
  return compileDate(term);
}

function compileText({ text, field }: Term & { kind: 'text' }): Test {
  const wanted = fold(text);
  if (field) return (entry) => fold(entry[field] ?? '').includes(wanted);
  return (entry) => textOf(entry).includes(wanted);
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
  // The trash holds what is no longer in the library, whatever it was there.
  trash: () => true,
};

/** `blog` and `yanjiawei.blog` are beginnings of labels in `yanjiawei.blog.caixin.com`. */
function isHost(host: string, site: string): boolean {
  return `.${host}.`.includes(`.${site}.`);
}

/** Days are compared as text: `2021-01` holds every day that begins with it. */
function compileDate({ of, from = '', to = '' }: Term & { kind: 'date' }): Test {
  return ({ publishedAt, savedAt }) => {
    const day = of === 'saved' ? dayOf(savedAt) : publishedAt?.slice(0, 10);
    if (day === undefined) return false;
    return day.slice(0, from.length) >= from && (to === '' || day.slice(0, to.length) <= to);
  };
}

/** The reader's own day. */
function dayOf(time: number): string {
  const date = new Date(time);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The entries a filter lets through, in the order given; those that hold all its words in their title come first. */
export function filterEntries(entries: Iterable<Entry>, query: Query): Entry[] {
  const found = [...entries].filter(testOf(query));
  const words = partsOf(query).flatMap((part) => (part.kind === 'text' ? [fold(part.text)] : []));
  if (words.length === 0) return found;
  const { first = [], rest = [] } = Object.groupBy(found, ({ title }) => {
    const folded = fold(title);
    return words.every((word) => folded.includes(word)) ? 'first' : 'rest';
  });
  return [...first, ...rest];
}

/** How many of the entries carry each tag, by tag. */
export function countTags(entries: Iterable<Entry>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { tags } of entries) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return counts;
}
