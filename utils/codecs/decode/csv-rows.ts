import Papa, { type ParseResult } from 'papaparse';
import { FileTrouble } from '../file-trouble';

/** One row and the line it begins on. */
export interface Row {
  line: number;
  cells: string[];
  /** Its quotes violate RFC 4180. */
  isBroken: boolean;
}

/** Cells that begin with a quotation and go on behind it: many programs put tabs or bars between cells, and quote none. */
const BARE_QUOTES = new Map([
  ['\t', /(?:^|\t)"(?:[^"]|"")*"(?![\t\n"]|$)/m],
  ['|', /(?:^|\|)"(?:[^"]|"")*"(?![|\n"]|$)/m],
]);

/** How much is parsed at a time, in UTF-16 units; grows where one row is longer. */
const WINDOW = 2 ** 18;

/**
 * The rows of a CSV, window by window (RFC 4180; any line ends). Throws a `FileTrouble` `truncated` where the last
 * quote is missing.
 */
export function* csvRows(text: string, delimiter: string): Generator<Row> {
  const input = /^\ufeff|\r/.test(text) ? text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n') : text;
  const quoteChar = BARE_QUOTES.get(delimiter)?.test(input) ? '\0' : '"';
  const parser = new Papa.Parser({ delimiter, newline: '\n', fastMode: false, quoteChar });
  let [at, size, line] = [0, WINDOW, 1];
  while (at < input.length) {
    const isLast = at + size >= input.length;
    const result: ParseResult<string[]> = parser.parse(input.slice(at, at + size), 0, !isLast);
    const broken = new Set(result.errors.map(({ row }) => row));
    for (const [index, cells] of result.data.entries()) {
      if (isLast && isCutOff(result, index)) throw new FileTrouble('truncated', line);
      if (cells.length > 1 || cells[0]) yield { line, cells, isBroken: broken.has(index) };
      line += 1 + newlines(cells);
    }
    if (isLast) return;
    if (result.meta.cursor === 0) size *= 2;
    at += result.meta.cursor;
  }
}

function isCutOff({ data, errors }: ParseResult<string[]>, row: number): boolean {
  return row === data.length - 1 && errors.at(-1)?.code === 'MissingQuotes';
}

function newlines(cells: string[]): number {
  let count = 0;
  for (const cell of cells)
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++;
  return count;
}
