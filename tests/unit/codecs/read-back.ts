import { Parser } from 'htmlparser2';
import { type Codec, decoderFor, type Found, textOf } from '../../../utils/codecs';
import type { Entry } from '../../../utils/domain/entry';
import { inBatches } from './entries';

export const ABOUT = { exportedAt: new Date('2026-08-08T04:00:00Z'), version: '1.2.3' };

/** The bytes a codec writes. */
export async function bytesOf(codec: Codec, entries: Entry[]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of codec.encode(inBatches(entries), ABOUT))
    pieces.push(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece);
  return Buffer.concat(pieces);
}

/** The text a codec writes. */
export async function written(codec: Codec, entries: Entry[]): Promise<string> {
  return textOf(await bytesOf(codec, entries));
}

/** Everything a text contains, by the decoder that recognises it; fails if a place could not be read. */
export function found(text: string, fileName = 'file'): Found[] {
  return [...decoderFor(text, fileName).decode(text)].map((read) => {
    if ('item' in read) return read.item;
    throw new Error(`line ${read.line}: ${read.unreadable}: ${read.text}`);
  });
}

/** What was read, in the form of entries. */
export function asEntries(items: Found[]): Partial<Entry>[] {
  return items.map(({ isCaixin: _isCaixin, shelving, ...post }) => ({ tags: [], ...post, ...shelving }));
}

/** The files of a ZIP of stored entries, by name, from its central directory (APPNOTE 4.3.12). */
export function unzip(bytes: Uint8Array): Map<string, string> {
  const zip = Buffer.from(bytes);
  const files = new Map<string, string>();
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [size, nameSize, extraSize] = [
      zip.readUInt32LE(at + 24),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
    ];
    const name = zip.toString('utf8', at + 46, at + 46 + nameSize);
    const local = zip.readUInt32LE(at + 42);
    const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    files.set(name, zip.toString('utf8', data, data + size));
    at += 46 + nameSize + extraSize + zip.readUInt16LE(at + 32);
  }
  return files;
}

/** The properties of a note: each a JSON value, which YAML holds. */
export function propertiesOf(note: string): Record<string, unknown> {
  const front = note.slice(4, note.indexOf('\n---\n'));
  return Object.fromEntries(
    front.split('\n').map((line) => {
      const at = line.indexOf(': ');
      return [line.slice(0, at), JSON.parse(line.slice(at + 2))];
    }),
  );
}

/** The outlines of an OPML file. */
export function outlines(xml: string): Record<string, string>[] {
  const all: Record<string, string>[] = [];
  const parser = new Parser(
    { onopentag: (name, attributes) => void (name === 'outline' && all.push(attributes)) },
    { xmlMode: true },
  );
  parser.end(xml);
  return all;
}
