import * as v from 'valibot';
import type { Decoder, Read } from '../decoder';
import { VERSION } from '../encode/json';
import { FIELDS } from '../fields';
import { FileTrouble } from '../file-trouble';
import type { Raw } from '../read-of';
import { elementOf } from './json-items';
import { JsonScan, parsed } from './json-scan';

/** Only known fields; each is checked by `readOf`. */
const entry: v.GenericSchema<unknown, Raw> = v.object(
  // Cast: `fromEntries` forgets the keys.
  Object.fromEntries(FIELDS.map((field) => [field, v.optional(v.unknown())])) as Record<
    (typeof FIELDS)[number],
    v.OptionalSchema<v.UnknownSchema, undefined>
  >,
);

/** The first key identifies the format; if another program sorted the keys, the entries come first. */
const OURS =
  /^\s*\{\s*(?:"format"\s*:\s*"caixin-clipper"|"entries"\s*:\s*\[\s*\{\s*"(?:url|archivedAt|author)")/;

/** Our own backup (docs/file-format.md): unknown fields are ignored, an unknown version is refused. */
export const jsonIn: Decoder = {
  name: 'json',
  detect: (head) => OURS.test(head),
  decode,
};

function* decode(text: string): Generator<Read> {
  const scan = new JsonScan(text);
  const facts = new Map<string, unknown>();
  for (const key of scan.members()) {
    if (key !== 'entries') {
      facts.set(key, parsed(scan.value()));
      refuseNewer(facts);
      continue;
    }
    for (const value of scan.elements()) yield elementOf(value, entry, (raw) => raw);
    facts.set(key, true);
  }
  scan.end();
  const isWhole = facts.has('entries') && facts.get('format') === 'caixin-clipper' && facts.has('version');
  if (!isWhole) throw new FileTrouble('broken');
}

function refuseNewer(facts: Map<string, unknown>): void {
  const version = facts.get('version') ?? VERSION;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    throw new FileTrouble('broken', 1);
  if (version > VERSION) throw new FileTrouble('newer-version');
}
