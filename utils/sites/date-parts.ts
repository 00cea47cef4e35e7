import { join } from '../domain/calendar';
import { findDate, inDigits, MONTH, monthNamed, type PrintedDate, YEAR } from '../domain/date';
import type { Line } from './lines';
import { clean } from './text';
import { isMeta } from './words';

/** Parts of a date in boxes or headings of their own: `2026年11月`, `20日`, `20`, `Nov`, `11/`, `2026`. */
interface DateParts {
  year?: number;
  month?: number;
  day?: number;
}

const PARTS = new RegExp(
  [
    `${YEAR}(?:\\s*[年./-]\\s*(?<m1>\\d{1,2})(?!\\d)\\s*月?|\\s*年)?`,
    '(?<m2>\\d{1,2})\\s*月',
    MONTH,
    '(?<m3>\\d{1,2})\\s*[./-]\\s*(?=(?:19|20)\\d\\d)',
    '(?<day>\\d{1,2})(?:st|nd|rd|th|\\s*[日号])',
    '(?<number>\\d{1,2})(?![\\d:])',
  ].join('|'),
  'giu',
);

/** The parts of a date, if a text has nothing else; several boxes are one text. */
export function datePartsOf(printed: string): DateParts | undefined {
  if (printed.length > 40) return undefined;
  const text = inDigits(printed);
  const found: DateParts = {};
  const numbers: number[] = [];
  const rest = text
    .replace(/[(（](?:共\s*)?\d+\s*[篇条]?[)）]|\d+\s*[篇条]|(?:星期|周)[一二三四五六日天]/g, ' ')
    .replace(PARTS, (...all) => {
      const parts: Record<string, string | undefined> = all.at(-1);
      if (parts.year) found.year ??= Number(parts.year);
      const month = parts.m1 ?? parts.m2 ?? parts.m3 ?? (parts.name && monthNamed(parts.name));
      if (month) found.month ??= Number(month);
      if (parts.day) found.day ??= Number(parts.day);
      if (parts.number) numbers.push(Number(parts.number));
      return '';
    });
  if (/[^\p{P}\p{S}\p{Z}\s\d]/u.test(rest) || numbers.length > 2 || /\d/.test(rest)) return undefined;
  // Of two bare numbers the first is the month, unless it cannot be.
  if (numbers.length === 2 && !found.month && (numbers[0] ?? 0) <= 12) found.month = numbers.shift() ?? 0;
  else if (numbers.length === 2 && !found.month && found.year) found.month = numbers.pop() ?? 0;
  const [last] = numbers;
  if (last !== undefined && (found.month || found.year)) {
    if (found.month) found.day ??= last;
    else found.month = last;
  } else if (last !== undefined) found.day ??= last;
  return found;
}

/** Whether a text is a date over several rows: a day, a month or a year alone. */
export function isDateHeading(text: string): boolean {
  const said = clean(text.slice(0, 100));
  const { year, month } = datePartsOf(said) ?? {};
  const isPart =
    (month !== undefined && /[年月a-z]|\d{4}/i.test(said)) || (year !== undefined && said.length < 8);
  return (
    isPart ||
    (said.length < 30 && isMeta(findDate(said, new Date(0))?.rest ?? said) && /[年月日天]|\d{4}\D/.test(said))
  );
}

/** A date from boxes of a row that each hold a part of it, with what the heading over the row says. */
export function dateOfParts(
  texts: string[],
  heading: string | undefined,
  now: Date,
): PrintedDate | undefined {
  const over = heading ? datePartsOf(clean(heading)) : undefined;
  const own = texts.length > 0 ? datePartsOf(texts.join(' ')) : undefined;
  if (heading && !over && !own) return findDate(heading, now)?.date;
  const { year, month, day } = { ...over, ...own };
  // Where a part is missing this is no date.
  return findDate(year ? `${year}-${month}-${day}` : `${month}月${day}日`, now)?.date;
}

/** A date without a year under a heading that names one. */
export function withYearOf(date: PrintedDate, heading: string | undefined): PrintedDate {
  const { year, month } = (heading && datePartsOf(clean(heading))) || {};
  return inYear(date, year, month);
}

/** A date without a year in the year that is said near it, unless with another month. */
export function inYear(date: PrintedDate, year = 0, month = 0): PrintedDate {
  if ('iso' in date || !year || (month && month !== date.month)) return date;
  return { iso: join(year, date.month, date.day, date.time) };
}

/** The texts of a row that are parts of a date and nothing more, standing one behind another. */
export function partsIn(lines: Line[]): string[] {
  const texts: string[] = [];
  for (const { text } of lines.flatMap(({ segments }) => segments)) {
    const said = clean(text);
    if (said.length <= 9 && /[\da-z月日]/i.test(said) && datePartsOf(said)) texts.push(said);
    else if (texts.length > 1) break;
    else if (!isMeta(said)) texts.length = 0;
  }
  return texts;
}
