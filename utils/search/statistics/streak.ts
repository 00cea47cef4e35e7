const HOUR = 3_600_000;
const DAY = 86_400_000;

/** Days in a row: the current run, ending today or yesterday, and the longest ever. */
interface Streak {
  current: number;
  longest: number;
}

/** The streak of some moments (epoch milliseconds), in the reader's time zone. */
export function streakOf(times: Iterable<number>, now: number): Streak {
  const dayOf = dayCounter();
  const today = dayOf(now);
  // Dates in the future come from a clock that ran ahead.
  const days = [...new Set([...times].map(dayOf))].filter((day) => day <= today).sort((a, b) => a - b);
  let [run, longest, last] = [0, 0, Number.NaN];
  for (const day of days) {
    run = day === last + 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
    last = day;
  }
  return { current: last === today || last === today - 1 ? run : 0, longest };
}

/** Numbers the days; the time zone offset of each hour is looked up once. */
function dayCounter(): (time: number) => number {
  const offsets = new Map<number, number>();
  return (time) => {
    const hour = Math.floor(time / HOUR);
    let offset = offsets.get(hour);
    if (offset === undefined) {
      offset = new Date(time).getTimezoneOffset() * 60_000;
      offsets.set(hour, offset);
    }
    return Math.floor((time - offset) / DAY);
  };
}
