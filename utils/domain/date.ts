import { FAR, isDay } from './iso-date';

/** China has had one offset, +08:00, and no summer time since 1991. */
const CHINA = 8 * 3_600_000;

/** A date as a page prints it: whole, or without its year. */
export type PrintedDate = { iso: string } | { month: number; day: number; time?: string };

/** `2020年12月16日 12:00`, `2026-08-03 19:06:01`, `2020/4/10`, `2020.4.10`, ISO 8601 without an offset. */
const WHOLE =
  /(?<!\d)((?:19|20)\d\d)\s*[年\-/.]\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})(?!\d)\s*日?(?:[\sT]*(\d{1,2})[:：](\d\d)(?:[:：]\d\d(?:\.\d+)?)?)?/;
/** `08月08日 14:09`, `10月10日`: the year follows from the order of the list. */
const MONTH_DAY = /(?<!\d|年\s{0,3})(\d{1,2})月(\d{1,2})日(?:\s*(\d{1,2})[:：](\d\d))?/;
/** `5分钟前`, `2小时前更新`, `3天前`, `刚刚`. */
const AGO = /(?<!\d)(\d{1,4})\s*(分钟|小时|天)前|刚刚/;
/** Epoch milliseconds or seconds, alone. */
const EPOCH = /^\s*(\d{13}|\d{10})\s*$/;
/** RFC 822 (feeds) and ISO 8601 with an offset: what `Date.parse` reads without guessing a zone. */
const ZONED = /(?:\bGMT|\bUTC|Z|[+-]\d\d:?\d\d)\s*$/;

/** A date found in a text. */
export interface FoundDate {
  date: PrintedDate;
  /** The text without the date. */
  rest: string;
}

/**
 * The first date in a text, in any form Caixin prints (site.md 6). An impossible one is no date: nothing is guessed.
 * @param now what `3天前` counts from
 */
export function findDate(text: string, now: Date): FoundDate | undefined {
  if (!/\d|刚刚/.test(text)) return undefined;
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(text);
    const date = match && read(match, now, text);
    if (date) return { date, rest: text.replace(match[0], ' ') };
  }
  return undefined;
}

type Form = [RegExp, (match: RegExpExecArray, now: Date, text: string) => PrintedDate | undefined];

const FORMS: Form[] = [
  [EPOCH, ([, digits = '']) => ({ iso: inChina(Number(digits) * (digits.length === 10 ? 1000 : 1)) })],
  [/^.*$/s, (_match, _now, text) => zoned(text)],
  [
    WHOLE,
    ([, year, month, day, hour, minute]) => whole(Number(year), Number(month), Number(day), hour, minute),
  ],
  [MONTH_DAY, ([, month, day, hour, minute]) => withoutYear(Number(month), Number(day), hour, minute)],
  [AGO, ([, count, unit], now) => ({ iso: ago(Number(count ?? 0), unit, now) })],
];

function zoned(text: string): PrintedDate | undefined {
  if (!ZONED.test(text) || !/\d{1,2}:\d\d/.test(text)) return undefined;
  const time = Date.parse(text.trim());
  // No article is dated beyond this, and at the limits of `Date` formatting fails.
  return Math.abs(time) < FAR ? { iso: inChina(time) } : undefined;
}

function whole(
  year: number,
  month: number,
  day: number,
  hour?: string,
  minute?: string,
): PrintedDate | undefined {
  const time = clock(hour, minute);
  if (!isDay(year, month, day) || time === false) return undefined;
  return { iso: join(year, month, day, time) };
}

function withoutYear(month: number, day: number, hour?: string, minute?: string): PrintedDate | undefined {
  const time = clock(hour, minute);
  // A leap year: 02月29日 is possible until the year is known.
  if (!isDay(2000, month, day) || time === false) return undefined;
  return { month, day, ...(time && { time }) };
}

/** `HH:MM`, undefined where no time is given, false where it is impossible. */
function clock(hour?: string, minute?: string): string | undefined | false {
  if (hour === undefined || minute === undefined) return undefined;
  return Number(hour) < 24 && Number(minute) < 60 && `${hour.padStart(2, '0')}:${minute}`;
}

function join(year: number, month: number, day: number, time?: string): string {
  const date = `${year}-${two(month)}-${two(day)}`;
  return time ? `${date}T${time}+08:00` : date;
}

const two = (number: number) => String(number).padStart(2, '0');

/** A moment as ISO 8601 in China time, to the minute. */
export function inChina(time: number): string {
  return `${new Date(time + CHINA).toISOString().slice(0, 16)}+08:00`;
}

/** Minutes give a time; hours and days are too coarse for one and give the day. */
function ago(count: number, unit: string | undefined, now: Date): string {
  const length = { 分钟: 60_000, 小时: 3_600_000, 天: 86_400_000 }[unit ?? ''] ?? 0;
  const iso = inChina(now.getTime() - count * length);
  return unit === '小时' || unit === '天' ? iso.slice(0, 10) : iso;
}

/**
 * Gives each date of a list its year: the newest that keeps the list in order, newest first, and is not in the future
 * of `now` (site.md 6). Whole dates stay as they are.
 */
export function withYears(dates: (PrintedDate | undefined)[], now: Date): (string | undefined)[] {
  let limit = inChina(now.getTime()).slice(0, 16);
  return dates.map((date) => {
    const iso = date && ('iso' in date ? date.iso : newest(date, limit));
    // The order within a day is not relied on.
    if (iso) limit = iso.slice(0, 10) < limit.slice(0, 10) ? `${iso.slice(0, 10)}T23:59` : limit;
    return iso;
  });
}

function newest(
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
