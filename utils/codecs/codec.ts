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

/** What an exported file says about itself. */
export interface About {
  exportedAt: Date;
  /** Version of the extension. */
  version: string;
}

/** A file format that can be written. Its output depends only on its arguments. */
export interface Codec {
  name: CodecName;
  /** Without the dot. */
  extension: string;
  mime: string;
  /** Fields that a round trip preserves exactly. */
  keeps: readonly (keyof Entry)[];
  /** Fields that a round trip preserves to the day, if the format has no times. */
  keepsDay?: readonly ('publishedAt' | 'savedAt')[];
  /** Encodes batches of entries in the order given; yields the file in pieces, in bounded memory. */
  encode(batches: AsyncIterable<Entry[]>, about: About): AsyncIterable<string> | AsyncIterable<Uint8Array>;
}
