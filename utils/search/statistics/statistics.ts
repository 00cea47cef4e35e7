import { localDay } from '../../domain/format-date';
import { FLAG } from '../index/columns';
import type { SearchIndex } from '../index/search-index';
import { spanOf } from '../index/time-range';
import { printQuery } from '../print-query';
import type { Query, Term } from '../query';
import { joined } from '../query-parts';
import { streakOf } from './streak';

/** A figure, and the filter that finds what it counts. */
export interface Bar {
  /** A name, or the first day of a week. */
  label: string;
  value: number;
  filter: string;
}

/** Figures of what was saved and read. */
export interface Statistics {
  totals: { saved: number; read: number; queued: number };
  /** The last weeks, each beginning on Monday, the oldest first. */
  savedByWeek: Bar[];
  readByWeek: Bar[];
  /** How long queued entries have waited, from `week` to `more`. */
  queueAge: Bar[];
  authors: Bar[];
  tags: Bar[];
  categories: Bar[];
  /** Days in a row with something read: the current run, ending today or yesterday, and the longest ever. */
  streak: { current: number; longest: number };
}

const WEEKS = 26;

/** How many names of each kind. */
const MOST = 10;

/** Age groups of the queue by their upper end, in days. */
const AGES = { week: 7, month: 30, quarter: 91, year: 365, more: Number.POSITIVE_INFINITY };

/**
 * Computes the statistics of a library. Each figure is the number of entries its filter finds, so that links agree.
 * @param now epoch milliseconds; days and weeks are the reader's own
 * @param pause yields to the page between steps
 */
export async function statisticsOf(
  index: SearchIndex,
  now: number,
  pause: () => Promise<void>,
): Promise<Statistics> {
  const { columns } = index;
  const rows = index.rows();
  const read = rows.filter((row) => ((columns.flags[row] ?? 0) & FLAG.read) !== 0);
  const timesOf = (of: Uint32Array, column: Float64Array) => Float64Array.from(of, (row) => column[row] ?? 0);
  const readTimes = timesOf(read, columns.readAt);
  const statistics: Statistics = {
    totals: {
      saved: rows.length,
      read: read.length,
      queued: rows.filter((row) => ((columns.flags[row] ?? 0) & FLAG.queued) !== 0).length,
    },
    savedByWeek: byWeek(timesOf(rows, columns.savedAt), now, 'saved'),
    readByWeek: byWeek(readTimes, now, 'read'),
    queueAge: byAge(index, now),
    authors: [],
    tags: [],
    categories: [],
    streak: streakOf(readTimes, now),
  };
  await pause();
  const names = (column: Uint32Array, values: string[]) => commonest(rows, column, values);
  const authors = names(columns.author, columns.authors.values);
  statistics.authors = await counted(index, authors, pause, inField('author'));
  const categories = names(columns.category, columns.categories.values);
  statistics.categories = await counted(index, categories, pause, inField('category'));
  const tags = index.tagsOf(rows).top(MOST);
  const named = tags.map(({ tag }) => tag);
  statistics.tags = await counted(index, named, pause, (tag) => ({ kind: 'tag', tag }));
  return statistics;
}

const ALL: Term = { kind: 'is', state: 'all' };

const inField =
  (field: 'author' | 'category') =>
  (text: string): Term => ({ kind: 'text', field, text });

/** How many entries each name's filter finds, most first. */
async function counted(
  index: SearchIndex,
  names: string[],
  pause: () => Promise<void>,
  termOf: (name: string) => Term,
): Promise<Bar[]> {
  const bars: Bar[] = [];
  for (const label of names) {
    const query = joined('and', [termOf(label), ALL]);
    const value = index.find(query, { fold: index.fold }).length;
    bars.push({ label, value, filter: printQuery(query) });
    await pause();
  }
  return bars.sort((a, b) => b.value - a.value);
}

function commonest(rows: Uint32Array, column: Uint32Array, values: string[]): string[] {
  const counts = new Uint32Array(values.length);
  for (const row of rows) counts[column[row] ?? 0] = (counts[column[row] ?? 0] ?? 0) + 1;
  counts[0] = 0;
  const ids = [...counts.keys()].filter((id) => (counts[id] ?? 0) > 0);
  ids.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  return ids.slice(0, MOST).map((id) => values[id] ?? '');
}

function byWeek(times: Float64Array, now: number, of: 'saved' | 'read'): Bar[] {
  const today = new Date(now);
  const monday = today.getDate() - ((today.getDay() + 6) % 7);
  const day = (date: number) => new Date(today.getFullYear(), today.getMonth(), date);
  const weeks = Array.from({ length: WEEKS }, (_, n) => monday - 7 * (WEEKS - 1 - n));
  return weeks.map((first) => {
    const [from, to] = [localDay(day(first)), localDay(day(first + 6))];
    const { start, end } = spanOf(from, to);
    let value = 0;
    for (const time of times) if (time >= start && time < end) value++;
    return { label: from, value, filter: printQuery(joined('and', [{ kind: 'date', of, from, to }, ALL])) };
  });
}

function byAge(index: SearchIndex, now: number): Bar[] {
  const today = new Date(now);
  const before = (days: number) =>
    localDay(new Date(today.getFullYear(), today.getMonth(), today.getDate() - days));
  let youngest = 0;
  return Object.entries(AGES).map(([label, days]) => {
    const span = {
      ...(youngest > 0 && { to: before(youngest) }),
      ...(Number.isFinite(days) && { from: before(days - 1) }),
    };
    youngest = days;
    const query: Query = joined('and', [
      { kind: 'is', state: 'queued' },
      { kind: 'date', of: 'saved', ...span },
    ]);
    const value = index.find(query, { fold: index.fold }).length;
    return { label, value, filter: printQuery(query) };
  });
}
