// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CodecName, codecs } from '../../../utils/codecs';
import { csvRows } from '../../../utils/codecs/decode/csv-rows';
import { citeKey } from '../../../utils/codecs/encode/cite-key';
import { FileNames } from '../../../utils/codecs/encode/file-names';
import type { Entry } from '../../../utils/domain/entry';
import { aLibrary } from './entries';
import { ABOUT, bytesOf, found, propertiesOf, unzip, written } from './read-back';

const codec = (name: CodecName) => codecs.find((one) => one.name === name) ?? expect.fail(name);

const ENTRY: Entry = {
  url: 'https://tangya.blog.caixin.com/archives/288123',
  title: '美国为什么要救日元？',
  author: '唐涯',
  publishedAt: '2026-08-06T09:30+08:00',
  savedAt: Date.UTC(2026, 7, 7, 20),
  tags: ['经济', '日本 汇率', '2026'],
};
const write = (name: CodecName, changes: Partial<Entry> = {}) =>
  written(codec(name), [{ ...ENTRY, ...changes }]);

describe('every codec', () => {
  it.each(codecs.map((one) => [one.name, one] as const))(
    '%s asks for no more when its reader stops',
    async (_name, one) => {
      let asked = 0;
      let isClosed = false;
      async function* endless() {
        try {
          for (; asked < 1_000; asked++)
            yield [{ ...ENTRY, url: `https://a${asked}.blog.caixin.com/archives/1` }];
        } finally {
          isClosed = true;
        }
      }
      let pieces = 0;
      for await (const _piece of one.encode(endless(), ABOUT)) if (++pieces === 5) break;
      expect(asked).toBeLessThan(10);
      expect(isClosed).toBe(true);
    },
  );
});

describe('json', () => {
  it('one entry a line, fields in alphabetical order, whatever their order was', async () => {
    const turned = Object.fromEntries(Object.entries(ENTRY).reverse());
    // Cast: the same fields in another order.
    const [a, b] = [
      await written(codec('json'), [ENTRY, ENTRY]),
      await written(codec('json'), [turned as unknown as Entry, ENTRY]),
    ];
    expect(a).toBe(b);
    expect(a.split('\n')).toHaveLength(5);
    expect(a.split('\n')[0]).toBe(
      '{"format":"caixin-clipper","version":1,"exportedAt":"2026-08-08T04:00:00.000Z","exportedBy":"1.2.3","entries":[',
    );
    expect(Object.keys(JSON.parse(a).entries[0])).toEqual([
      'author',
      'publishedAt',
      'savedAt',
      'tags',
      'title',
      'url',
    ]);
  });

  it('a note keeps its spaces, a pretty-printed or sorted file reads the same', async () => {
    const text = await write('json', { note: '  two\n\n lines \n' });
    const file = JSON.parse(text);
    expect(found(text)[0]?.shelving.note).toBe('  two\n\n lines \n');
    expect(found(JSON.stringify(file, null, 2))).toEqual(found(text));
    const { entries, exportedAt, exportedBy, format, version } = file;
    expect(found(JSON.stringify({ entries, exportedAt, exportedBy, format, version }))).toEqual(found(text));
  });
});

describe('csv', () => {
  it('RFC 4180: a mark, CRLF, a header, quotes doubled', async () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      await bytesOf(codec('csv'), [{ ...ENTRY, title: 'a "b", c' }]),
    );
    const [head, row, rest] = text.split('\r\n');
    expect(head).toBe(
      '\ufeffurl,title,author,author_url,category,published_at,excerpt,image,saved_at,tags,queue,read_at,archived_at,note',
    );
    expect(row).toBe(
      `${ENTRY.url},"a ""b"", c",唐涯,,,2026-08-06T09:30+08:00,,,2026-08-07T20:00:00.000Z,经济;日本 汇率;2026,,,,`,
    );
    expect(rest).toBe('');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(1)', '＝1', '＋1', '－1', '＠x', "'=1", "''x", '\tx'])(
    '%j runs in no spreadsheet, and is itself again when read',
    async (note) => {
      const text = await write('csv', { note });
      expect(text.trimEnd().endsWith(`,'${note}`)).toBe(true);
      expect(found(text)[0]?.shelving.note).toBe(note);
    },
  );

  it('no cell of any library begins like a formula', async () => {
    await fc.assert(
      fc.asyncProperty(aLibrary, async (entries) => {
        const cells = [...csvRows(await written(codec('csv'), entries), ',')].flatMap((row) => row.cells);
        expect(cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('markdown', () => {
  it('nothing in a title or a note is markup, a link or HTML', async () => {
    const title =
      '<img src=x> [a](javascript:1) **b** `c` https://x.example www.x.example #d &lt; ![e](f) ~g~ $h$ ==i== %%j%%';
    const text = await write('markdown', {
      title,
      note: '# a\n- b\n1. c\n> d\n    e\n---\n***\n<script>',
      excerpt: '> x\n',
    });
    const lines = text.split('\n');
    expect(lines[2]).toBe(
      '## [\\<img src\\=x\\> \\[a\\]\\(javascript:1) \\*\\*b\\*\\* \\`c\\` https\\://x.example www\\.x.example \\#d \\&lt; \\!\\[e\\]\\(f) \\~g\\~ \\$h\\$ \\=\\=i\\=\\= \\%\\%j\\%\\%](https://tangya.blog.caixin.com/archives/288123)',
    );
    expect(text).toContain('\\# a\\\n\\- b\\\n1\\. c\\\n\\> d\\\ne\\\n\\---\\\n\\*\\*\\*\\\n\\<script\\>');
    expect(found(text)).toEqual([{ url: ENTRY.url, isCaixin: true, title, shelving: {} }]);
  });

  it('contains date, count, and what is known of each post', async () => {
    const text = await write('markdown', { excerpt: '摘要' });
    expect(text).toBe(
      '# 财新剪报 2026-08-08\n\n## [美国为什么要救日元？](https://tangya.blog.caixin.com/archives/288123)\n\n唐涯 · 2026-08-06 · 经济、日本 汇率、2026\n\n> 摘要\n\n---\n\n共 1 篇\n',
    );
  });
});

describe('obsidian', () => {
  it('one note a post: properties, tags that Obsidian takes, the others beside them', async () => {
    const files = unzip(
      await bytesOf(codec('obsidian'), [{ ...ENTRY, excerpt: 'a *b*', note: 'c', readAt: 1 }]),
    );
    expect([...files.keys()]).toEqual(['财新剪报/2026-08-06 美国为什么要救日元？.md']);
    const [note = ''] = files.values();
    expect(propertiesOf(note)).toMatchObject({
      tags: ['经济', '日本_汇率', '_2026'],
      original_tags: ENTRY.tags,
      status: 'read',
      title: ENTRY.title,
    });
    expect(note.slice(note.indexOf('\n---\n'))).toBe('\n---\n\n> a \\*b\\*\n\nc\n');
  });

  it('file names are good everywhere and never the same', () => {
    const names = new FileNames('.md');
    const titles = [
      'a/b:c*d?"<>|',
      'CON',
      'con.x',
      'nul',
      '...',
      '',
      ' x. ',
      'X',
      'x',
      'x (2)',
      'É',
      'E\u0301',
      '😀'.repeat(60),
      '财'.repeat(60),
      '财'.repeat(61),
      '\u202e[[a]]#^',
      '\ud800',
    ];
    const given = titles.map((title) => names.next(title));
    expect(given.slice(0, 10)).toEqual([
      'a b c d.md',
      '_CON.md',
      '_con.x.md',
      '_nul.md',
      '_.md',
      '_ (2).md',
      'x.md',
      'X (2).md',
      'x (3).md',
      'x (2) (2).md',
    ]);
    expect(new Set(given.map((name) => name.normalize('NFKC').toLowerCase())).size).toBe(titles.length);
    for (const name of given) {
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
      expect(name).toMatch(/^[^<>:"/\\|?*#^[\]\p{Cc}\p{Cf}]+(?<![. ])\.md$/u);
    }
  });

  it('ten thousand posts of one title get ten thousand names', () => {
    const names = new FileNames('.md');
    expect(new Set(Array.from({ length: 10_000 }, () => names.next('同名'))).size).toBe(10_000);
  });
});

describe('bookmarks', () => {
  it('what browsers read, and attributes of our own', async () => {
    const text = await write('bookmarks', { title: '<b>&"', queue: 'a0', note: '</DL><script>' });
    expect(text).toContain(
      '<DT><A HREF="https://tangya.blog.caixin.com/archives/288123" ADD_DATE="1786132800" TAGS="经济,日本 汇率,2026" TOREAD="1" DATA-SAVED-AT="1786132800000" DATA-QUEUE="a0">&lt;b&gt;&amp;&quot;</A>\n        <DD>&lt;/DL&gt;&lt;script&gt;\n',
    );
  });
});

describe('citations', () => {
  it('bibtex', async () => {
    expect(await write('bibtex', { title: '100% {x} \\ & $_^~', note: 'a\nb' })).toBe(
      '@online{tangya_blog_288123,\n  title = {{100\\% \\textbraceleft{}x\\textbraceright{} \\textbackslash{} \\& \\$\\_\\textasciicircum{}\\textasciitilde{}}},\n  author = {{唐涯}},\n  date = {2026-08-06},\n  year = {2026},\n  url = {https://tangya.blog.caixin.com/archives/288123},\n  urldate = {2026-08-08},\n  keywords = {经济, 日本 汇率, 2026},\n  note = {a\nb},\n}\n',
    );
  });

  it('ris', async () => {
    expect(await write('ris', { note: 'a\nER  - ' })).toBe(
      [
        'TY  - BLOG',
        'TI  - 美国为什么要救日元？',
        'AU  - 唐涯',
        'PY  - 2026',
        'DA  - 2026/08/06/',
        `UR  - ${ENTRY.url}`,
        'Y2  - 2026/08/08/',
        'KW  - 经济',
        'KW  - 日本 汇率',
        'KW  - 2026',
        'N1  - a',
        'ER\u00a0 - ',
        'ER  - ',
        '',
      ].join('\r\n'),
    );
  });

  it('the author of a reference in RIS is read, the family first', async () => {
    expect(found(await write('ris'))[0]?.author).toBe('唐涯');
    expect(found(`TY  - BLOG\nAU  - 王, 川\nAU  - Smith, John\nUR  - ${ENTRY.url}\nER  - `)[0]?.author).toBe(
      '王川、John Smith',
    );
  });

  it('csl', async () => {
    expect(JSON.parse(await write('csl'))).toEqual([
      {
        id: 'tangya_blog_288123',
        type: 'post-weblog',
        title: ENTRY.title,
        author: [{ literal: '唐涯' }],
        URL: ENTRY.url,
        issued: { 'date-parts': [[2026, 8, 6]] },
        accessed: { 'date-parts': [[2026, 8, 8]] },
        keyword: '经济, 日本 汇率, 2026',
      },
    ]);
  });

  it('different posts have different keys', () => {
    fc.assert(
      fc.property(aLibrary, (entries) => {
        const keys = entries.map(({ url }) => citeKey(url));
        expect(new Set(keys).size).toBe(keys.length);
        for (const key of keys) expect(key).toMatch(/^[\w-]+$/);
      }),
    );
  });
});

describe('opml', () => {
  it('one feed per blog, none for channels', async () => {
    const other = { ...ENTRY, url: 'https://economy.caixin.com/2020-12-16/101640221.html' };
    const text = await written(codec('opml'), [
      ENTRY,
      { ...ENTRY, url: 'https://tangya.blog.caixin.com/archives/2' },
      other,
      { ...ENTRY, url: 'https://saige.blog.caixin.com/archives/1', author: '<赛格> & "大道"' },
    ]);
    expect(text.match(/<outline.*/g)).toEqual([
      '<outline type="rss" text="唐涯" title="唐涯" xmlUrl="https://tangya.blog.caixin.com/feed" htmlUrl="https://tangya.blog.caixin.com"/>',
      '<outline type="rss" text="&lt;赛格&gt; &amp; &quot;大道&quot;" title="&lt;赛格&gt; &amp; &quot;大道&quot;" xmlUrl="https://saige.blog.caixin.com/feed" htmlUrl="https://saige.blog.caixin.com"/>',
    ]);
  });
});
