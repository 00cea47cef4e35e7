import { publishedFrom, timeOf } from '../moments';
import { isObject, textIn } from './texts';

/** Under which keys objects keep a date: CSL's own words, MongoDB's, Firestore's. */
const DATES = ['raw', 'literal', '$date', 'date', 'start', 'iso', '_seconds', 'seconds', '#text', 'text'];

/** A date as a text or a number, out of the object that holds it (`{ "date-parts": [[2026, 1, 5]] }`). */
function bare(held: unknown): unknown {
  // CSL-YAML has a list of one or two days.
  const value: unknown = Array.isArray(held) ? held[0] : held;
  if (!isObject(value)) return value;
  if ('year' in value && 'month' in value && 'day' in value)
    return [value.year, value.month, value.day].map((part) => String(part).padStart(2, '0')).join('-');
  const [parts]: unknown[] = Array.isArray(value['date-parts']) ? value['date-parts'] : [];
  if (Array.isArray(parts) && parts.length === 3)
    return parts.map((part) => String(part).padStart(2, '0')).join('-');
  const key = DATES.find((name) => Object.hasOwn(value, name));
  return key === undefined ? textIn(value) : value[key];
}

/** A moment in whatever holds it, in epoch milliseconds. */
export function momentIn(value: unknown): number | undefined {
  return timeOf(bare(value));
}

/** A date of publication in whatever holds it. */
export function publishedIn(value: unknown): string | undefined {
  return publishedFrom(bare(value));
}
