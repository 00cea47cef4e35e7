// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  codecs,
  type Decoder,
  decoderFor,
  decoders,
  FileTrouble,
  type Read,
  textOf,
} from '../../../utils/codecs';
import { faultsOf } from './check-read';
import { aLibrary } from './entries';
import { mutated, seeded } from './mutate';
import { bytesOf } from './read-back';

/** Damaged files per format; `FUZZ=10000` for the long run. */
const FILES = Number(process.env.FUZZ ?? 300);

const ROOM = 'tests/fixtures/imports';

/** Files as other programs write them. */
const FIXTURES = readdirSync(ROOM, { recursive: true, withFileTypes: true })
  .filter((one) => one.isFile() && one.name !== 'expected.json')
  .map((one) => `${one.parentPath}/${one.name}`)
  .sort();

/** Good files of every format that can be read. */
async function goodFiles(): Promise<Buffer[]> {
  const files = FIXTURES.map((name) => readFileSync(name));
  const [library = []] = fc.sample(aLibrary, { numRuns: 1, seed: 7 });
  const short = library.map((entry) => ({
    ...entry,
    title: entry.title.slice(0, 80).toWellFormed().trim(),
    ...(entry.note && { note: 'A note\nTY  - x' }),
    excerpt: 'x',
  }));
  for (const codec of codecs.filter(({ name }) => name !== 'obsidian' && name !== 'opml'))
    files.push(Buffer.from(await bytesOf(codec, short)));
  return files;
}

/** Pieces of JSON, HTML and TeX that a title must never be. */
const PIECES = /"(?:url|href|uri|title)"\s*:|<a\s[^>]*href|\bhref\s*=\s*"|\\url\{|^\s*[{[]\s*"/i;

/** Formats whose titles are found beside an address or by a key; in the others a title is what the file says it is. */
const FOUND = new Set(['links', 'page', 'data', 'xml', 'note']);

function syntaxIn(read: Read, format: string): string[] {
  const title = 'item' in read ? (read.item.title ?? '') : '';
  return FOUND.has(format) && PIECES.test(title) ? [`title ${title}`] : [];
}

/** What a damaged file leads to: faults in what was read, or none. Any exception but a FileTrouble is a fault. */
function faultsIn(text: () => string, decoderOf: (text: string) => Decoder): string[] {
  try {
    const whole = text();
    const { name, decode } = decoderOf(whole);
    return [...decode(whole)].flatMap((read) => [...faultsOf(read), ...syntaxIn(read, name)]);
  } catch (error) {
    return error instanceof FileTrouble
      ? []
      : [error instanceof Error ? (error.stack ?? error.message) : 'thrown'];
  }
}

describe('a damaged file is read as far as it makes sense, or refused', async () => {
  const good = await goodFiles();

  it.each([...new Map(decoders.map((decoder, index) => [`${decoder.name} (${index})`, decoder] as const))])(
    '%s',
    (_name, decoder) => {
      const own = good.filter((file) => decoderFor(textOf(file), 'file') === decoder);
      const random = seeded(decoder.name.length * 1_000 + decoders.indexOf(decoder));
      expect(own.length).toBeGreaterThan(0);
      for (let count = 0; count < FILES; count++) {
        // One in eight belongs to another format.
        const from = random(8) ? own : good;
        const file = mutated(from[random(from.length)] ?? Buffer.alloc(0), random);
        // Half as bytes, as a reader would open it; half as text, as most damaged bytes are refused as not being
        // text.
        const text = random(2) ? () => textOf(file) : () => file.toString('utf8');
        const faults = faultsIn(text, (whole) => (random(4) ? decoder : decoderFor(whole, 'file')));
        if (faults.length)
          expect.fail(`file ${count}: ${faults[0]}\n${file.toString('latin1').slice(0, 2_000)}`);
      }
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
      expect({}).not.toHaveProperty('polluted');
    },
    600_000,
  );
});
