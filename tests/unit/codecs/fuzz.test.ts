// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codecs, decoderFor, decoders, FileTrouble, type Read, textOf } from '../../../utils/codecs';
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

type Decode = (text: string) => Iterable<Read>;

/** What a damaged file comes to: faults in what was read, or nothing wrong. Anything thrown but a FileTrouble is a fault. */
function faultsIn(text: () => string, decode: Decode): string[] {
  try {
    return [...decode(text())].flatMap(faultsOf);
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
        // One in eight is another format's.
        const from = random(8) ? own : good;
        const file = mutated(from[random(from.length)] ?? Buffer.alloc(0), random);
        // Half as a reader would open it; half as any text at all, for most damaged bytes are refused as no text.
        const text = random(2) ? () => textOf(file) : () => file.toString('utf8');
        const decode: Decode = (whole) => (random(4) ? decoder : decoderFor(whole, 'file')).decode(whole);
        const faults = faultsIn(text, decode);
        if (faults.length)
          expect.fail(`file ${count}: ${faults[0]}\n${file.toString('latin1').slice(0, 2_000)}`);
      }
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
      expect({}).not.toHaveProperty('polluted');
    },
    600_000,
  );
});
