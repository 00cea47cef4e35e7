import type { Parsed } from './parse-query';

/** What is not understood only because its end is missing. */
const OPEN = new Set(['quote', 'open']);
const AT_END = new Set(['value', 'dangling', 'state', 'date']);

/** Whether the last term of a filter may still be typed: a field without a value, half a date, an open quotation. */
export function isUnfinished(text: string, { problems }: Parsed): boolean {
  const last = problems.at(-1);
  if (!last) return false;
  return OPEN.has(last.kind) || (AT_END.has(last.kind) && last.to === text.length);
}
