/**
 * Whether something that is done once in a period is due again. A moment that lies ahead was written while the clock was
 * wrong (Drive4ik/simple-tab-groups#969): it counts as long past, or nothing would be done for years.
 * @param at when it was last done, epoch milliseconds
 * @param period in milliseconds
 * @param now epoch milliseconds
 */
export function isDue(at: number, period: number, now: number): boolean {
  return at > now || now - at >= period;
}
