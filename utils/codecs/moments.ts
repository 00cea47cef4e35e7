import { findDate, inChina } from '../domain/date';

/** The year 2100, in epoch milliseconds: later moments are errors. */
const LATEST = 4_102_444_800_000;

const KEPT = /^(\d{4}-\d\d-\d\d)(?:T(?:[01]\d|2[0-3]):[0-5]\d\+08:00)?$/;
const ZONED = /^\d{4}-\d\d-\d\dT[\d:.]{4,18}(?:Z|[+-]\d\d:?\d\d)$/;

/** Epoch milliseconds as in our own files; undefined for anything else. */
export function exactTime(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < LATEST
    ? value
    : undefined;
}

/**
 * A moment as other programs write it, in epoch milliseconds: seconds, milliseconds or microseconds since 1970 (told
 * apart by size), ISO 8601, or a printed date; one without a zone is China time.
 */
export function timeOf(value: unknown): number | undefined {
  if (typeof value === 'number') return exactTime(inMilliseconds(value));
  const text = typeof value === 'string' ? value.trim().slice(0, 60) : '';
  if (/^\d{1,17}$/.test(text)) return exactTime(inMilliseconds(Number(text)));
  if (ZONED.test(text)) return exactTime(Date.parse(text));
  const iso = publishedOf(text);
  return iso ? exactTime(Date.parse(iso.includes('T') ? iso : `${iso}T00:00+08:00`)) : undefined;
}

function inMilliseconds(time: number): number {
  if (time < 1e11) return time * 1000;
  return time < 1e14 ? time : Math.floor(time / 1000);
}

/** A date in the form of `Post.publishedAt`, from that form or any full date; undefined if it does not exist. */
export function publishedOf(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim().slice(0, 60) : '';
  const day = KEPT.exec(text)?.[1];
  if (day) return isRealDay(day) ? text : undefined;
  // Ages ("3天前") and bare numbers mean nothing without the day they were written on; a year has four digits.
  if (!/^\D{0,12}\d{1,4}\D/.test(text) || /[前刚]|(?<![.\d])\d{5}/.test(text)) return undefined;
  const date = findDate(text, new Date(0))?.date;
  return date && 'iso' in date && isRealDay(date.iso.slice(0, 10)) ? date.iso : undefined;
}

function isRealDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00Z`);
  return time > 0 && time < LATEST && new Date(time).toISOString().startsWith(day);
}

/** The day of a moment in China, as `2020-12-16`, for formats without times. */
export function dayInChina(time: number): string {
  return inChina(time).slice(0, 10);
}
