// @vitest-environment node
import { describe, expect, it } from 'vitest';
import {
  type DecoderName,
  decoderFor,
  decoders,
  FileTrouble,
  type FileTroubleKind,
  type Read,
  textOf,
} from '../../../utils/codecs';
import { faultsOf } from './check-read';

const HEAD = '{"format":"caixin-clipper","version":1,"exportedAt":"2026-08-08T00:00:00.000Z","entries":[\n';
const ONE =
  '{"savedAt":1,"tags":[],"title":"多看少动","url":"https://tangya.blog.caixin.com/archives/286092"}';
const URL = 'https://tangya.blog.caixin.com/archives/286092';
const NETSCAPE = '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, fileName = 'file') => [...decoderFor(text, fileName).decode(text)];
const urls = (reads: Read[]) => reads.map((one) => ('item' in one ? one.item.url : one.unreadable));

/** Five million characters with `FUZZ` set, otherwise one million: code that is not linear finishes neither. */
const LARGE = process.env.FUZZ ? 5_000_000 : 1_000_000;

/** The `FileTrouble` a file makes, and its line. */
function trouble(what: () => unknown): [FileTroubleKind, number?] | undefined {
  try {
    what();
  } catch (error) {
    if (!(error instanceof FileTrouble)) throw error;
    return error.line === undefined ? [error.kind] : [error.kind, error.line];
  }
  return undefined;
}

describe('bytes become text', () => {
  const title = '多看少动：财新';
  const utf16 = (isBig: boolean) => {
    const buffer = Buffer.from(`\ufeff${title}`, 'utf16le');
    return new Uint8Array(isBig ? buffer.swap16() : buffer);
  };

  it.each([
    ['UTF-8', bytes(title)],
    ['UTF-8 with a mark', bytes(`\ufeff${title}`)],
    ['UTF-16 LE', utf16(false)],
    ['UTF-16 BE', utf16(true)],
    [
      'GBK',
      Uint8Array.from([0xb6, 0xe0, 0xbf, 0xb4, 0xc9, 0xd9, 0xb6, 0xaf, 0xa3, 0xba, 0xb2, 0xc6, 0xd0, 0xc2]),
    ],
  ])('%s', (_name, file) => {
    expect(textOf(file)).toBe(title);
  });

  it.each<[string, Uint8Array, FileTroubleKind]>([
    [
      'a picture',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
      'encoding',
    ],
    ['UTF-16 without a mark', new Uint8Array(Buffer.from('abc', 'utf16le')), 'encoding'],
    ['bytes of no encoding', Uint8Array.from([0x41, 0xff, 0xff, 0x41]), 'encoding'],
    ['a NUL in text', bytes('https://a.example\0'), 'encoding'],
    ['half a character at the end', bytes(title).subarray(0, -1), 'truncated'],
    ['half a UTF-16 character at the end', utf16(false).subarray(0, -1), 'truncated'],
  ])('%s is refused', (_name, file, kind) => {
    expect(trouble(() => textOf(file))).toEqual([kind]);
  });

  it('more than 256 MB is refused before it is read', () => {
    expect(trouble(() => textOf(new Uint8Array(256 * 2 ** 20 + 1)))).toEqual(['too-large']);
  });
});

describe('a file that cannot be trusted is refused, with its line', () => {
  it.each<[string, string, [FileTroubleKind, number?]]>([
    ['nothing', '', ['empty']],
    ['white space', ' \r\n\t\u3000', ['empty']],
    ['prose', '没有地址的文字', ['unknown-format']],
    ['JSON of something else', '{"a":1}', ['unknown-format']],
    ['a backup cut inside an entry', `${HEAD}${ONE},\n${ONE.slice(0, 40)}`, ['truncated', 3]],
    ['a backup cut between entries', `${HEAD}${ONE},\n`, ['truncated', 3]],
    ['a backup cut after an entry', `${HEAD}${ONE}`, ['truncated', 2]],
    ['a backup without its last brace', `${HEAD}${ONE}\n]`, ['truncated', 3]],
    ['a backup with something after its end', `${HEAD}${ONE}\n]}\nx`, ['broken', 4]],
    ['a backup without a comma', `${HEAD}${ONE}\n${ONE}\n]}`, ['broken', 3]],
    ['a backup of a newer version', HEAD.replace('"version":1', '"version":2') + ']}', ['newer-version']],
    ['a backup of no version', HEAD.replace('"version":1', '"version":"x"') + ']}', ['broken', 1]],
    ['a backup without entries', '{"format":"caixin-clipper","version":1}', ['broken']],
    ['Omnivore cut', '[{"slug":"x","savedAt":"2024-01-01T00:00:00Z","url":"https://a', ['truncated', 1]],
    [
      'bookmarks cut inside a folder',
      `${NETSCAPE}<DL><p>\n<DL></DL><DT><A HREF="${URL}">x</A>\n`,
      ['truncated', 4],
    ],
    ['bookmarks cut inside a link', `${NETSCAPE}<DL><p>\n<DT><A HREF="${URL}">x`, ['truncated', 3]],
    ['CSV cut inside quotes', `url,title\n${URL},"x\ny\n`, ['truncated', 2]],
    ['RIS cut inside a reference', `TY  - BLOG\nUR  - ${URL}\n`, ['truncated', 1]],
    ['BibTeX cut inside a value', `@online{a,\n url = {${URL}`, ['truncated', 1]],
    ['BibTeX cut after a value', `@online{a,\n url = {${URL}},\n`, ['truncated', 1]],
  ])('%s', (_name, text, expected) => {
    expect(trouble(() => read(text))).toEqual(expected);
  });
});

describe('the contents of a file cannot do harm', () => {
  it('addresses other than web addresses are reported, not imported', () => {
    const bad = [
      'javascript:alert(1)',
      'JAVASCRIPT:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'vbscript:x',
      'about:blank',
      'http://',
      `https://a/${'x'.repeat(5_000)}`,
    ];
    const csv = `url,title\n${bad.map((url) => `"${url}",x`).join('\n')}\n`;
    expect(urls(read(csv))).toEqual(bad.map(() => 'bad-address'));
    const html = `${NETSCAPE}<DL>${bad.map((url) => `<DT><A HREF="${url}">x</A>\n`).join('')}</DL>`;
    expect(urls(read(html))).toEqual(bad.map(() => 'bad-address'));
  });

  it('keys that are names in the language are like any others', () => {
    const evil = `{"__proto__":{"polluted":true,"title":"x"},"constructor":{"prototype":{"polluted":true}},${ONE.slice(1)}`;
    const [first] = read(`${HEAD}${evil}\n]}`);
    expect(first).toEqual({
      line: 2,
      item: { url: URL, isCaixin: true, title: '多看少动', shelving: { savedAt: 1 } },
    });
    const csv = read(`__proto__,constructor,url,hasOwnProperty\nx,y,${URL},z\n`);
    expect(urls(csv)).toEqual([URL]);
    expect(
      urls(read(`${NETSCAPE}<DL><DT><A __proto__="x" constructor="y" HREF="${URL}">x</A></DL>`)),
    ).toEqual([URL]);
    expect({}).not.toHaveProperty('polluted');
  });

  it('fields of the wrong type are left out', () => {
    const wrong = {
      url: URL,
      title: 7,
      savedAt: '1',
      readAt: 1.5,
      archivedAt: 1e300,
      tags: ['a', 7, null, 'a', '#b，c'],
      image: 'http:',
      authorUrl: 'javascript:x',
      publishedAt: '2020-02-30',
      note: ['x'],
      queue: '\u0000',
      excerpt: {},
      extra: 1,
    };
    expect(read(`${HEAD}${JSON.stringify(wrong)}\n]}`)).toEqual([
      { line: 2, item: { url: URL, isCaixin: true, shelving: { tags: ['a', 'b', 'c'] } } },
    ]);
  });

  it('a place that is not an item is reported with its line, and the others are read', () => {
    const file = `${HEAD}${ONE},\n7,\n{"title":"no address"},\n{"url":"${URL}",bad},\n${ONE}\n]}`;
    expect(read(file).map((one) => [one.line, 'item' in one || one.unreadable])).toEqual([
      [2, true],
      [3, 'bad-shape'],
      [4, 'no-address'],
      [5, 'bad-shape'],
      [6, true],
    ]);
  });

  it('an address that comes twice is read twice: the caller decides', () => {
    expect(urls(read(`${URL}\n${URL}/?from=x`))).toEqual([URL, URL]);
  });

  it('a spreadsheet formula in a foreign table stays text', () => {
    const [one] = read(`url,title\n${URL},"=HYPERLINK(""http://x.example"")"\n`);
    expect(one).toMatchObject({ item: { title: '=HYPERLINK("http://x.example")' } });
  });
});

describe('size and depth have bounds', () => {
  const deep = 10_000;
  const long = 'x'.repeat(1_000_000);

  it.each<[string, string, [FileTroubleKind, number?] | undefined]>([
    ['arrays in an entry', `${HEAD}${'['.repeat(deep)}${']'.repeat(deep)}\n]}`, undefined],
    ['objects in an entry', `${HEAD}${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}\n]}`, undefined],
    [
      'arrays in an unknown field',
      `${HEAD.replace('"entries"', `"x":${'['.repeat(deep)}${']'.repeat(deep)},"entries"`)}${ONE}]}`,
      undefined,
    ],
    ['arrays never closed', `${HEAD}${'['.repeat(deep)}`, ['truncated', 2]],
    ['folders', `${NETSCAPE}${'<DL><p>'.repeat(deep)}${'</DL>'.repeat(deep)}`, ['broken', 2]],
    [
      'braces',
      `@online{a,\n title = {${'{'.repeat(deep)}${'}'.repeat(deep)}},\n url = {${URL}}\n}`,
      undefined,
    ],
  ])('%s nested ten thousand deep', (_name, text, expected) => {
    let reads: Read[] = [];
    expect(
      trouble(() => {
        reads = read(text);
      }),
    ).toEqual(expected);
    expect(reads.flatMap(faultsOf)).toEqual([]);
  });

  it.each([
    ['json', `${HEAD}${JSON.stringify({ url: URL, title: long, note: long, tags: [long] })}\n]}`],
    ['csv', `url,title,note,tags\n${URL},${long},"${long}",${long}\n`],
    ['html', `${NETSCAPE}<DL><DT><A HREF="${URL}" TAGS="${long}">${long}</A><DD>${long}</DL>`],
    [
      'bib',
      `@online{a,\n title = {${long}},\n note = {${long}},\n keywords = {${long}},\n url = {${URL}}\n}`,
    ],
    ['ris', `TY  - BLOG\nTI  - ${long}\nN1  - ${long}\nKW  - ${long}\nUR  - ${URL}\nER  - \n`],
    ['txt', `${URL}\n${long} ${URL} ${long}`],
  ])('a line of a million characters is cut to its limits: %s', (_name, text) => {
    const reads = read(text);
    expect(urls(reads)).toContain(URL);
    expect(reads.flatMap(faultsOf)).toEqual([]);
  });

  const MARKS = [
    '<',
    '"',
    '[',
    '{',
    ',',
    '(',
    '@a{',
    '\\',
    '\n',
    ' ',
    '<a ',
    '](',
    'http://',
    '<!--',
    '<DL>',
    '""',
    '"a',
    "'",
    '#',
  ];
  /** Where a decoder has begun to read an endless construct. */
  const OPEN: Partial<Record<DecoderName, string>> = {
    json: `${HEAD}{"a":"`,
    omnivore: '[{"slug":"',
    csl: '[{"type":"',
    bookmarks: `${NETSCAPE}<DL><DT><A HREF="`,
    pocket: 'title,url,time_added,tags,status\n"',
    csv: 'url,title\n"',
    bibtex: '@online{a,\n title = {',
    ris: 'TY  - BLOG\nN1  - ',
  };

  it.each(MARKS)(
    'millions of %j do not hang any decoder',
    (mark) => {
      const text = mark.repeat(LARGE / mark.length);
      for (const decoder of decoders) {
        const reads = [text, `${OPEN[decoder.name] ?? ''}${text}`].flatMap((file) => {
          let read: Read[] = [];
          trouble(() => {
            read = [...decoder.decode(file)];
          });
          return read.slice(0, 10);
        });
        expect(reads.flatMap(faultsOf)).toEqual([]);
      }
    },
    120_000,
  );

  it('a hundred megabytes are read to the end', () => {
    const line = `${URL} 多看少动\n`;
    const file = Buffer.alloc(100_000_000, bytes(line)).subarray(
      0,
      100_000_000 - (100_000_000 % bytes(line).length),
    );
    let count = 0;
    const text = textOf(file);
    for (const one of decoderFor(text, 'links.txt').decode(text)) count += 'item' in one ? 1 : 0;
    expect(count).toBe(file.length / bytes(line).length);
  }, 120_000);
});
