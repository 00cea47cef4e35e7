import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../utils/domain/entry';
import { SearchIndex } from '../../utils/search/index/search-index';
import { parseQuery } from '../../utils/search/parse-query';
import { printQuery } from '../../utils/search/print-query';
import { loadFold, loadPinyin } from '../../utils/search/text/chinese';
import { manyEntries } from '../site/many-entries';
import { anEntry } from './a-library';

// @vitest-environment node

const REAL = '../shared/caixin-posts.json';

/** Words cut from the entries' texts at any position, and words that occur nowhere. */
function wordsFrom(entries: Entry[], count: number): string[] {
  return Array.from({ length: count }, (_, n) => {
    const { title, excerpt = title, author = title } = entries[(n * 7919) % entries.length] ?? anEntry(1);
    const text = [title, excerpt, author][n % 3] ?? '';
    const at = (n * 31) % text.length;
    const word = text.slice(at, at + 1 + (n % 5)).trim();
    return n % 10 === 0 ? `${word}龘` : word;
  }).filter(Boolean);
}

/** For each word: the search index finds what a scan of all texts finds. */
async function compare(entries: Entry[], words: string[]): Promise<number> {
  const collation = { fold: await loadFold() };
  const index = new SearchIndex(collation.fold);
  for (const entry of entries) index.put(entry);
  const texts = entries.map(({ url, title, author = '', category = '', excerpt = '', note = '', tags }) => ({
    url,
    fields: [title, author, category, excerpt, note, ...tags].map(collation.fold),
  }));
  let found = 0;
  for (const word of words) {
    const asked = printQuery({
      kind: 'and',
      of: [
        { kind: 'text', text: word },
        { kind: 'is', state: 'all' },
      ],
    });
    const rows = index.find(parseQuery(asked).query, collation);
    const wanted = collation.fold(word);
    const expected = texts.filter(({ fields }) => fields.some((field) => field.includes(wanted)));
    expect([...index.urlsOf(rows)].sort(), word).toEqual(expected.map(({ url }) => url).sort());
    found += rows.length;
  }
  return found;
}

describe('recall and precision are 1', () => {
  it('among 100,000 invented posts', { timeout: 60_000 }, async () => {
    const entries = manyEntries(100_000);
    expect(await compare(entries, wordsFrom(entries, 60))).toBeGreaterThan(1000);
  });

  it.skipIf(!existsSync(REAL))('among real titles (skipped where they are not at hand)', async () => {
    // The file is a fixture of known shape.
    const { posts } = JSON.parse(readFileSync(REAL, 'utf8')) as {
      posts: { title: string | null; author: string | null }[];
    };
    const entries = posts.map(({ title, author }, n) =>
      anEntry(n, { title: title ?? '无题', author: author ?? '佚名' }),
    );
    expect(entries.length).toBeGreaterThan(50);
    expect(await compare(entries, wordsFrom(entries, 2000))).toBeGreaterThan(2000);
    const collation = { fold: await loadFold(), pinyin: await loadPinyin() };
    const index = new SearchIndex(collation.fold);
    for (const entry of entries) index.put(entry);
    const { pinyin } = await import('pinyin-pro');
    for (const { title, url } of entries) {
      const han = /\p{Script=Han}{2,7}/u.exec(title)?.[0];
      if (!han) continue;
      for (const pattern of ['first', 'pinyin'] as const) {
        const typed = pinyin(han, { toneType: 'none', pattern, type: 'array', v: true }).join('');
        expect(
          [...index.urlsOf(index.find(parseQuery(typed).query, collation))],
          `${typed} for ${han}`,
        ).toContain(url);
      }
    }
  });
});
