import type { Decoder, DecoderName, Read } from '../decoder';
import { type Raw, readOf, unreadable } from '../read-of';
import { csvRows } from './csv-rows';

/** Reads a cell of the current row by the names its column may have; undefined where it is missing or empty. */
export type Cell = (...names: string[]) => string | undefined;

/** How to recognise a table by its header, and read its rows. */
export interface TableFormat {
  name: DecoderName;
  isHeader(names: ReadonlySet<string>): boolean;
  rawOf(cell: Cell): Raw;
}

const DELIMITERS = [',', '\t', ';'];

/** A decoder for a CSV with a header row. */
export function tableDecoder(format: TableFormat): Decoder {
  return {
    name: format.name,
    detect: (head) => findDelimiter(head, format) !== undefined,
    decode: (text) => decode(text, format),
  };
}

function* decode(text: string, format: TableFormat): Generator<Read> {
  const delimiter = findDelimiter(text, format) ?? ',';
  let columns: Map<string, number> | undefined;
  for (const { line, cells, isBroken } of csvRows(text, delimiter)) {
    if (!columns) columns = columnsOf(cells);
    else if (isBroken) yield unreadable(line, 'bad-shape', sourceOf(cells, delimiter));
    else yield readOf(line, format.rawOf(cellOf(cells, columns)), sourceOf(cells, delimiter));
  }
}

function findDelimiter(text: string, format: TableFormat): string | undefined {
  const first = /^\s*(.{1,4000})/.exec(text.slice(0, 5_000))?.[1] ?? '';
  return DELIMITERS.find((delimiter) => {
    const names = first.split(delimiter).map((name) => columnName(name.replaceAll('"', '')));
    return format.isHeader(new Set(names));
  });
}

function columnsOf(cells: string[]): Map<string, number> {
  // Backwards, so that the first of two columns with the same name wins.
  return new Map([...cells.entries()].reverse().map(([index, name]) => [columnName(name), index]));
}

/** `Date Added` and `date_added` are the same name. */
function columnName(cell: string): string {
  return cell
    .slice(0, 100)
    .replace(/^\ufeff/, '')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');
}

function cellOf(cells: string[], columns: Map<string, number>): Cell {
  return (...names) => {
    for (const name of names) {
      const cell = cells[columns.get(name) ?? -1];
      if (cell) return cell;
    }
    return undefined;
  };
}

function sourceOf(cells: string[], delimiter: string): string {
  return cells
    .slice(0, 20)
    .map((cell) => cell.slice(0, 200))
    .join(delimiter);
}
