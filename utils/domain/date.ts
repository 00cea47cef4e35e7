import { DAY, join, moment, newestYear, type PrintedDate } from './calendar';
import { isDay } from './iso-date';

export { inChina, type PrintedDate } from './calendar';

/** A date found in a text. */
interface FoundDate {
  date: PrintedDate;
  /** The text without the date. */
  rest: string;
  /** What stands before the date, and behind it. */
  left: string;
  right: string;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
export const MONTH = `(?<name>${MONTHS.join('|')})[a-z]*\\.?`;
export const YEAR = '(?<year>(?:19|20)\\d\\d)';
const DAY_NUMBER = '(?<day>\\d{1,2})(?:st|nd|rd|th)?(?!\\d)';
/** A weekday, half of the day and clock behind a day: `星期五 09:30`, `下午6:05`, `09:30:01`, `at 6:05 pm`. */
const CLOCK =
  '(?:[\\sT,，·|｜]*[(（]?(?:星期|周|週|礼拜)[一二三四五六日天][)）]?)?(?:[\\sT,，]*(?:at\\s+)?(?<half>[上下中]午|[早晚]上|凌晨|[ap]m)?\\s*(?<hour>\\d{1,2})[:：时時点](?<minute>\\d\\d)(?:[:：]\\d\\d(?:\\.\\d+)?|分)?\\s*(?<after>[ap]m\\b)?)?';

/** What is counted back, in seconds, where it always has the same length. */
const SPANS: Record<string, number> = {
  秒: 1,
  分: 60,
  小: 3600,
  天: 86_400,
  日: 86_400,
  周: 604_800,
  星: 604_800,
};
const NUMBERS = '〇一二三四五六七八九十';

type Parts = Record<string, string | undefined>;
type Form = [RegExp, (parts: Parts, now: Date) => PrintedDate | undefined];

const form = (source: string, read: Form[1]): Form => [new RegExp(source + CLOCK, 'iu'), read];

/** Every form in which a date is printed (site.md 6), the clearest first. */
const FORMS: Form[] = [
  // Epoch seconds or milliseconds, alone.
  [/^\s*(?<digits>\d{13}|\d{10})\s*$/, ({ digits = '' }) => moment(Number(digits.padEnd(13, '0')))],
  // RFC 822 (feeds) and ISO 8601 with an offset: what `Date.parse` reads without guessing a zone. It takes the whole text.
  [
    /^\s*(?=.*\d:\d\d)(?<all>.*(?:\bGMT|\bUTC|Z|[+-]\d\d:?\d\d))\s*$/s,
    ({ all = '' }) => moment(Date.parse(all)),
  ],
  form(
    `(?<!\\d)${YEAR}\\s*[年\\-/.]\\s*(?<month>\\d{1,2})\\s*[月\\-/.]\\s*${DAY_NUMBER}(?:\\s*[日号號])?`,
    day,
  ),
  form(`(?<![\\w.])${DAY_NUMBER}[\\s-]+${MONTH}(?![a-z]),?(?:[\\s-]*${YEAR}(?!\\d)|(?!\\s*\\d{3}))`, day),
  form(`(?<![a-z])${MONTH}\\s+${DAY_NUMBER}(?:,?\\s*${YEAR}(?!\\d)|(?!,?\\s*\\d{3}))`, day),
  form(`(?<!\\d|年\\s{0,3})(?<month>\\d{1,2})\\s*月\\s*${DAY_NUMBER}\\s*[日号號]`, day),
  form('(?<ago>[今昨前][天日]|today|yesterday)', daysAgo),
  form('上个?(?:周|星期|礼拜|週)(?<weekday>[一二三四五六日天])', lastWeek),
  [
    /(?<!\d)(?<count>\d{1,4}|[一二三四五六七八九十两半])\s*[个個]?\s*(?<unit>秒|分[钟鐘]|小[时時]|天|日|周|星期|月|年)以?前|刚刚|刚才|剛剛/,
    ago,
  ],
  // `11-20`, `11/20` and `11.20` mean a day only where nothing else stands beside them.
  form(
    '^[^\\p{L}\\d]*(?<month>\\d{1,2})[-/.](?<day>\\d\\d)(?![\\d./-])(?=[^\\p{L}\\d]*(?:$|\\d{1,2}[:：]))',
    day,
  ),
];

/**
 * The first date in a text, in any form Caixin prints. An impossible one is no date: nothing is guessed.
 * @param now what `3天前` counts from
 */
export function findDate(printed: string, now: Date): FoundDate | undefined {
  if (!/[\d年刚剛今昨前上a-z]/i.test(printed)) return undefined;
  const text = inDigits(printed);
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(text);
    const date = match && read({ ...match.groups }, now);
    if (!date) continue;
    const left = text.slice(0, match.index);
    const right = text.slice(match.index + match[0].length);
    return { date, left, right, rest: `${left} ${right}` };
  }
  return undefined;
}

/** `二〇二六年十一月二十日` in digits; other texts stay as they are. */
export function inDigits(text: string): string {
  if (
    !/[〇零○一二三四五六七八九]{4}\s*年|\d\s*年\s*[一二三四五六七八九十]+月|^[一二三四五六七八九十]{1,3}[日号]/.test(
      text,
    )
  )
    return text;
  return text.replace(/[〇零○一二三四五六七八九十]+(?=\s*[年月日号])/g, (signs) => {
    const digits = [...signs.replace(/[零○]/g, '〇')].map((sign) => NUMBERS.indexOf(sign));
    if (!signs.includes('十')) return digits.join('');
    const at = digits.indexOf(10);
    return String((at > 0 ? (digits[at - 1] ?? 1) : 1) * 10 + (digits[at + 1] ?? 0));
  });
}

/** The number of a month by its English name. */
export function monthNamed(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function day(parts: Parts): PrintedDate | undefined {
  const { year, name } = parts;
  const month = name ? monthNamed(name) : Number(parts.month);
  const time = clock(parts);
  // A leap year: 02月29日 is possible until the year is known.
  if (time === false || !isDay(Number(year ?? 2000), month, Number(parts.day))) return undefined;
  if (year) return { iso: join(Number(year), month, Number(parts.day), time) };
  return { month, day: Number(parts.day), ...(time && { time }) };
}

/** `HH:MM`, undefined where no time is given, false where it is impossible. */
function clock({ half, hour, minute, after }: Parts): string | undefined | false {
  if (hour === undefined || minute === undefined) return undefined;
  const name = (half ?? after ?? '').toLowerCase();
  const number = Number(hour);
  const late = /下午|晚上|pm/.test(name) ? number < 12 : name === '中午' && number < 3;
  const shown = late ? number + 12 : /am|凌晨/.test(name) && number === 12 ? 0 : number;
  return shown < 24 && Number(minute) < 60 && `${String(shown).padStart(2, '0')}:${minute}`;
}

/** A day so many milliseconds ago, with the clock that stands behind it. */
function dayBefore(back: number, parts: Parts, now: Date): PrintedDate | undefined {
  const found = moment(now.getTime() - back);
  const time = clock(parts);
  if (!found || time === false) return undefined;
  return { iso: found.iso.slice(0, 10) + (time ? `T${time}+08:00` : '') };
}

function daysAgo(parts: Parts, now: Date): PrintedDate | undefined {
  const { ago = '' } = parts;
  const back = ago.startsWith('前') ? 2 : /^[昨y]/i.test(ago) ? 1 : 0;
  return dayBefore(back * DAY, parts, now);
}

function lastWeek(parts: Parts, now: Date): PrintedDate | undefined {
  const wanted = '一二三四五六日'.indexOf((parts.weekday ?? '').replace('天', '日'));
  // In China a week begins on Monday; the shift makes the day of the week that of China.
  const today = (new Date(now.getTime() + DAY / 3).getUTCDay() + 6) % 7;
  return dayBefore((today - wanted + 7) * DAY, parts, now);
}

/** Minutes give a time; what is counted in more is too coarse for one and gives the day. */
function ago({ count = '', unit = '' }: Parts, now: Date): PrintedDate | undefined {
  const number = Number(count) || (count === '半' ? 0.5 : NUMBERS.indexOf(count.replace('两', '二')));
  if (/[月年]/.test(unit)) {
    const then = new Date(now.getTime() + DAY / 3);
    then.setUTCMonth(then.getUTCMonth() - number * (unit === '年' ? 12 : 1), Math.min(then.getUTCDate(), 28));
    return { iso: then.toISOString().slice(0, 10) };
  }
  const length = SPANS[unit[0] ?? ''] ?? 0;
  const back = number * length * 1000;
  return length < 3600 ? moment(now.getTime() - back) : dayBefore(back, {}, now);
}

/**
 * Gives each date of a list its year: the newest that keeps the list in order, newest first, and is not in the future
 * of `now` (site.md 6). Whole dates stay as they are.
 * @param apart whether a row stands outside that order, as one that is pinned to the top does
 */
export function withYears(
  dates: (PrintedDate | undefined)[],
  now: Date,
  apart: (index: number) => boolean = () => false,
): (string | undefined)[] {
  const start = moment(now.getTime())?.iso.slice(0, 16) ?? '';
  let limit = start;
  return dates.map((date, index) => {
    const isApart = apart(index);
    const iso = date && ('iso' in date ? date.iso : newestYear(date, isApart ? start : limit));
    // The order within a day is not relied on.
    if (iso && !isApart && iso.slice(0, 10) < limit.slice(0, 10)) limit = `${iso.slice(0, 10)}T23:59`;
    return iso;
  });
}
