import type { Entry } from '../domain/entry';

export type CodecName =
  | 'json'
  | 'csv'
  | 'markdown'
  | 'obsidian'
  | 'bookmarks'
  | 'bibtex'
  | 'ris'
  | 'csl'
  | 'opml';

/** What a file says of itself. */
export interface About {
  exportedAt: Date;
  /** Of the extension. */
  version: string;
}

/** One file format that can be written. What it writes is a function of its arguments. */
export interface Codec {
  name: CodecName;
  /** Without the dot. */
  extension: string;
  mime: string;
  /** What a round trip keeps exactly. */
  keeps: readonly (keyof Entry)[];
  /** What a round trip keeps to the day, where the format has no times. */
  keepsDay?: readonly ('publishedAt' | 'savedAt')[];
  /** Entries in batches, in the order given → the file in pieces, in bounded memory. Stops when the caller stops. */
  encode(batches: AsyncIterable<Entry[]>, about: About): AsyncIterable<string> | AsyncIterable<Uint8Array>;
}
