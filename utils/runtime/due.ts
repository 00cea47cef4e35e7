/** How far two clocks of one machine may differ, in milliseconds. */
const SLACK = 60_000;

/**
 * Whether it is time again for what is done every so often. A last time that is still to come was told by a clock that was
 * wrong: then it is time.
 * @param last when it was done, in epoch milliseconds
 * @param now epoch milliseconds
 * @param every milliseconds
 */
export function isDue(last: number, now: number, every: number): boolean {
  return isToCome(last, now) || elapsed(last, now) >= every;
}

/** Whether a moment lies in the future: one that was kept, by a clock that ran ahead. */
export function isToCome(moment: number, now: number): boolean {
  return moment > now + SLACK;
}

/** How long ago a moment was, in milliseconds: never less than nothing. */
export function elapsed(since: number, now: number): number {
  return Math.max(0, now - since);
}
