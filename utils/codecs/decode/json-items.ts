import * as v from 'valibot';
import type { Read } from '../decoder';
import { type Raw, readOf, unreadable } from '../read-of';
import { JsonScan, type JsonValue, parsed } from './json-scan';

/** A string; anything else counts as missing. */
export const text = v.fallback(v.optional(v.string()), undefined);

/** One element of a file, validated, or a place that could not be read. */
export function elementOf<T>(
  value: JsonValue,
  shape: v.GenericSchema<unknown, T>,
  raw: (item: T) => Raw,
): Read {
  const { success, output } = v.safeParse(shape, parsed(value));
  return success
    ? readOf(value.line, raw(output), value.text)
    : unreadable(value.line, 'bad-shape', value.text.slice(0, 1_000));
}

/** The items of a file that is one JSON array. */
export function* arrayItems<T>(
  text: string,
  shape: v.GenericSchema<unknown, T>,
  raw: (item: T) => Raw,
): Generator<Read> {
  const scan = new JsonScan(text);
  for (const value of scan.elements()) yield elementOf(value, shape, raw);
  scan.end();
}
