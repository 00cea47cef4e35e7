/** The year 2100, in epoch milliseconds: later moments are errors. */
export const FAR = 4_102_444_800_000;

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)\+08:00)?$/;

/** Whether this is a date as posts carry it: `2020-12-16T12:00+08:00` or `2020-12-16`, and a day that exists. */
export function isIsoDate(value: unknown): value is string {
  const [, year, month, day, hour = '0', minute = '0'] =
    ISO.exec(typeof value === 'string' ? value : '') ?? [];
  return isDay(Number(year), Number(month), Number(day)) && Number(hour) < 24 && Number(minute) < 60;
}

/** Whether the calendar has this day. */
export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
