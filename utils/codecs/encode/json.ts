import type { About, Codec } from '../codec';
import { FIELDS } from '../fields';
import { written } from './written';

/** The version of the format that is written, and the highest that is read (docs/file-format.md). */
export const VERSION = 1;

/**
 * The complete backup: one entry a line, its fields in alphabetical order, so that equal libraries give files that
 * differ only in their first line (docs/file-format.md).
 */
export const json: Codec = {
  name: 'json',
  extension: 'json',
  mime: 'application/json',
  keeps: FIELDS,
  encode: (batches, about) =>
    written(batches, {
      head: head(about),
      // A list as second argument gives the fields and their order.
      entry: (entry) => JSON.stringify(entry, [...FIELDS]),
      between: ',\n',
      tail: '\n]}\n',
    }),
};

function head({ exportedAt, version }: About): string {
  const facts = { format: 'caixin-clipper', version: VERSION, exportedAt, exportedBy: version };
  return `${JSON.stringify(facts).slice(0, -1)},"entries":[\n`;
}
