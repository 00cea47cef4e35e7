import fc from 'fast-check';
import { LIMITS, lineOf, noteOf } from '../../../utils/codecs/plain';
import type { Entry } from '../../../utils/domain/entry';
import { uniqueTags } from '../../../utils/domain/tag';

/** Strings that have broken some program that writes or reads one of these formats. */
const HOSTILE = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '＝1',
  "'=1",
  "''",
  "'quoted'",
  '"',
  '""',
  '","',
  ';',
  '\\',
  '\\"',
  '\\\\',
  '{',
  '}',
  '{}',
  '{{',
  '\\textbraceleft{}',
  '<script>alert(1)</script>',
  '</A>',
  '</DL>',
  '<DD>',
  '&amp;',
  '&',
  '&#0;',
  ']]>',
  '<!--',
  '-->',
  '%',
  '$x$',
  '# 1',
  '#',
  '~',
  '^',
  '_',
  '|',
  '`',
  '*',
  '[x](javascript:1)',
  '](',
  '[',
  ']',
  '![',
  '---',
  '...',
  'ER  - ',
  'TY  - ',
  'KW  - x',
  ' AB  - y',
  '@online{a,',
  'url = {',
  'https://x.example/',
  'www.x.example',
  '__proto__',
  'constructor',
  'CON',
  'nul.txt',
  '..',
  '/',
  'null',
  'true',
  '123',
  '2020-12-16',
  '、',
  '，',
  '😀',
  '👩‍👩‍👧',
  'שלום',
  'مرحبا',
  'e\u0301',
  '\u3000',
  '财新',
  '“曲线”',
  ' and ',
  ', ',
  'a, b',
  '\u00a0',
  '%%',
  '==x==',
  ': ',
  '- x',
  '\u2028',
  '\ufeff',
  '\ufffd',
];

const text = fc
  .array(
    fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 8 }), fc.constant(' ')),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''));

/** Occasionally as long as allowed. */
const long = fc.oneof(
  { weight: 15, arbitrary: text },
  { weight: 1, arbitrary: text.map((one) => `x${one}`.repeat(3_000)) },
);

const line = (limit: number) => long.map((one) => lineOf(one, limit) ?? 'x');
const note = fc
  .array(long, { minLength: 1, maxLength: 4 })
  .map((lines) => noteOf(lines.join('\n').trim())?.trim() ?? 'x');
/** From the second day of 1970: in China the first begins before 0. */
const time = fc.integer({ min: 100_000_000, max: 4_102_300_000_000 });
const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/);
const id = fc.integer({ min: 1, max: 999_999 });
const url = fc.oneof(
  fc.tuple(label, id).map(([name, number]) => `https://${name}.blog.caixin.com/archives/${number}`),
  fc.tuple(label, id).map(([name, number]) => `https://${name}.blog.caixin.com/?p=${number}`),
  id.map((number) => `https://economy.caixin.com/2020-12-16/${number}.html`),
);
const secure = label.map((name) => `https://${name}.blog.caixin.com/a?b=%22&c='d'`.replaceAll("'", '%27'));
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const published = fc.oneof(
  day.map((iso) => iso.slice(0, 10)),
  day.map((iso) => `${iso.slice(0, 16)}+08:00`),
);

/** Any entry the library may hold, with every kind of text in it. */
const anEntry: fc.Arbitrary<Entry> = fc.record(
  {
    url,
    title: line(LIMITS.title),
    savedAt: time,
    tags: fc.array(fc.oneof(text, fc.constantFrom('经济', '2020', 'a b')), { maxLength: 5 }).map(uniqueTags),
    author: line(LIMITS.name),
    authorUrl: secure,
    category: line(LIMITS.name),
    publishedAt: published,
    excerpt: line(LIMITS.excerpt),
    image: secure,
    queue: fc.stringMatching(/^[A-Za-z][0-9A-Za-z]{1,12}$/),
    readAt: time,
    archivedAt: time,
    note,
  },
  { requiredKeys: ['url', 'title', 'savedAt', 'tags'] },
);

/** A library: each address once. */
export const aLibrary = fc.uniqueArray(anEntry, {
  selector: (entry) => entry.url,
  minLength: 1,
  maxLength: 12,
});

/** Entries in batches of two, as the database hands them out. */
export async function* inBatches(entries: Entry[]): AsyncGenerator<Entry[]> {
  for (let at = 0; at < entries.length; at += 2) yield entries.slice(at, at + 2);
}
