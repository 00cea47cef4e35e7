/**
 * Why something could not be done; each kind has its own message:
 * `blocked` another tab holds an older version of the database open · `newer` the database was written by a newer
 * version of the extension · `closed` a newer version took over, reopen the page · `unavailable` the browser keeps no
 * data here ("never remember history") · `full` the disk or quota is full · `gone` the extension was updated or
 * removed under a page that is still open · `damaged` the library cannot be opened or is not whole · `stopped` the reader stopped it · `broken` anything else.
 */
export type FailureKind =
  | 'blocked'
  | 'newer'
  | 'closed'
  | 'unavailable'
  | 'full'
  | 'gone'
  | 'damaged'
  | 'stopped'
  | 'broken';

export interface Failure {
  kind: FailureKind;
  /** The browser's own message. */
  detail: string;
}

/** An error that has a message for the reader. Sent between pages as its `Failure`. */
export class AppError extends Error {
  constructor(
    readonly kind: FailureKind,
    detail: string,
  ) {
    super(detail);
    this.name = 'AppError';
  }
}

/** The kind and detail of any error; `broken` unless it is an `AppError`. */
export function failureOf(error: unknown): Failure {
  if (error instanceof AppError) return { kind: error.kind, detail: error.message };
  return { kind: 'broken', detail: error instanceof Error ? error.message : String(error) };
}
