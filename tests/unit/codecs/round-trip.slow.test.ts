// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Codec, codecs, textOf } from '../../../utils/codecs';
import type { Entry } from '../../../utils/domain/entry';
import { aLibrary } from './entries';
import { asEntries, bytesOf, found, outlines } from './read-back';

/** More with `RUNS=5000`. */
const RUNS = Number(process.env.RUNS ?? 150);

/** Days as in the formats without times: in China. */
const dayOf = (value: unknown) =>
  typeof value === 'number'
    ? new Date(value + 8 * 3_600_000).toISOString().slice(0, 10)
    : String(value).slice(0, 10);

function readBack(codec: Codec, bytes: Uint8Array): Partial<Entry>[] {
  return asEntries(found(textOf(bytes), `a.${codec.extension}`));
}

const kept = (codec: Codec, entries: Partial<Entry>[]) =>
  entries.map((entry) => [
    ...codec.keeps.map((field) => [field, entry[field]]),
    ...(codec.keepsDay ?? []).map((field) => [
      field,
      entry[field] === undefined ? undefined : dayOf(entry[field]),
    ]),
  ]);

describe('what is written is read again', () => {
  it.each(codecs.filter((codec) => codec.name !== 'opml').map((codec) => [codec.name, codec] as const))(
    '%s keeps what it promises',
    async (_name, codec) => {
      await fc.assert(
        fc.asyncProperty(aLibrary, async (entries) => {
          const bytes = await bytesOf(codec, entries);
          expect(kept(codec, readBack(codec, bytes))).toEqual(kept(codec, entries));
        }),
        { numRuns: RUNS },
      );
    },
  );

  it('opml keeps the blogs of the authors, each once', async () => {
    const opml = codecs.filter(({ name }) => name === 'opml');
    await fc.assert(
      fc.asyncProperty(aLibrary, async (entries) => {
        const blogs = new Map(
          [...entries]
            .reverse()
            .map(({ url, author }) => [new URL(url).origin, author ?? new URL(url).hostname.split('.')[0]]),
        );
        for (const codec of opml) {
          const feeds = outlines(textOf(await bytesOf(codec, entries)));
          const wanted = [...blogs].filter(([origin]) => /\.blog\.caixin\.com$/.test(origin));
          expect(feeds.map(({ htmlUrl, text }) => [htmlUrl, text]).sort()).toEqual(wanted.sort());
          expect(feeds.every(({ xmlUrl, htmlUrl }) => xmlUrl === `${htmlUrl}/feed`)).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('an empty library can be written in every format', async () => {
    for (const codec of codecs)
      expect((await bytesOf(codec, [])).length, codec.name).toBeGreaterThanOrEqual(0);
  });
});
