/** How far clocks may differ, in milliseconds. */
const SLACK = 60_000;

/**
 * Whether something that is done periodically is due again. A last time in the future comes from a wrong clock: then it
 * is due.
 * @param last when it was done, in epoch milliseconds
 * @param now epoch milliseconds
 * @param every milliseconds
 */
export function isDue(last: number, now: number, every: number): boolean {
  return isToCome(last, now) || elapsed(last, now) >= every;
}

/** Whether a stored moment lies in the future: a clock ran ahead. */
export function isToCome(moment: number, now: number): boolean {
  return moment > now + SLACK;
}

/** How long ago a moment was, in milliseconds; never negative. */
export function elapsed(since: number, now: number): number {
  return Math.max(0, now - since);
}
