import { cut } from '../domain/plain-text';

/** Longest texts taken from a file, in UTF-16 units. */
export const LIMITS = {
  title: 500,
  name: 100,
  excerpt: 5_000,
  note: 100_000,
  address: 4_096,
  rank: 200,
  tags: 500,
  sample: 200,
} as const;

/** Control characters other than white space, and those that change the direction of text. */
const HARMFUL = /[^\P{Cc}\s]|[\u202a-\u202e\u2066-\u2069]/gu;

/** The same, but keeping line breaks and tabs. */
const HARMFUL_IN_LINES = /[^\P{Cc}\n\t]/gu;

/** A string from a file as one line of plain text, at most `limit` long; undefined where nothing is left. */
export function lineOf(value: unknown, limit: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  // White space is collapsed later, so four times the limit is examined.
  const line = cut(value.toWellFormed(), limit * 4)
    .replace(HARMFUL, '')
    .replace(/\s+/g, ' ')
    .trim();
  return cut(line, limit).trim() || undefined;
}

/** The reader's note with its line breaks and spaces; undefined if it is blank. */
export function noteOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const note = cut(value.toWellFormed(), LIMITS.note * 2)
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(HARMFUL_IN_LINES, '');
  return note.trim() ? cut(note, LIMITS.note) : undefined;
}

/** The text at a place that could not be read, so that the reader can recognise it. */
export function sampleOf(text: string): string {
  return lineOf(text, LIMITS.sample) ?? '';
}
