import { FileTrouble } from '../file-trouble';
import { timeOf } from '../moments';
import { likelyRole, type NamedRole, type Role, roleOf } from '../roles/role-names';
import { isStateWord } from '../roles/states';
import { linkIn } from './cell-link';
import { csvRows, type Row } from './csv-rows';

/** What a table looks like. */
export interface TableShape {
  delimiter: string;
  /** The line of the header; the rows are below it. 0 where there is none. */
  headerLine: number;
  /** Names of the columns as they stand in the header. */
  names: string[];
  roles: (NamedRole | undefined)[];
  /** A cell of each column. */
  samples: string[];
  /** Address and title were found by names that are known. */
  isSure: boolean;
}

const DELIMITERS = [',', '\t', ';', '|'];

/** `sep=;`, Excel's own first line. */
const SEPARATOR = /^\ufeff?"?sep=(.)"?\r?\n/i;

/** How much of a file and how many rows are looked at. */
const SAMPLE = 32_768;
const ROWS = 30;

/** Lines above the header that are looked over: titles, remarks. */
const ABOVE = 10;

/** A column that is known by what it holds is one whose cells nearly all are so. */
const MOST = 0.8;

/** What may be the name of a column: a few words, and no piece of another format. */
const NAME = /^\s*[\p{L}\p{N}][\p{L}\p{N}\p{M} _./·#()（）-]{0,30}\s*$/u;

/** A guess from a column's cells counts less than any name. */
const GUESSED = 900;

/** The shape of a table; undefined where a text is none. */
export function tableShape(text: string): TableShape | undefined {
  const told = SEPARATOR.exec(text.slice(0, 20))?.[1];
  const shapes = (told ? [told] : DELIMITERS).flatMap((delimiter) => shapeBy(text, delimiter) ?? []);
  // A shape whose header is known, and of two the one with more columns.
  const worth = ({ isSure, headerLine, roles }: TableShape) =>
    (isSure ? 1_000 : 0) + (headerLine ? 100 : 0) + roles.filter(Boolean).length;
  return shapes.sort((a, b) => worth(b) - worth(a))[0];
}

/** The rows of a table, without Excel's own first line. */
export function* tableRows(text: string, delimiter: string): Generator<Row> {
  const skip = SEPARATOR.exec(text.slice(0, 20))?.[0].length ?? 0;
  for (const row of csvRows(text.slice(skip), delimiter))
    if (row.cells.some((cell) => cell.trim())) yield skip ? { ...row, line: row.line + 1 } : row;
}

function shapeBy(text: string, delimiter: string): TableShape | undefined {
  const rows = sampleRows(text, delimiter);
  const start = rows.findIndex(({ cells }) => cells.some(isLink));
  const header = rows
    .slice(0, Math.min(start < 0 ? rows.length : start, ABOVE))
    .findLast(isHeader(rows, start));
  const named = header ?? rows.slice(0, start < 0 ? ABOVE : start).find(isNamed(rows));
  if (named) return shaped(delimiter, named, rows.slice(rows.indexOf(named) + 1));
  // Without a known header only commas and the like can part columns: text uses bars in many ways.
  return start < 0 || delimiter === '|' ? undefined : withoutHeader(delimiter, rows, start);
}

function sampleRows(text: string, delimiter: string): Row[] {
  const rows: Row[] = [];
  const isWhole = text.length <= SAMPLE;
  const sample = isWhole ? text : text.slice(0, Math.max(text.lastIndexOf('\n', SAMPLE), 0));
  try {
    for (const row of tableRows(sample, delimiter)) if (rows.push(row) >= ROWS) break;
  } catch (error) {
    // The sample may end inside quotes.
    if (!(error instanceof FileTrouble)) throw error;
  }
  return rows;
}

/** A row that names a column of addresses which holds one below, or the only row there is. */
function isHeader(rows: Row[], start: number): (row: Row) => boolean {
  return ({ cells }) =>
    cells.some((name, at) => {
      if (!NAME.test(name) || likelyRole(name)?.role !== 'url') return false;
      return start < 0
        ? cells.length > 1 || rows.length > 1
        : rows.some((row) => isLink(row.cells[at] ?? ''));
    });
}

/** A row of names of which several are known: a table that keeps its addresses among other words. */
function isNamed(rows: Row[]): (row: Row) => boolean {
  const hasAddress = rows.some(({ cells }) => cells.some((cell) => /https?:\/\//i.test(cell)));
  return ({ cells }) => {
    const known = cells.filter((name) => NAME.test(name) && roleOf(name)).length;
    return hasAddress && known >= 3 && known * 5 >= cells.length;
  };
}

function withoutHeader(delimiter: string, rows: Row[], start: number): TableShape | undefined {
  const data = rows.slice(start);
  const width = data[0]?.cells.length ?? 0;
  const same = data.filter(({ cells }) => cells.length === width && cells.some(isLink)).length;
  if (width < 2 || same < data.length * MOST) return undefined;
  const above = rows[start - 1];
  const header = above?.cells.length === width ? above : undefined;
  const shape = shaped(delimiter, header ?? { line: 0, cells: Array(width).fill(''), isBroken: false }, data);
  return shape.roles.some((one) => one?.role === 'url') ? shape : undefined;
}

function shaped(delimiter: string, header: Row, data: Row[]): TableShape {
  const roles = header.cells.map((name) => likelyRole(name));
  const columns = header.cells.map((_, at) =>
    data.map(({ cells }) => cells[at]?.trim() ?? '').filter(Boolean),
  );
  guess(roles, columns);
  const isKnown = (wanted: Role) => roles.some((one) => one?.role === wanted && one.place < 500);
  return {
    delimiter,
    headerLine: header.line,
    names: header.cells,
    roles,
    samples: columns.map(([first = '']) => first),
    isSure: isKnown('url') && isKnown('title'),
  };
}

/** Gives roles to columns whose names are unknown, by what they hold. */
function guess(roles: (NamedRole | undefined)[], columns: string[][]): void {
  const isMissing = (role: Role) => !roles.some((one) => one?.role === role);
  const give = (role: Role, at: number) => {
    if (at >= 0 && isMissing(role)) roles[at] = { role, place: GUESSED };
  };
  const free = (holds: (cells: string[]) => boolean) =>
    columns.findIndex((cells, at) => !roles[at] && cells.length > 0 && holds(cells));
  give(
    'url',
    free((cells) => most(cells, isLink)),
  );
  give(
    'savedAt',
    free((cells) => most(cells, isMoment)),
  );
  give(
    'state',
    free((cells) => most(cells, isStateWord)),
  );
  if (!isMissing('title')) return;
  const length = (at: number) =>
    !roles[at] && most(columns[at] ?? [], isWords) ? mean(columns[at] ?? []) : 0;
  const longest = columns.map((_, at) => at).sort((a, b) => length(b) - length(a))[0] ?? -1;
  if (length(longest) > 0) give('title', longest);
}

const isLink = (cell: string) => linkIn(cell) !== undefined;

/** A date; a bare number may be anything. */
const isMoment = (cell: string) => !/^\d{1,9}(?:\.\d+)?$/.test(cell) && timeOf(cell) !== undefined;

const isWords = (cell: string) =>
  /\p{L}/u.test(cell) && cell.length < 300 && !isLink(cell) && !isMoment(cell);

function most(cells: string[], is: (cell: string) => boolean): boolean {
  return cells.length > 0 && cells.filter(is).length >= cells.length * MOST;
}

/** The mean length of the different cells of a column: titles differ, kinds do not. */
function mean(cells: string[]): number {
  const different = new Set(cells);
  return (different.size / cells.length) * (cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length);
}
