/**
 * Why something could not be done, one word each for a message of its own:
 * `blocked` another tab holds an older version of the database open · `newer` the database was written by a newer
 * version of the extension · `closed` a newer version took over, reopen the page · `unavailable` the browser keeps no
 * data here ("never remember history") · `full` the disk or quota is full · `gone` the extension was updated or
 * removed under a page that is still open · `damaged` the library cannot be opened or is not whole · `stopped` the reader stopped it · `broken` anything else.
 */
export type TroubleKind =
  | 'blocked'
  | 'newer'
  | 'closed'
  | 'unavailable'
  | 'full'
  | 'gone'
  | 'damaged'
  | 'stopped'
  | 'broken';

export interface Trouble {
  kind: TroubleKind;
  /** The browser's own words, for the curious. */
  detail: string;
}

/** A failure that has words for the reader. Travels across messages as its `Trouble`. */
export class TroubleError extends Error {
  constructor(
    readonly kind: TroubleKind,
    detail: string,
  ) {
    super(detail);
    this.name = 'TroubleError';
  }
}

/** Any failure in the words of the house; `broken` where it is no `TroubleError`. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof TroubleError) return { kind: error.kind, detail: error.message };
  return { kind: 'broken', detail: error instanceof Error ? error.message : String(error) };
}
