import { elapsed } from '../runtime/due';

const DAY = 86_400_000;

/** A day as `2020-12-16`, from an ISO date in China time: shown as printed on the page, not converted. */
export function dayOf(iso: string): string {
  return iso.slice(0, 10);
}

/**
 * How long ago something was: `3 天前` under a week, else the day.
 * @param time epoch milliseconds
 * @param now epoch milliseconds
 * @param language BCP 47
 */
export function ageOf(time: number, now: number, language: string): string {
  const ago = elapsed(time, now);
  const days = Math.floor(ago / DAY);
  // For a moment in the future only the day is shown.
  if (days >= 7 || time >= now + DAY) return localDay(time);
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const hours = Math.floor(ago / 3_600_000);
  if (days > 0) return words.format(-days, 'day');
  if (hours > 0) return words.format(-hours, 'hour');
  const minutes = Math.floor(ago / 60_000);
  // Browsers say 此刻 and "this minute".
  const justNow = language.startsWith('zh') ? '刚刚' : 'just now';
  return minutes > 0 ? words.format(-minutes, 'minute') : justNow;
}

/** The day of a moment (epoch milliseconds) in the reader's time zone, as `2026-11-23`. */
export function localDay(time: number | Date): string {
  const date = new Date(time);
  const digits = (number: number, count = 2) => String(number).padStart(count, '0');
  return `${digits(date.getFullYear(), 4)}-${digits(date.getMonth() + 1)}-${digits(date.getDate())}`;
}

/** A moment (epoch milliseconds) in the reader's time zone, as `2026年11月23日 17:20`. */
export function momentOf(time: number, language: string): string {
  return new Date(time).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
}
