/**
 * Why the database cannot be used, one word each for a message of its own:
 * `blocked` another tab holds an older version open · `newer` written by a newer version of the extension ·
 * `closed` a newer version took over, reopen the page · `unavailable` the browser keeps no data here ("never
 * remember history") · `full` the disk or quota is full · `broken` anything else.
 */
export type TroubleKind = 'blocked' | 'newer' | 'closed' | 'unavailable' | 'full' | 'broken';

export interface Trouble {
  kind: TroubleKind;
  /** The browser's own words, for the curious. */
  detail: string;
}
