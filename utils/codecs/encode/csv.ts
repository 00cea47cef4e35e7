import Papa from 'papaparse';
import type { Entry } from '../../domain/entry';
import type { Codec } from '../codec';
import { FIELDS } from '../fields';
import { guarded } from '../formula';

/** The columns of our own CSV, in order, and their values. Times are ISO 8601 in UTC. */
const COLUMNS: [name: string, cell: (entry: Entry) => string | undefined][] = [
  ['url', ({ url }) => url],
  ['title', ({ title }) => title],
  ['author', ({ author }) => author],
  ['author_url', ({ authorUrl }) => authorUrl],
  ['category', ({ category }) => category],
  ['published_at', ({ publishedAt }) => publishedAt],
  ['excerpt', ({ excerpt }) => excerpt],
  ['image', ({ image }) => image],
  ['saved_at', ({ savedAt }) => iso(savedAt)],
  ['tags', ({ tags }) => tags.join(';')],
  ['queue', ({ queue }) => queue],
  ['read_at', ({ readAt }) => iso(readAt)],
  ['archived_at', ({ archivedAt }) => iso(archivedAt)],
  ['note', ({ note }) => note],
];

/**
 * A table for spreadsheets: RFC 4180 with a header, CRLF, and the byte order mark by which Excel knows UTF-8. Cells
 * that would run as formulas begin with an apostrophe, which reading removes again.
 */
export const csv: Codec = {
  name: 'csv',
  extension: 'csv',
  mime: 'text/csv;charset=utf-8',
  keeps: FIELDS,
  encode,
};

async function* encode(batches: AsyncIterable<Entry[]>): AsyncGenerator<string> {
  yield `\ufeff${rows([COLUMNS.map(([name]) => name)])}`;
  for await (const batch of batches) {
    if (batch.length) yield rows(batch.map((entry) => COLUMNS.map(([, cell]) => guarded(cell(entry) ?? ''))));
  }
}

function rows(cells: string[][]): string {
  return `${Papa.unparse(cells, { newline: '\r\n' })}\r\n`;
}

function iso(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}
