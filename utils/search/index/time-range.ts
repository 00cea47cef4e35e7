/** From the first moment to the one after the last, in epoch milliseconds. */
interface Span {
  start: number;
  end: number;
}

/** The time from one to another of the reader's own days, months or years (`2021`, `2021-01`, `2021-01-31`; empty: open). */
export function spanOf(from: string, to: string): Span {
  return {
    start: from === '' ? Number.NEGATIVE_INFINITY : momentOf(from, 0),
    end: to === '' ? Number.POSITIVE_INFINITY : momentOf(to, 1),
  };
}

/** The beginning of a day, month or year, or of the one after it. */
function momentOf(text: string, more: 0 | 1): number {
  const [year = 0, month, day] = text.split('-').map(Number);
  const date = new Date(2000, 0, 1);
  // Not in the constructor: it takes years below 100 for 19xx.
  if (month === undefined) date.setFullYear(year + more, 0, 1);
  else if (day === undefined) date.setFullYear(year, month - 1 + more, 1);
  else date.setFullYear(year, month - 1, day + more);
  return date.getTime();
}
