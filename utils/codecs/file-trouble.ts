/**
 * Why a whole file could not be read: `empty` there is nothing in it · `encoding` it is no text · `unknown-format` no
 * decoder knows it · `truncated` its end is missing · `too-large` over 256 MB · `too-many` with its posts the library would
 * be larger than one can be · `newer-version` written by a newer version of the extension · `broken` it contradicts its own
 * format.
 */
export type FileTroubleKind =
  | 'empty'
  | 'encoding'
  | 'unknown-format'
  | 'truncated'
  | 'too-large'
  | 'too-many'
  | 'newer-version'
  | 'broken';

/** A file that cannot be read, in a word the reader gets a message for. */
export class FileTrouble extends Error {
  constructor(
    readonly kind: FileTroubleKind,
    /** Where known; counts from 1. */
    readonly line?: number,
  ) {
    super(line === undefined ? kind : `${kind} at line ${line}`);
    this.name = 'FileTrouble';
  }
}
