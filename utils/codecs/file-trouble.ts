/**
 * Why a whole file could not be read: `empty` there is nothing in it · `encoding` it is not text · `unknown-format` no
 * decoder knows it · `truncated` its end is missing · `too-large` over 256 MB · `too-many` with its posts the library would
 * exceed its limit · `newer-version` written by a newer version of the extension · `broken` it contradicts its own
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

/** A file that cannot be read; each kind has its own message. */
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
