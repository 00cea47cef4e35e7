// @vitest-environment happy-dom
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { countTags } from '../../utils/domain/counted-tags';
import type { Entry } from '../../utils/domain/entry';
import { lineage } from '../../utils/domain/tag-tree';
import { filterEntries } from '../../utils/search/filter-entries';
import { SearchIndex } from '../../utils/search/index/search-index';
import { decodeIndex, encodeIndex, type IndexFile } from '../../utils/search/index/serialize';
import { parseQuery } from '../../utils/search/parse-query';
import type { Query } from '../../utils/search/query';
import { joined } from '../../utils/search/query-parts';
import { tagCountsIn } from '../../utils/search/tags/tag-counts';
import { loadFold, loadPinyin } from '../../utils/search/text/chinese';
import { type Collation, PLAIN } from '../../utils/search/text/collation';
import { anEntry } from './a-library';
import { aQuery, entryAt, someEntry } from './a-query';

let collation: Collation = PLAIN;
beforeAll(async () => {
  collation = { fold: await loadFold(), pinyin: await loadPinyin() };
});

const url = (n: number) => `https://yanjiawei.blog.caixin.com/archives/${n}`;
const newestFirst = (a: Entry, b: Entry) => b.savedAt - a.savedAt || (a.url < b.url ? 1 : -1);
const urlsOf = (entries: Entry[]) => entries.map((entry) => entry.url);

/** A change of a library: an entry is put at one of its places, or removed from there. */
const change = fc.record({ at: fc.nat(9), entry: fc.option(someEntry, { freq: 4 }) });

function apply(index: SearchIndex, changes: { at: number; entry: Entry | null }[]): void {
  for (const { at, entry } of changes) {
    if (entry) index.put(entryAt(url(at), entry));
    else index.delete(url(at));
  }
}

/** Entries with a tag or one below it, archived or not. */
const of = (tag: string): Query =>
  joined('and', [
    { kind: 'tag', tag },
    { kind: 'is', state: 'all' },
  ]);

/** Every tag of these and all tags above them, folded. */
const pathsIn = (entries: Entry[]) =>
  new Set(entries.flatMap(({ tags }) => tags.flatMap((tag) => [...lineage(collation.fold(tag))])));

/** A search index that was written to a file and read from it again. */
async function reread(index: SearchIndex, damage = (_: IndexFile) => {}): Promise<SearchIndex> {
  const writing = encodeIndex(index, 'now');
  let next = writing.next();
  while (!next.done) next = writing.next();
  const file = structuredClone(next.value);
  damage(file);
  const block = async (index: number) => file.blocks[index] ?? new Uint8Array();
  return decodeIndex(file.header, index.fold, block);
}

describe('the search index', () => {
  it('finds what the plain model finds, in its order, after any changes', {
    timeout: 30_000,
  }, () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), aQuery, (changes, query) => {
        const index = new SearchIndex(collation.fold);
        const plain = new Map<string, Entry>();
        apply(index, changes);
        for (const { at, entry } of changes) {
          plain.delete(url(at));
          if (entry) plain.set(url(at), entryAt(url(at), entry));
        }
        const all = [...plain.values()].sort(newestFirst);
        const rows = index.find(query, collation);
        const expected = filterEntries(all, query, collation);
        expect([...index.urlsOf(rows)]).toEqual(urlsOf(expected));
        const tags = index.tagsOf(rows);
        const found = tags.top(100);
        for (const { tag, count } of found)
          expect(filterEntries(expected, of(tag), collation)).toHaveLength(count);
        expect(tags.size).toBe(found.length);
        expect(new Set(found.map(({ tag }) => collation.fold(tag)))).toEqual(pathsIn(expected));
        const plainTags = tagCountsIn(expected, collation.fold);
        for (const most of [0, 1, 3, 100]) expect(tags.top(most)).toEqual(plainTags.top(most));
        expect(tags.top(3, ['AI'])).toEqual(found.filter(({ tag }) => !/^(ai|ＡＩ)$/.test(tag)).slice(0, 3));
        expect([...index.tagLists()]).toEqual(all.map(({ tags }) => tags));
        const isDeep = (tag: string) => tag.includes('/');
        expect(new Set(index.urlsOf(index.tagged(isDeep)))).toEqual(
          new Set(urlsOf(all.filter(({ tags }) => tags.some(isDeep)))),
        );
        expect(new Map(index.tags().map(({ tag, count }) => [tag, count]))).toEqual(countTags(all));
        expect(index.counts()).toEqual({
          all: all.length,
          unread: all.filter((one) => one.readAt === undefined && one.archivedAt === undefined).length,
          archived: all.filter((one) => one.archivedAt !== undefined).length,
        });
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['sqzl', '社区治理'],
    ['shequ', '社区治理'],
    ['shehzhil', '社会治理'],
    ['shequzhili', '社区治理'],
    ["xi'an", '西安'],
    ['nvxing', '女性'],
    ['yinhang', '银行'],
    ['aizl', 'AI治理'],
  ])('%s finds %s', (typed, title) => {
    const index = new SearchIndex(collation.fold);
    index.put(anEntry(1, { title }));
    index.put(anEntry(2, { title: '别的', excerpt: title }));
    expect([...index.urlsOf(index.find(parseQuery(typed).query, collation))]).toEqual([anEntry(1).url]);
  });

  it.each([
    ['SQZL', '社区治理'],
    ['sqzx', '社区治理'],
    ['qz', '社区'],
    ['s', '社区'],
  ])('%s does not find %s', (typed, title) => {
    const index = new SearchIndex(collation.fold);
    index.put(anEntry(1, { title }));
    expect(index.find(parseQuery(typed).query, collation)).toHaveLength(0);
  });

  it('finds the same while words are typed character by character and entries change in between', () => {
    const titles = ['社区治理', '谁去治理', '重庆的石渠', "she'q 是什么", '社区 Shequ 2', '数据', '书'];
    const entries = fc.array(fc.record({ at: fc.nat(9), title: fc.constantFrom(...titles) }), {
      maxLength: 12,
    });
    const word = fc.constantFrom(
      'shequzhili',
      "she'qu",
      'sqzl',
      'cqdsq',
      'shui',
      '社sq',
      'is:all shequ',
      '-书 shj',
    );
    const typed = fc.array(fc.record({ entries, word, more: fc.constantFrom('', ' sh') }), { minLength: 1 });
    fc.assert(
      fc.property(typed, (all) => {
        const index = new SearchIndex(collation.fold);
        const plain = new Map<string, Entry>();
        for (const { entries, word, more } of all) {
          for (const { at, title } of entries) {
            const entry = { ...anEntry(at), url: url(at), title, ...(at === 3 && { archivedAt: 1 }) };
            index.put(entry);
            plain.set(entry.url, entry);
          }
          const saved = [...plain.values()].sort(newestFirst);
          for (let end = 1; end <= word.length; end++) {
            const { query } = parseQuery(`${word.slice(0, end)}${more}`);
            const found = index.urlsOf(index.find(query, collation));
            expect([...found]).toEqual(urlsOf(filterEntries(saved, query, collation)));
          }
        }
      }),
    );
  });

  it('simplified and traditional characters, wide and narrow ones, find each other', () => {
    const index = new SearchIndex(collation.fold);
    index.put(anEntry(1, { title: '經濟與ＧＤＰ', tags: ['臺灣'] }));
    index.put(anEntry(2, { title: '经济与gdp', tags: ['台湾'] }));
    for (const typed of ['经济', '經濟', 'ＧＤＰ', 'gdp', '#台湾', '#臺灣'])
      expect(index.find(parseQuery(typed).query, collation), typed).toHaveLength(2);
  });
});

describe('a search index in a file', () => {
  it('finds the same when it is read again, and can be changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 20 }),
        fc.array(change, { maxLength: 5 }),
        aQuery,
        async (before, after, query) => {
          const one = new SearchIndex(collation.fold);
          apply(one, before);
          const other = await reread(one);
          apply(one, after);
          apply(other, after);
          expect([...other.urlsOf(other.find(query, collation))]).toEqual([
            ...one.urlsOf(one.find(query, collation)),
          ]);
          expect(other.tags()).toEqual(one.tags());
          expect(other.counts()).toEqual(one.counts());
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is refused if any part of it is damaged', async () => {
    const index = new SearchIndex(collation.fold);
    for (let n = 0; n < 50; n++) index.put(anEntry(n, { title: `社区 ${n}` }));
    await expect(reread(index)).resolves.toHaveProperty('size', 50);
    const damages: ((file: IndexFile) => void)[] = [
      ({ header }) => (header.layout += ' '),
      ({ header }) => header.rows++,
      ({ blocks }) => blocks.pop(),
      ({ blocks: [block = new Uint8Array()] }) => block.set([(block[1000] ?? 0) ? 0 : 1], 1000),
      (file) => {
        file.blocks = file.blocks.map((block) => block.slice(0, -8));
      },
    ];
    for (const damage of damages) await expect(reread(index, damage)).rejects.toThrow(RangeError);
  });
});
