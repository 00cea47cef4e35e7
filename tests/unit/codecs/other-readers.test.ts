// @vitest-environment node
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { parse as csvOf } from 'csv-parse/sync';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { JSDOM } from 'jsdom';
import { Marked, type Tokens } from 'marked';
import { describe, expect, it } from 'vitest';
import { parse as yamlOf } from 'yaml';
import { type CodecName, codecs } from '../../../utils/codecs';
import { unguarded } from '../../../utils/codecs/formula';
import type { Entry } from '../../../utils/domain/entry';
import { aLibrary } from './entries';
import { bytesOf, unzip, written } from './read-back';

const codec = (name: CodecName) => codecs.find((one) => one.name === name) ?? expect.fail(name);

/** White space as other programs leave it: one blank. */
const flat = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

/** Our file of any library, read by a program of others: of each entry it makes what the entry says. */
async function readsTheSame(
  name: CodecName,
  read: (text: string) => object[],
  wanted: (entry: Entry) => object,
): Promise<void> {
  const same = fc.asyncProperty(aLibrary, async (entries) => {
    expect(read(await written(codec(name), entries))).toEqual(entries.map(wanted));
  });
  await fc.assert(same, { numRuns: Number(process.env.RUNS ?? 40) });
}

const cited = (text: string, forceType?: string): object[] =>
  new Cite(text, forceType ? { forceType } : {}).data.map(
    ({ URL, title, note, abstract, keyword, accessed }) => ({
      url: URL,
      title: flat(title),
      note: flat(note),
      abstract: flat(abstract),
      tags: flat(keyword)
        .split(/\s*,\s*/)
        .join(),
      accessed: accessed?.['date-parts']?.[0]?.join('-'),
    }),
  );

const asCited = ({ url, title, note, excerpt, tags, savedAt }: Entry) => {
  const day = new Date(savedAt + 8 * 3_600_000);
  return {
    url,
    title: flat(title),
    note: flat(note),
    abstract: flat(excerpt),
    tags: tags.map(flat).join(),
    accessed: [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()].join('-'),
  };
};

describe('what is written is read by other programs', () => {
  it('CSV, by csv-parse', async () => {
    const rows = (text: string): Record<string, string>[] => csvOf(text, { columns: true, bom: true });
    await readsTheSame(
      'csv',
      (text) =>
        rows(text).map(({ url, title = '', note = '', tags = '' }) => ({
          url,
          title: unguarded(title),
          note: unguarded(note),
          tags: unguarded(tags),
        })),
      ({ url, title, note = '', tags }) => ({ url, title, note, tags: tags.join(';') }),
    );
  });

  it('bookmarks, by a browser’s parser', async () => {
    await readsTheSame(
      'bookmarks',
      (text) =>
        [...new JSDOM(text).window.document.querySelectorAll('dt > a')].map((link) => ({
          url: link.getAttribute('href'),
          title: link.textContent,
          tags: link.getAttribute('tags') ?? '',
          note: flat(
            link.parentElement?.nextElementSibling?.matches('dd')
              ? (link.parentElement.nextElementSibling.textContent ?? '')
              : '',
          ),
        })),
      ({ url, title, tags, note }) => ({
        url,
        title: legal(title),
        tags: legal(tags.join(',')),
        note: flat(legal(note ?? '')),
      }),
    );
  });

  it.each([
    ['bibtex', '@biblatex/text'],
    ['ris', '@ris/file'],
  ] as const)('%s, by Citation.js', async (name, type) => {
    await readsTheSame(name, (text) => cited(text, type), asCited);
  });

  it('CSL-JSON, by Citation.js', async () => {
    await readsTheSame('csl', (text) => cited(text), asCited);
  });

  it('Obsidian’s properties, by yaml', async () => {
    const same = fc.asyncProperty(aLibrary, async (entries) => {
      const notes = [...unzip(await bytesOf(codec('obsidian'), entries)).values()];
      const read = notes.map((note) => yamlOf(note.slice(4, note.indexOf('\n---\n'))));
      expect(read.map(({ url, title, author, queue }) => [url, title, author, queue])).toEqual(
        entries.map(({ url, title, author, queue }) => [url, title, author, queue]),
      );
    });
    await fc.assert(same, { numRuns: 40 });
  });

  it('OPML, by an XML parser', async () => {
    const parser = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '',
      isArray: (name) => name === 'outline',
    });
    const same = fc.asyncProperty(aLibrary, async (entries) => {
      const text = await written(codec('opml'), entries);
      expect(XMLValidator.validate(text)).toBe(true);
      const outlines: { htmlUrl: string }[] = parser.parse(text).opml.body?.outline ?? [];
      const blogs = entries
        .map(({ url }) => new URL(url).origin)
        .filter((one) => one.endsWith('.blog.caixin.com'));
      expect(outlines.map(({ htmlUrl }) => htmlUrl)).toEqual([...new Set(blogs)]);
    });
    await fc.assert(same, { numRuns: 40 });
  });

  it('Markdown, by marked: a heading is one link with the title, and nothing else in the file is a link', async () => {
    const marked = new Marked({ gfm: true });
    const linksIn = (tokens: Tokens.Generic[] = []): Tokens.Generic[] =>
      tokens.flatMap((token) =>
        token.type === 'link' ? [token] : linksIn([...(token.tokens ?? []), ...(token.items ?? [])]),
      );
    const html = (tokens: Tokens.Generic[]) =>
      new JSDOM(marked.parser(tokens)).window.document.body.textContent ?? '';
    await readsTheSame(
      'markdown',
      (text) =>
        linksIn(marked.lexer(text)).map((link) => ({
          url: link.href,
          title: flat(html([{ type: 'paragraph', raw: link.raw, tokens: link.tokens ?? [] }])),
        })),
      ({ url, title }) => ({ url, title: flat(title) }),
    );
  });
});

describe('what is harmless in one program stays so in another', () => {
  const entry: Entry = {
    url: 'https://linxia.blog.caixin.com/archives/1',
    title: '题',
    savedAt: 1,
    tags: [],
  };

  it.each(['markdown', 'obsidian'] as const)('%s gives Dataview no field', async (name) => {
    const note = '进度:: 100\n[评分:: 5] (x::y) :::';
    const bytes = await bytesOf(codec(name), [{ ...entry, title: 'a:: b', note, excerpt: 'c:: d' }]);
    const text =
      name === 'obsidian'
        ? [...unzip(bytes).values()].join().replace(/^---\n.*?\n---\n/s, '')
        : new TextDecoder().decode(bytes);
    expect(text).not.toMatch(/::/);
    expect(text).toContain('进度:\\: 100');
  });

  it.each([' =1+1', '\u3000=1+1', '\u00a0+1', ' \t@SUM(1)'])('CSV keeps %j from running', async (note) => {
    const [row = ''] = (await written(codec('csv'), [{ ...entry, note }])).trimEnd().split('\r\n').slice(1);
    expect(row.endsWith(`,'${note}`) || row.endsWith(`,"'${note}"`)).toBe(true);
  });

  it('a note that looks like fields of RIS is a note to Citation.js too', async () => {
    const note = '一\nER  - \n  TY  - BLOG\na  - b\n\nKW - c';
    const text = await written(codec('ris'), [{ ...entry, note }]);
    expect(cited(text, '@ris/file')).toMatchObject([{ url: entry.url, note: flat(note) }]);
  });

  it('two hyphens are no dash, two apostrophes no quotation mark', async () => {
    const title = "a--b --- ''c'' ``d`` ?` -";
    expect(cited(await written(codec('bibtex'), [{ ...entry, title }]))).toMatchObject([{ title }]);
  });
});

/** What XML has no sign for is left out. */
function legal(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
