import type { Decoder, DecoderName, Read } from '../decoder';
import { type Raw, readOf, unreadable } from '../read-of';
import { type TableShape, tableRows, tableShape } from './table-shape';

/** Reads a cell of the current row by the names its column may have; undefined where it is missing or empty. */
export type Cell = (...names: string[]) => string | undefined;

/** How to recognise a table by its header, and read its rows. */
interface TableFormat {
  name: DecoderName;
  isHeader(names: ReadonlySet<string>): boolean;
  /** @param count the place of the row, which is its place in the queue where it waits */
  rawOf(cell: Cell, count: number): Raw;
}

/** A decoder for a CSV with a header row that is known. */
export function tableDecoder(format: TableFormat): Decoder {
  return {
    name: format.name,
    detect: (head) => format.isHeader(new Set(tableShape(head)?.names.map(columnName))),
    decode: (text) => decode(text, format),
  };
}

function* decode(text: string, format: TableFormat): Generator<Read> {
  const shape = tableShape(text);
  const columns = columnsOf(shape?.names ?? []);
  if (shape) yield* rowsOf(text, shape, (cells, count) => format.rawOf(cellOf(cells, columns), count));
}

/** The rows of a table below its header, read one by one. */
export function* rowsOf(
  text: string,
  { delimiter, headerLine }: TableShape,
  rawOf: (cells: string[], count: number) => Raw,
): Generator<Read> {
  let count = 0;
  for (const { line, cells, isBroken } of tableRows(text, delimiter)) {
    if (line <= headerLine) continue;
    const source = sourceOf(cells, delimiter);
    if (isBroken) yield unreadable(line, 'bad-shape', source);
    else yield readOf(line, rawOf(cells, ++count), source);
  }
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
