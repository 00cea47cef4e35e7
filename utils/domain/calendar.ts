/** A date as a page prints it: whole, or without its year. */
export type PrintedDate = { iso: string } | { month: number; day: number; time?: string };

/** A day in milliseconds. China has had one offset, a third of it, and no summer time since 1991. */
export const DAY = 86_400_000;

/** The year 2100, in epoch milliseconds: later moments are errors. */
export const FAR = 4_102_444_800_000;

/** A moment as ISO 8601 in China time, to the minute. */
export function inChina(time: number): string {
  return `${new Date(time + DAY / 3).toISOString().slice(0, 16)}+08:00`;
}

/** A moment as a date; none at the limits of `Date`, where formatting fails. */
export function moment(time: number): { iso: string } | undefined {
  return Math.abs(time) < FAR ? { iso: inChina(time) } : undefined;
}

/** Whether there is such a day. */
export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
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

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)\+08:00)?$/;

/** Whether this is a date as posts carry it: `2020-12-16T12:00+08:00` or `2020-12-16`, and a day that exists. */
export function isIsoDate(value: unknown): value is string {
  const [, year, month, day, hour = '0', minute = '0'] =
    ISO.exec(typeof value === 'string' ? value : '') ?? [];
  return isDay(Number(year), Number(month), Number(day)) && Number(hour) < 24 && Number(minute) < 60;
}
