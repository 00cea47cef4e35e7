import { yieldToMain } from '../../runtime/yield-to-main';
import type { Fold } from '../text/fold';
import { unitsOf } from '../text/pinyin';
import { emptyBits } from './bitset';
import { Reader, sumOf, Writer } from './bytes';
import { Columns, FLAG } from './columns';
import { SearchIndex } from './search-index';
import { ROWS, Signatures, SLOTS } from './signatures';

/**
 * The version of the layout, and the flags in it. Files of another are not read. The number is raised whenever the blocks,
 * the folding or the meaning of a flag changes.
 */
const LAYOUT = `2 ${JSON.stringify(FLAG)}`;

/** What precedes the blocks. */
export interface Header {
  layout: string;
  /** The state of the library it was saved at (a cursor). */
  state: string;
  rows: number;
  /** Length and checksum of each block. */
  blocks: { bytes: number; sum: number }[];
  words: Record<'days' | 'hosts' | 'authors' | 'categories' | 'tags', string[]>;
}

/** A search index as a file: its header as JSON, and blocks of 4,096 rows in the order entries were saved. */
export interface IndexFile {
  header: Header;
  blocks: Uint8Array<ArrayBuffer>[];
}

/** Encodes an index, yielding after each block so that the caller can do other work. */
export function* encodeIndex(index: SearchIndex, state: string): Generator<void, IndexFile> {
  const rows = index.rows();
  const old = index.columns;
  // Sorted by name, so that they need no sorting when read.
  const words = new Columns({
    tags: index
      .tags()
      .map(({ tag }) => tag)
      .sort(),
  });
  const blocks: Uint8Array<ArrayBuffer>[] = [];
  const sums: Header['blocks'] = [];
  for (let at = 0; at < rows.length; at += ROWS) {
    const block = encodeBlock(old, words, rows.subarray(at, at + ROWS));
    blocks.push(block);
    sums.push({ bytes: block.length, sum: sumOf(block) });
    yield;
  }
  const listOf = ({ values }: { values: string[] }) => values.slice(1);
  const header: Header = {
    layout: LAYOUT,
    state,
    rows: rows.length,
    blocks: sums,
    words: {
      days: listOf(words.days),
      hosts: listOf(words.hosts),
      authors: listOf(words.authors),
      categories: listOf(words.categories),
      tags: listOf(words.tags),
    },
  };
  return { header, blocks };
}

/** A block of rows, with new dictionary ids: values that no row has are left out. */
function encodeBlock(old: Columns, words: Columns, rows: Uint32Array): Uint8Array<ArrayBuffer> {
  const of = (column: Uint32Array, values: string[], next: Columns['days']) =>
    Uint32Array.from(rows, (row) => (column[row] ? next.idOf(values[column[row] ?? 0]) : 0));
  const tags = [...rows].flatMap((row) =>
    [...old.tagsOf(row)].map((id) => words.tags.idOf(old.tags.values[id])),
  );
  const texts = [...rows].map((row) => old.texts[row] ?? '');
  const text = texts.join('');
  const titles = [...rows].map((row) => old.titles[row] ?? '');
  const title = titles.join('');
  const urls = new TextEncoder().encode([...rows].map((row) => old.urls[row]).join('\n'));
  const writer = new Writer();
  writer.put(Uint32Array.of(rows.length, tags.length, text.length, urls.length, title.length));
  writer.put(Float64Array.from(rows, (row) => old.savedAt[row] ?? 0));
  writer.put(Float64Array.from(rows, (row) => old.readAt[row] ?? Number.NaN));
  writer.put(Uint8Array.from(rows, (row) => old.flags[row] ?? 0));
  writer.put(of(old.day, old.days.values, words.days));
  writer.put(of(old.host, old.hosts.values, words.hosts));
  writer.put(of(old.author, old.authors.values, words.authors));
  writer.put(of(old.category, old.categories.values, words.categories));
  writer.put(Uint32Array.from(rows, (row) => old.tagCount[row] ?? 0));
  writer.put(Uint32Array.from(tags));
  writer.put(Uint32Array.from(rows, (row) => old.titleEnd[row] ?? 0));
  writer.put(Uint32Array.from(rows, (row) => old.namesEnd[row] ?? 0));
  writer.put(Uint32Array.from(texts, ({ length }) => length));
  writer.put(unitsOf(text));
  writer.put(Uint32Array.from(titles, ({ length }) => length));
  writer.put(unitsOf(title));
  writer.put(urls);
  const signatures = new Signatures();
  for (const [row, one] of texts.entries()) signatures.add(row, one);
  writer.put(signatures.gathered(rows.length));
  return writer.bytes();
}

/**
 * Decodes an index block by block. Throws if the file is damaged or of another layout.
 * @param read the bytes of a block
 */
export async function decodeIndex(
  header: Header,
  fold: Fold,
  read: (block: number) => Promise<Uint8Array<ArrayBuffer>>,
): Promise<SearchIndex> {
  if (header.layout !== LAYOUT) throw new RangeError('another layout');
  const columns = new Columns(header.words);
  columns.reserve(header.rows, 0);
  const signatures = new Signatures();
  const index = new SearchIndex(fold, columns, signatures);
  for (const [n, { bytes, sum }] of header.blocks.entries()) {
    const block = await read(n);
    if (block.length !== bytes || sumOf(block) !== sum) throw new RangeError(`block ${n} is damaged`);
    decodeBlock(block, index);
    await yieldToMain();
  }
  // Folded now, so that the first search for a tag or author need not wait.
  for (const names of [columns.authors, columns.categories, columns.tags]) names.folded(fold);
  if (index.size !== header.rows) throw new RangeError('rows are missing');
  return index;
}

function decodeBlock(bytes: Uint8Array<ArrayBuffer>, index: SearchIndex): void {
  const { columns, signatures } = index;
  const from = columns.size;
  const reader = new Reader(bytes);
  const [rows = 0, tags = 0, units = 0, urls = 0, titleUnits = 0] = reader.u32(5);
  columns.reserve(from + rows, columns.tagEnd + tags);
  columns.savedAt.set(reader.f64(rows), from);
  columns.readAt.set(reader.f64(rows), from);
  columns.flags.set(reader.u8(rows), from);
  for (const name of ['day', 'host', 'author', 'category'] as const)
    columns[name].set(reader.u32(rows), from);
  columns.tagCount.set(reader.u32(rows), from);
  columns.tagPool.set(reader.u32(tags), columns.tagEnd);
  columns.titleEnd.set(reader.u32(rows), from);
  columns.namesEnd.set(reader.u32(rows), from);
  const lengths = reader.u32(rows);
  const all = reader.u16(units);
  const text = textOf(all);
  const titleLengths = reader.u32(rows);
  const title = textOf(reader.u16(titleUnits));
  const addresses = new TextDecoder().decode(reader.u8(urls)).split('\n');
  cut(text, lengths, columns.texts, from);
  cut(title, titleLengths, columns.titles, from);
  for (let n = 0; n < rows; n++) {
    columns.urls[from + n] = addresses[n] ?? '';
    columns.tagFrom[from + n] = columns.tagEnd;
    columns.tagEnd += columns.tagCount[from + n] ?? 0;
  }
  columns.live.set(emptyBits(rows).fill(0xff_ff_ff_ff), from >>> 5);
  columns.size += rows;
  addTitles(columns, from, lengths, all);
  clearBehind(columns);
  signatures.scatter(from >>> 12, rows, reader.u32(SLOTS * Math.ceil(rows / 32)));
  for (let n = 0; n < rows; n++) index.adopt(from + n);
}

function textOf(units: Uint16Array<ArrayBuffer>): string {
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units);
}

/** Cuts a text into pieces of these lengths, which share its memory. */
function cut(text: string, lengths: Uint32Array, into: string[], from: number): void {
  let at = 0;
  for (const [n, length] of lengths.entries()) {
    into[from + n] = text.slice(at, at + length);
    at += length;
  }
}

/** The title comes first in the text of a row. */
function addTitles(columns: Columns, from: number, lengths: Uint32Array, units: Uint16Array): void {
  let at = 0;
  for (const [n, length] of lengths.entries()) {
    columns.addTitle(from + n, units.subarray(at, at + (columns.titleEnd[from + n] ?? 0)));
    at += length;
  }
}

/** Clears the bits of rows that do not exist in the last number. */
function clearBehind({ live, size }: Columns): void {
  if ((size & 31) !== 0) live[size >>> 5] = (live[size >>> 5] ?? 0) & ((1 << (size & 31)) - 1);
}
