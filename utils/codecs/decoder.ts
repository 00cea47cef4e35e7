import type { Post, Shelving } from '../domain/entry';
import type { Role } from './roles/role-names';

export type DecoderName =
  | 'json'
  | 'omnivore'
  | 'csl'
  | 'data'
  | 'page'
  | 'note'
  | 'xml'
  | 'zip'
  | 'bookmarks'
  | 'pocket'
  | 'instapaper'
  | 'raindrop'
  | 'csv'
  | 'bibtex'
  | 'ris'
  | 'links';

/** A file format that can be read. */
export interface Decoder {
  name: DecoderName;
  /**
   * Whether a file looks like this format.
   * @param head its first 64 kB
   */
  detect(head: string, fileName: string): boolean;
  /**
   * Decodes a file item by item; the caller may pause or stop at any. Linear in the file's size. Throws a
   * `FileTrouble` if the file as a whole cannot be trusted (cut off, broken, too new), perhaps after some items: save
   * nothing before the last item is read.
   */
  decode(text: string, known?: Known): Iterable<Read>;
  /** The columns of a table, where the reader may say what they hold. */
  columns?(text: string): Columns | undefined;
}

/** What is known of a file beside its text. */
export interface Known {
  /** What the reader says of the columns of a table, in their order. */
  roles?: readonly (Role | undefined)[];
  /** The name of the file, which is the title of a note that has no other. */
  fileName?: string;
}

/** One column of a table. */
export interface Column {
  /** As it stands in the header; empty where there is none. */
  name: string;
  /** What one of its cells holds. */
  sample: string;
  /** What it is taken for. */
  role?: Role;
}

/** The columns of a table, and whether what they are taken for is sure. */
export interface Columns {
  all: Column[];
  isSure: boolean;
}

/** One item of a file, or a place that could not be read. Lines count from 1. */
export type Read =
  | { line: number; item: Found }
  /** `text`: what is there, at most 200 characters of plain text. */
  | { line: number; unreadable: Reason; text: string };

/** What a file says about one post: clean, bounded text; invalid fields are left out. */
export interface Found extends Partial<Omit<Post, 'url'>> {
  /** The canonical URL of a Caixin post; otherwise the http(s) address as it is. */
  url: string;
  /** Whether this is a post of Caixin: only those can be saved. */
  isCaixin: boolean;
  /** `queue` only gives the order among the items of one file, compared as strings. */
  shelving: Partial<Shelving>;
}

/**
 * Why one place could not be read: `no-address` it names no post · `bad-address` not a web address (`javascript:`,
 * `file:`, broken) · `bad-shape` not an item of this format.
 */
export type Reason = 'no-address' | 'bad-address' | 'bad-shape';
