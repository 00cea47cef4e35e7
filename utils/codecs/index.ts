import type { Codec } from './codec';
import { anyJson } from './decode/any-json';
import { archiveOf } from './decode/archive';
import { bibtexIn } from './decode/bibtex';
import { blocks, pastedBlocks } from './decode/blocks';
import { bookmarksIn, pocketHtml } from './decode/bookmarks';
import { cslIn } from './decode/csl';
import { csvIn } from './decode/csv';
import { instapaper } from './decode/instapaper';
import { jsonIn } from './decode/json';
import { links, pastedLinks } from './decode/links';
import { mhtml } from './decode/mhtml';
import { note } from './decode/note';
import { noteExpress } from './decode/noteexpress';
import { omnivore } from './decode/omnivore';
import { ownCsv } from './decode/own-csv';
import { page } from './decode/page';
import { pocketCsv } from './decode/pocket';
import { raindrop } from './decode/raindrop';
import { referIn } from './decode/refer';
import { risIn } from './decode/ris';
import { shortcut } from './decode/shortcut';
import { xml } from './decode/xml';
import { yaml } from './decode/yaml';
import type { Decoder } from './decoder';
import { bibtex } from './encode/bibtex';
import { bookmarks } from './encode/bookmarks';
import { csl } from './encode/csl';
import { csv } from './encode/csv';
import { json } from './encode/json';
import { markdown } from './encode/markdown';
import { obsidian } from './encode/obsidian';
import { opml } from './encode/opml';
import { ris } from './encode/ris';
import { FileTrouble } from './file-trouble';

export type { About, Codec, CodecName } from './codec';
export type { Columns, Decoder, DecoderName, Found, Known, Read, Reason } from './decoder';
export { FileTrouble, type FileTroubleKind } from './file-trouble';
export { textOf } from './text-of';

/** Every format that can be written; a new one is a file and a line here. */
export const codecs: readonly Codec[] = [json, csv, markdown, obsidian, bookmarks, bibtex, ris, csl, opml];

/** Formats of one file, the most particular first: the first that knows a file reads it. */
const ofOneFile: readonly Decoder[] = [
  jsonIn,
  shortcut,
  omnivore,
  cslIn,
  anyJson,
  xml,
  pocketHtml,
  bookmarksIn,
  page,
  mhtml,
  note,
  yaml,
  pocketCsv,
  instapaper,
  raindrop,
  ownCsv,
  risIn,
  referIn,
  noteExpress,
  bibtexIn,
  csvIn,
  blocks,
  links,
];

/** How much of a file is examined to recognise its format, in UTF-16 units. */
const HEAD = 65_536;

/** Every format that can be read. */
export const decoders: readonly Decoder[] = [archiveOf(known), ...ofOneFile];

/**
 * The decoder of a file; of pasted text, which has no name, each line counts. Throws a `FileTrouble`: `empty` for a blank
 * file, `unknown-format` where none knows it.
 */
export function decoderFor(text: string, fileName: string): Decoder {
  if (!/\S/.test(text)) throw new FileTrouble('empty');
  const head = headOf(text);
  const decoder = decoders.find((one) => one.detect(head, fileName));
  if (!decoder) throw new FileTrouble('unknown-format');
  if (fileName !== '') return decoder;
  return decoder === links ? pastedLinks : decoder === blocks ? pastedBlocks : decoder;
}

/** The decoder of a file in an archive. */
function known(text: string, fileName: string): Decoder | undefined {
  return ofOneFile.find((one) => one.detect(headOf(text), fileName));
}

function headOf(text: string): string {
  return text.slice(0, HEAD).replace(/^\ufeff/, '');
}
