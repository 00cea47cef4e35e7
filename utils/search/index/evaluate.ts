import { isWithin } from '../../domain/tag-tree';
import { isHost } from '../match';
import type { Query, Term } from '../query';
import type { TextField } from '../query-fields';
import type { Collation } from '../text/collation';
import { type Word, wordOf } from '../text/word';
import { addAll, type Bits, filterBits, without } from './bitset';
import { type Columns, FLAG } from './columns';
import { matchNames, matchTitle } from './match-pinyin';
import type { Signatures } from './signatures';
import { spanOf } from './time-range';

/** The parts of the index that a filter is evaluated on. */
export interface IndexParts {
  columns: Columns;
  signatures: Signatures;
}

/** The rows among these that match a filter. Its cheap parts are evaluated first, texts last. */
export function evaluate(index: IndexParts, query: Query, collation: Collation, within: Bits): Bits {
  if (query.kind === 'not') return without(within, evaluate(index, query.of, collation, within));
  if (query.kind === 'and') {
    const parts = query.of.toSorted((a, b) => costOf(a) - costOf(b));
    return parts.reduce((rows, part) => evaluate(index, part, collation, rows), within);
  }
  if (query.kind !== 'or') return evaluateTerm(index, query, collation, within);
  const found = new Uint32Array(within.length);
  for (const part of query.of) addAll(found, evaluate(index, part, collation, within));
  return found;
}

function costOf(query: Query): number {
  if (query.kind === 'and' || query.kind === 'or') return Math.max(0, ...query.of.map(costOf));
  return query.kind === 'not' ? costOf(query.of) : query.kind === 'text' ? 2 : 1;
}

function evaluateTerm(index: IndexParts, term: Term, collation: Collation, within: Bits): Bits {
  const { columns } = index;
  if (term.kind === 'text') return evaluateText(index, term, collation, within);
  if (term.kind === 'is')
    return isAny(term.state) ? within : filterBits(within, isState(columns, term.state));
  if (term.kind === 'has') return filterBits(within, hasField(columns, term.field));
  if (term.kind === 'date') return evaluateDate(columns, term, within);
  if (term.kind === 'site') {
    const hosts = columns.hosts.test((host) => isHost(host, term.site));
    return filterBits(within, (row) => hosts[columns.host[row] ?? 0] === 1);
  }
  const tag = collation.fold(term.tag);
  const tags = columns.tags.test((one) => isWithin(one, tag), collation.fold);
  return filterBits(within, (row) => columns.hasTag(row, tags));
}

type State = (Term & { kind: 'is' })['state'];

function isAny(state: State): state is 'all' | 'trash' {
  return state === 'all' || state === 'trash';
}

function isState({ flags }: Columns, state: Exclude<State, 'all' | 'trash'>): (row: number) => boolean {
  const has = (flag: number) => (row: number) => ((flags[row] ?? 0) & flag) !== 0;
  if (state === 'unread') return (row) => ((flags[row] ?? 0) & FLAG.read) === 0;
  return has(FLAG[state]);
}

function hasField(columns: Columns, field: (Term & { kind: 'has' })['field']): (row: number) => boolean {
  const { flags, author, category, day, tagCount } = columns;
  if (field === 'author') return (row) => author[row] !== 0;
  if (field === 'category') return (row) => category[row] !== 0;
  if (field === 'published') return (row) => day[row] !== 0;
  if (field === 'tag') return (row) => tagCount[row] !== 0;
  return (row) => ((flags[row] ?? 0) & FLAG[field]) !== 0;
}

/** Days are compared as text: `2021-01` covers every day that begins with it. */
function evaluateDate(
  columns: Columns,
  { of, from = '', to = '' }: Term & { kind: 'date' },
  within: Bits,
): Bits {
  if (of === 'published') {
    const days = columns.days.test(
      (day) => day.slice(0, from.length) >= from && (to === '' || day.slice(0, to.length) <= to),
    );
    return filterBits(within, (row) => days[columns.day[row] ?? 0] === 1);
  }
  const { start, end } = spanOf(from, to);
  const times = of === 'saved' ? columns.savedAt : columns.readAt;
  return filterBits(within, (row) => (times[row] ?? 0) >= start && (times[row] ?? 0) < end);
}

function evaluateText(
  index: IndexParts,
  term: Term & { kind: 'text' },
  collation: Collation,
  within: Bits,
): Bits {
  const word = wordOf(term.text, collation);
  const { columns, signatures } = index;
  if (term.field === 'author' || term.field === 'category') {
    const [values, column] =
      term.field === 'author' ? [columns.authors, columns.author] : [columns.categories, columns.category];
    const passed = values.test((value) => holds(value, word), collation.fold);
    // Rows without a value have an empty text: only an empty word is found in it.
    passed[0] = word.text === '' ? 1 : 0;
    return filterBits(within, (row) => passed[column[row] ?? 0] === 1);
  }
  const text = textIn(columns, term.field);
  const found = filterBits(signatures.narrow(within, word.text), (row) => text(row).includes(word.text));
  const { pinyinWord } = word;
  if (!pinyinWord || term.field === 'excerpt' || term.field === 'note') return found;
  const rest = without(within, found);
  const inNames = matchNames(columns, pinyinWord, collation.fold);
  const passes =
    term.field === 'title' ? matchTitle(columns, pinyinWord) : (row: number) => inNames(row) !== undefined;
  addAll(found, filterBits(rest, passes));
  return found;
}

function holds(text: string, { text: word, findPinyin }: Word): boolean {
  return text.includes(word) || findPinyin?.(text) !== undefined;
}

/** One field of the text of a row, or all of it. */
function textIn(columns: Columns, field: TextField | undefined): (row: number) => string {
  const { texts, titleEnd, namesEnd } = columns;
  const all = (row: number) => texts[row] ?? '';
  if (field === undefined) return all;
  if (field === 'title') return (row) => all(row).slice(0, titleEnd[row]);
  const prose = (row: number) => all(row).slice((namesEnd[row] ?? 0) + 1);
  return field === 'excerpt'
    ? (row) => prose(row).split('\n', 1)[0] ?? ''
    : (row) => prose(row).slice(prose(row).indexOf('\n') + 1);
}
