import { FAR, isDay } from './iso-date';

/** A date as a page prints it: whole, or without its year. */
export type PrintedDate = { iso: string } | { month: number; day: number; time?: string };

/** A day in milliseconds. China has had one offset, a third of it, and no summer time since 1991. */
export const DAY = 86_400_000;

/** A moment as ISO 8601 in China time, to the minute. */
export function inChina(time: number): string {
  return `${new Date(time + DAY / 3).toISOString().slice(0, 16)}+08:00`;
}

/** A moment as a date; none at the limits of `Date`, where formatting fails. */
export function moment(time: number): { iso: string } | undefined {
  return Math.abs(time) < FAR ? { iso: inChina(time) } : undefined;
}

/** A day, or a minute of it, as posts carry it. */
export function join(year: number, month: number, day: number, time?: string): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const date = `${year}-${two(month)}-${two(day)}`;
  return time ? `${date}T${time}+08:00` : date;
}

/** A date in its newest year that is not after the limit. */
export function newestYear(
  { month, day, time }: Exclude<PrintedDate, { iso: string }>,
  limit: string,
): string | undefined {
  const last = Number(limit.slice(0, 4));
  for (let year = last; year > last - 9; year--) {
    if (!isDay(year, month, day)) continue;
    const iso = join(year, month, day, time);
    if (iso.slice(0, time ? 16 : 10) <= limit.slice(0, time ? 16 : 10)) return iso;
  }
  return undefined;
}
