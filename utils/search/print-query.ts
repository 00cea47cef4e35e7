import type { Query, Term } from './query';
import { stepDay } from './terms';
import { FIELD } from './tokens';

/** The text of a filter: parsing it gives the same filter again. */
export function printQuery(query: Query): string {
  if (query.kind === 'and') return query.of.map((part) => inside(part, 'or')).join(' ');
  if (query.kind === 'or') return query.of.length > 1 ? query.of.map(printQuery).join(' OR ') : one(query.of);
  if (query.kind === 'not') return `-${inside(query.of, 'or', 'and')}`;
  return printTerm(query);
}

/** A group of one keeps its parentheses. */
function one(of: Query[]): string {
  return `(${of.map(printQuery).join('')})`;
}

/** In parentheses if it is one of these kinds. */
function inside(query: Query, ...kinds: Query['kind'][]): string {
  const text = printQuery(query);
  const hasOwn = query.kind === 'or' && query.of.length === 1;
  return kinds.includes(query.kind) && !hasOwn ? `(${text})` : text;
}

function printTerm(term: Term): string {
  if (term.kind === 'text') return term.field ? `${term.field}:${value(term.text)}` : plain(term.text);
  if (term.kind === 'tag') return `#${value(term.tag)}`;
  if (term.kind === 'has') return `${term.field}:*`;
  if (term.kind === 'site') return `site:${value(term.site)}`;
  if (term.kind === 'is') return term.state === 'queued' ? 'in:queue' : `is:${term.state}`;
  return printDate(term);
}

function printDate({ of, from, to }: Term & { kind: 'date' }): string {
  const isPlain =
    of === 'published' && (from ?? to ?? '').slice(0, 3) !== '999' && (from ?? to ?? '') >= '0002';
  if (isPlain && from === undefined && to !== undefined) return `before:${stepDay(to, 1)}`;
  if (isPlain && to === undefined && from !== undefined) return `after:${stepDay(from, -1)}`;
  return `${of}:${from === to ? from : `${from ?? ''}..${to ?? ''}`}`;
}

/** A word without a field: quoted if it would be parsed as something else. */
function plain(text: string): string {
  const isSign = /^(?:OR|AND|NOT|\||[-－#＃])/.test(text) || FIELD.test(text);
  return isSign ? quoted(text) : value(text);
}

/** What follows a colon or a `#`. */
function value(text: string): string {
  return text === '' || text === '*' || /[\s()（）"“”「」]/.test(text) ? quoted(text) : text;
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}
