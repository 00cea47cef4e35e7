import { findDate, inChina } from '../domain/date';
import { dateInDigits, plainDate, zonedMoment } from './printed-moments';

/** China's offset, in milliseconds. */
const CHINA = 8 * 3_600_000;

/** The year 2100, in epoch milliseconds: later moments are errors. */
const LATEST = 4_102_444_800_000;

const KEPT = /^(\d{4}-\d\d-\d\d)(?:T(?:[01]\d|2[0-3]):[0-5]\d\+08:00)?$/;

/** From 1601 to 1970, in seconds: Chrome counts its microseconds from there, as Windows does. */
const SINCE_1601 = 11_644_473_600;

/** From 1970 to 2001, in seconds: Apple counts from there. What it counts since 2009 would be before 2001 for others. */
const SINCE_2001 = 978_307_200;
const IN_2009 = 252_460_800;

/** Days of a spreadsheet: 1954 to 2119, counted from the end of 1899. */
const DAYS = { from: 20_000, to: 80_000, before1970: 25_569 };

/** Epoch milliseconds as in our own files; undefined for anything else. */
export function exactTime(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < LATEST
    ? value
    : undefined;
}

/**
 * A moment as other programs write it, in epoch milliseconds: seconds, milliseconds or microseconds since 1970, 1601 or 2001
 * (told apart by size), the days of a spreadsheet, ISO 8601, or a printed date; one without a zone is China time.
 */
export function timeOf(value: unknown): number | undefined {
  if (typeof value === 'number') return exactTime(Math.floor(inMilliseconds(value)));
  const printed = textOf(value);
  const text = dateInDigits(printed) ?? printed;
  if (/^\d{1,17}(?:\.\d{1,15})?$/.test(text)) return exactTime(Math.floor(inMilliseconds(Number(text))));
  const zoned = zonedMoment(text);
  if (zoned !== undefined) return exactTime(zoned);
  const iso = publishedOf(text);
  return iso ? exactTime(Date.parse(iso.includes('T') ? iso : `${iso}T00:00+08:00`)) : undefined;
}

function inMilliseconds(time: number): number {
  // A spreadsheet has no zone: its days are China's.
  if (time > DAYS.from && time < DAYS.to)
    return Math.round((time - DAYS.before1970) * 86_400) * 1_000 - CHINA;
  if (time > IN_2009 && time < SINCE_2001) return (time + SINCE_2001) * 1_000;
  if (time < 1e11) return time * 1_000;
  if (time < 1e14) return time;
  return time < 1e16 ? time / 1_000 : time / 1_000 - SINCE_1601 * 1_000;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, 60).replace(/\s+/g, ' ') : '';
}

/** A date in the form of `Post.publishedAt`, from that form or any full date; undefined if it does not exist. */
export function publishedOf(value: unknown): string | undefined {
  const text = textOf(value);
  const day = KEPT.exec(text)?.[1];
  if (day) return isRealDay(day) ? text : undefined;
  const zoned = zonedMoment(text);
  if (zoned !== undefined) return exactTime(zoned) === undefined ? undefined : inChina(zoned);
  const plain = plainDate(text);
  // Ages ("3天前") and bare numbers mean nothing without the day they were written on; a year has four digits.
  if (!/^\D{0,12}\d{1,4}\D/.test(plain) || /[前刚]|(?<![.\d])\d{5}/.test(plain)) return undefined;
  const { date, rest = '' } = findDate(plain, new Date(0)) ?? {};
  // English words behind a date are no date of ours.
  if (/[a-z]{2}/i.test(rest)) return undefined;
  return date && 'iso' in date && isRealDay(date.iso.slice(0, 10)) ? date.iso : undefined;
}

/** A date of publication that may also be an epoch number, in the form of `Post.publishedAt`. */
export function publishedFrom(value: unknown): string | undefined {
  const isNumber = typeof value === 'number' || /^\d{9,17}$/.test(textOf(value));
  const time = isNumber ? timeOf(value) : undefined;
  return time === undefined ? publishedOf(value) : inChina(time);
}

function isRealDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00Z`);
  return time > 0 && time < LATEST && new Date(time).toISOString().startsWith(day);
}

/** The day of a moment in China, as `2020-12-16`, for formats without times. */
export function dayInChina(time: number): string {
  return inChina(time).slice(0, 10);
}
