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

/** Control characters that are no white space, and those that turn the direction of the text that follows. */
const HARMFUL = /[^\P{Cc}\s]|[\u202a-\u202e\u2066-\u2069]/gu;

/** The same where lines and tabs are wanted. */
const HARMFUL_IN_LINES = /[^\P{Cc}\n\t]/gu;

/** A string from a file as one line of plain text, at most `limit` long; undefined where nothing is left. */
export function lineOf(value: unknown, limit: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  // White space may shrink; four times the limit is enough to look at.
  const line = cut(value.toWellFormed(), limit * 4)
    .replace(HARMFUL, '')
    .replace(/\s+/g, ' ')
    .trim();
  return cut(line, limit).trim() || undefined;
}

/** The reader's own note: its lines and spaces stay; undefined where it is blank. */
export function noteOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const note = cut(value.toWellFormed(), LIMITS.note * 2)
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(HARMFUL_IN_LINES, '');
  return note.trim() ? cut(note, LIMITS.note) : undefined;
}

/** What stands at a place that could not be read, for the reader to recognise it. */
export function sampleOf(text: string): string {
  return lineOf(text, LIMITS.sample) ?? '';
}
