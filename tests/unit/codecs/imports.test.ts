// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codecs, decoderFor, decoders, textOf } from '../../../utils/codecs';
import { aLibrary } from './entries';
import { written } from './read-back';

const ROOM = 'tests/fixtures/imports';
const expected = JSON.parse(readFileSync(`${ROOM}/expected.json`, 'utf8'));
const files = readdirSync(ROOM, { withFileTypes: true })
  .filter((one) => one.isFile() && one.name !== 'expected.json')
  .map(({ name }) => name);
/** Those in folders too: `import-cases.test.ts` reads them. */
const all = readdirSync(ROOM, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\w+(?<!expected)\.\w+$/.test(name),
);

describe('files of other programs', () => {
  it('every file has an expected result', () => {
    expect(files.sort()).toEqual(Object.keys(expected).sort());
  });

  it.each(files)('%s', (name) => {
    const text = textOf(readFileSync(`${ROOM}/${name}`));
    const decoder = decoderFor(text, name);
    expect({ decoder: decoder.name, reads: [...decoder.decode(text)] }).toEqual(expected[name]);
  });

  it('every decoder but our own two has a file', () => {
    const names = new Set(all.map((name) => decoderFor(textOf(readFileSync(`${ROOM}/${name}`)), name)));
    expect(decoders.filter((decoder) => !names.has(decoder)).map(({ name }) => name)).toEqual([
      'json',
      'csv',
    ]);
  });

  it.each(files)('%s is recognised by its contents, whatever its name', (name) => {
    const text = textOf(readFileSync(`${ROOM}/${name}`));
    expect(decoderFor(text, '下载').name).toBe(expected[name].decoder);
  });

  it.each(files)('%s reads the same with Windows line ends and a byte order mark', (name) => {
    const text = `\ufeff${textOf(readFileSync(`${ROOM}/${name}`)).replaceAll('\n', '\r\n')}`;
    expect([...decoderFor(text, name).decode(text)]).toEqual(expected[name].reads);
  });

  it('what we write is known by its own decoder', async () => {
    const [library = []] = fc.sample(aLibrary, { numRuns: 1, seed: 3 });
    const names = {
      json: 'json',
      csv: 'csv',
      markdown: 'links',
      bookmarks: 'bookmarks',
      bibtex: 'bibtex',
      ris: 'ris',
      csl: 'csl',
    };
    for (const [codec, decoder] of Object.entries(names)) {
      const text = await written(codecs.find(({ name }) => name === codec) ?? expect.fail(codec), library);
      expect(decoderFor(text, 'x').name).toBe(decoder);
    }
  });

  it('reading can stop at any item', () => {
    const text = readFileSync(`${ROOM}/chrome.html`, 'utf8');
    for (const read of decoderFor(text, 'x').decode(`${text}<DL>`)) {
      expect(read.line).toBe(11);
      return;
    }
  });
});
