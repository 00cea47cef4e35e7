/** Names of months, by their first three letters. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** ISO 8601 with any number of digits, as Python and PHP print it too: a blank for the `T`, `+0800`, `UTC`. */
const ZONED =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.(\d{1,12}))? ?(Z|UTC|GMT|[+-]\d\d:?\d\d)(?: [A-Z]{2,5})?$/i;

/** `20260105T003000Z`: iCalendar and ENEX. */
const COMPACT = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

/** `Mon Jan 05 2026 08:30:00 GMT+0800 (China Standard Time)`: JavaScript. */
const SCRIPTED = /^[a-z]{3} ([a-z]{3}) (\d\d) (\d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d\d)(\d\d)(?: \(|$)/i;

/** `20260105`, `202601050830`, `20260105083000`. */
const DIGITS =
  /^((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:([01]\d|2[0-3])([0-5]\d)(?:[0-5]\d)?)?$/;

/** `01/Jan/2026:08:00:00 +0800`: the Common Log Format. */
const LOGGED = /^(\d{1,2})\/([a-z]{3})\/(\d{4}):(\d\d:\d\d:\d\d) ([+-]\d\d)(\d\d)$/i;

/** `January 5, 2026 8:30 AM`, `Mon Jan 5 2026, 08:30`, `@January 5, 2026`. */
const MONTH_FIRST = /^(?:@|[a-z]{3,9},? )?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(.*)$/i;

/** `5 January 2026`, `5-Jan-2026 08:30`. */
const DAY_FIRST = /^(?:[a-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})(.*)$/i;

/** `1/15/2026`, `15.1.2026 08:30`: read only where no more than one of the two can be the month. */
const NUMBERS = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(.*)$/;

/** `8:30`, `8:30 PM`, `08:30:00`, after a comma or not. */
const CLOCK = /^[,\s]*(?:at )?(?:T)?(\d{1,2}):(\d\d)(?::\d\d)?(?:\.\d+)?\s?([ap])?\.?(?:m\.?)?$/i;

/** `2026年1月5日 上午8:30`, `2026/1/5 下午 3:00`. */
const HALF_DAY = /(上午|早上|凌晨|中午|下午|晚上|午前|午後|오전|오후)\s?(\d{1,2})(?=[:：点])/;

/** A moment that names its zone, in epoch milliseconds. */
export function zonedMoment(text: string): number | undefined {
  const [, day, clock, digits = '', zone = ''] = ZONED.exec(text) ?? [];
  if (day)
    return parsed(`${day}T${clock}${digits && `.${digits.padEnd(3, '0').slice(0, 3)}`}${isoZone(zone)}`);
  const [compact, ...parts] = COMPACT.exec(text) ?? [];
  const [year, month, date, hour, minute, second] = parts;
  if (compact) return parsed(`${year}-${month}-${date}T${hour}:${minute}:${second}Z`);
  const [scripted, inMonth = '', onDay, ofYear, atTime, ahead, more] = SCRIPTED.exec(text) ?? [];
  if (scripted) return parsed(`${ofYear}-${monthOf(inMonth)}-${onDay}T${atTime}${ahead}:${more}`);
  const [logged, at = '', name = '', inYear, time, hours, minutes] = LOGGED.exec(text) ?? [];
  return logged
    ? parsed(`${inYear}-${monthOf(name)}-${at.padStart(2, '0')}T${time}${hours}:${minutes}`)
    : undefined;
}

/** A date in digits alone, in the form that `findDate` reads; undefined where a number is no date. */
export function dateInDigits(text: string): string | undefined {
  const [all, year, month, day, hour, minute] = DIGITS.exec(text) ?? [];
  return all && `${year}-${month}-${day}${hour ? ` ${hour}:${minute}` : ''}`;
}

/** A printed date without a zone in the form that `findDate` reads: `2026-01-05 08:30`; the text itself if it is no other. */
export function plainDate(text: string): string {
  const half = (dateInDigits(text) ?? text).replace(HALF_DAY, (_all, name: string, hour: string) =>
    String(in24(Number(hour), isLate(name))),
  );
  const [, month = '', day = '', year = '', rest = ''] = MONTH_FIRST.exec(half) ?? [];
  if (year) return joined(year, monthOf(month), day, rest) ?? half;
  const [, date = '', name = '', inYear = '', more = ''] = DAY_FIRST.exec(half) ?? [];
  if (inYear) return joined(inYear, monthOf(name), date, more) ?? half;
  const [, one = '', two = '', last = '', clock = ''] = NUMBERS.exec(half) ?? [];
  if (!last) return half;
  // `1/5/2026` is January to some and May to others: nothing is guessed.
  if (Number(one) > 12) return joined(last, two, one, clock) ?? '';
  return Number(two) > 12 ? (joined(last, one, two, clock) ?? '') : '';
}

function joined(year: string, month: string, day: string, rest: string): string | undefined {
  if (!month) return undefined;
  const [all, hour, minute, half] = CLOCK.exec(rest) ?? [];
  if (!all) return rest.trim() ? undefined : `${year}-${month}-${day}`;
  const time = half ? in24(Number(hour), /p/i.test(half)) : Number(hour);
  return `${year}-${month}-${day} ${time}:${minute}`;
}

/** The number of a month by its English name, or nothing. */
function monthOf(name: string): string {
  const at = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return at < 0 ? '' : String(at + 1).padStart(2, '0');
}

function in24(hour: number, late: boolean): number {
  return late ? (hour % 12) + 12 : hour % 12;
}

/** Noon is late too: 中午12点 is 12:00. */
function isLate(name: string): boolean {
  return /中午|下午|晚上|午後|오후/.test(name);
}

function isoZone(zone: string): string {
  return /^[+-]/.test(zone) ? zone.replace(/^(.\d\d):?(\d\d)$/, '$1:$2') : 'Z';
}

function parsed(iso: string): number | undefined {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? undefined : time;
}
