import type { Term } from './query';
import { HAS_FIELDS, STATES, TEXT_FIELDS } from './query-fields';
import type { Token } from './tokens';

/** Why a token is not understood; it is then taken as plain words. */
type ProblemKind = 'field' | 'state' | 'date' | 'quote' | 'open' | 'close' | 'dangling' | 'value';

export interface Problem {
  kind: ProblemKind;
  from: number;
  to: number;
  /** What may have been meant, to replace it. */
  suggestion?: string;
}

/** Other names of the fields. */
const NAMES: Record<string, string> = {
  标题: 'title',
  题目: 'title',
  作者: 'author',
  分类: 'category',
  摘要: 'excerpt',
  备注: 'note',
  标签: 'tag',
  网站: 'site',
  站点: 'site',
  发表: 'published',
  日期: 'published',
  保存: 'saved',
  阅读: 'read',
  之前: 'before',
  之后: 'after',
  状态: 'is',
};

/** Other names of the states. */
const STATE_NAMES: Record<string, string> = {
  未读: 'unread',
  已读: 'read',
  归档: 'archived',
  已归档: 'archived',
  入队: 'queued',
  队列: 'queued',
  queue: 'queued',
  全部: 'all',
  any: 'all',
  回收站: 'trash',
};

const FIELDS: readonly string[] = [
  ...HAS_FIELDS,
  'site',
  'saved',
  'read',
  'before',
  'after',
  'is',
  'in',
  'has',
];

/** Whether a field is `tag`, under any of its names. */
export function isTagField(field: string | undefined): boolean {
  return field !== undefined && (NAMES[field] ?? field) === 'tag';
}

const DAY = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** A term, or why there is none. */
interface Named {
  term?: Term;
  problem?: Problem;
}

/** The term in a token, or why it is none. */
export function termOf({ field, text, quoted, from, to }: Token): Named {
  if (field === undefined) return { term: { kind: 'text', text } };
  const name = NAMES[field] ?? field;
  const wrong = (kind: ProblemKind, suggestion?: string): Named => ({
    problem: { kind, from, to, ...(suggestion !== undefined && { suggestion }) },
  });
  if (!FIELDS.includes(name)) {
    const near = nearest(name, FIELDS);
    return wrong('field', near && `${near}:${text}`);
  }
  if (text === '') return wrong('value');
  if (text === '*' && !quoted) {
    const has = HAS_FIELDS.find((one) => one === name);
    return has ? { term: { kind: 'has', field: has } } : wrong('value');
  }
  return named(name, text, wrong);
}

type Wrong = (kind: ProblemKind, suggestion?: string) => Named;

function named(name: string, text: string, wrong: Wrong): Named {
  const field = TEXT_FIELDS.find((one) => one === name);
  if (field) return { term: { kind: 'text', text, field } };
  if (name === 'tag') return { term: { kind: 'tag', tag: text } };
  if (name === 'site') return { term: { kind: 'site', site: text.toLowerCase() } };
  if (name === 'is' || name === 'in') return stateOf(name, text, wrong);
  if (name === 'has') {
    const has = HAS_FIELDS.find((one) => one === (NAMES[text] ?? text));
    const near = nearest(text, HAS_FIELDS);
    return has ? { term: { kind: 'has', field: has } } : wrong('value', near && `${name}:${near}`);
  }
  return dateOf(name, text, wrong);
}

function stateOf(name: string, text: string, wrong: Wrong): Named {
  const asked = STATE_NAMES[text] ?? text.toLowerCase();
  const state = STATES.find((one) => one === asked);
  if (state) return { term: { kind: 'is', state } };
  const near = nearest(asked, [...STATES, ...Object.keys(STATE_NAMES)]);
  return wrong('state', near && `${name}:${near}`);
}

/** `published:2020..2021-06`, `saved:2026-11`, `read:2026`, `before:2021` and `after:2021` (both without 2021). */
function dateOf(name: string, text: string, wrong: Wrong): Named {
  if (name === 'before' || name === 'after') {
    const day = DAY.test(text) && stepDay(text, name === 'before' ? -1 : 1);
    if (!day) return wrong('date', suggestDay(name, text));
    return { term: { kind: 'date', of: 'published', ...(name === 'before' ? { to: day } : { from: day }) } };
  }
  const of = name === 'saved' || name === 'read' ? name : 'published';
  const [from = '', to = from] = text.split('..');
  const isRange = (from || to) && [from, to].every((day) => day === '' || DAY.test(day));
  if (!isRange) return wrong('date', suggestDay(name, text));
  return { term: { kind: 'date', of, ...(from && { from }), ...(to && { to }) } };
}

/** The year, month or day `by` steps later. */
export function stepDay(day: string, by: number): string {
  const [year = 0, month, date] = day.split('-').map(Number);
  if (month === undefined) return String(year + by).padStart(4, '0');
  const next = new Date(
    Date.UTC(year, month - 1 + (date === undefined ? by : 0), (date ?? 1) + (date === undefined ? 0 : by)),
  );
  return next.toISOString().slice(0, day.length);
}

function suggestDay(name: string, text: string): string | undefined {
  const [year, month, date] = text.match(/\d+/g) ?? [];
  if (year?.length !== 4) return undefined;
  const parts = [year, month, date].flatMap((part) => (part ? [part.padStart(2, '0')] : []));
  const day = parts.join('-');
  return DAY.test(day) ? `${name}:${day}` : `${name}:${year}`;
}

/** The most similar name, if one is similar enough. */
function nearest(word: string, names: readonly string[]): string | undefined {
  const ranked = names.map((name) => ({ name, far: distance(word, name) })).sort((a, b) => a.far - b.far);
  const [best] = ranked;
  return best && best.far <= Math.max(1, Math.floor(best.name.length / 3)) ? best.name : undefined;
}

/** How many letters to add, drop or change (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
