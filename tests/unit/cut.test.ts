import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileNames } from '../../utils/codecs/encode/file-names';
import { noteOf } from '../../utils/codecs/plain';
import { readOf } from '../../utils/codecs/read-of';
import { cut, withoutInvisible } from '../../utils/domain/plain-text';
import { cleanTag } from '../../utils/domain/tag';
import { cleanName } from '../../utils/storage/saved-views';
import { readSources } from '../house/source';

const FAMILY = '👨‍👩‍👧‍👦';
const SIGNS = ['😀', FAMILY, '🇨🇳', '👍🏽', '❤️', 'e\u0323\u0301', 'नि', '葛󠄀', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'];
const segmenter = new Intl.Segmenter();
const signsOf = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);
const sources = readSources();

const text = fc
  .array(fc.constantFrom('a', '社', ' ', ...SIGNS), { maxLength: 60 })
  .map((all) => all.join(''));

/** Whether a text begins with another, sign by sign. */
const begins = (whole: string, part: string) => {
  const all = signsOf(whole);
  return signsOf(part).every((sign, at) => sign === all[at]);
};

describe('a text that is cut', () => {
  it('is never longer than its limit and ends with a whole character', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 15, max: 60 }), (whole, limit) => {
        const part = cut(whole, limit);
        expect(part.length).toBeLessThanOrEqual(limit);
        expect(begins(whole, part)).toBe(true);
        expect(whole.length <= limit ? part : part.length).toBe(whole.length <= limit ? whole : part.length);
      }),
    );
  });

  it('of one endless character keeps its beginning, well formed', () => {
    expect(cut(`a${'\u0301'.repeat(500)}`, 40).length).toBe(40);
    expect(cut('👩‍'.repeat(50), 40).isWellFormed()).toBe(true);
    expect(cut(`${'👩‍'.repeat(50)}`, 41).endsWith('\u200d')).toBe(false);
  });

  it.each(SIGNS)('%s is whole or absent in tags, names of views, titles and notes', (sign) => {
    const of = (limit: number) => `${'a'.repeat(limit - 1)}${sign}b`;
    expect([cleanTag(of(40)), cleanName(of(40))]).toEqual(['a'.repeat(39), 'a'.repeat(39)]);
    const read = readOf(1, { url: 'https://a.blog.caixin.com/archives/1', title: of(500) }, '');
    expect(read).toMatchObject({ item: { title: 'a'.repeat(499) } });
    expect(noteOf(of(100_000))).toBe('a'.repeat(99_999));
  });

  it.each(SIGNS)('%s is whole in file names, which are limited in bytes', (sign) => {
    for (let before = 90; before < 107; before++) {
      const name = new FileNames('.md').next(`${'a'.repeat(before)}${sign}${sign}`).replace(/\.md$/, '');
      expect([0, 1, 2].map((n) => 'a'.repeat(before) + sign.normalize('NFC').repeat(n))).toContain(name);
    }
  });

  it('is cut only by `cut`', () => {
    const raw = /\.(?:trim\(\)|text|title|name|detail|excerpt|note)\.(?:slice|substring)\(0, (?:\d|[A-Z])/;
    expect(
      sources
        .filter(({ code }) => raw.test(code))
        .map(({ path }) => path)
        .sort(),
      'use `cut` (utils/domain/plain-text.ts) in these files: a slice may end within a character',
    ).toEqual([
      // Dates, and texts that are cut to their limit afterwards.
      'utils/codecs/decode/bibtex.ts',
      'utils/codecs/decode/json-items.ts',
      'utils/codecs/moments.ts',
    ]);
  });
});

it('invisible characters are removed, except those that hold an emoji together', () => {
  expect(withoutInvisible(`a\u200bb\u202ec\u200d${FAMILY}🏴󠁧󠁢󠁥󠁮󠁧󠁿`)).toBe(`abc${FAMILY}🏴󠁧󠁢󠁥󠁮󠁧󠁿`);
  expect(cleanTag(`${FAMILY} 家庭`)).toBe(`${FAMILY} 家庭`);
});
