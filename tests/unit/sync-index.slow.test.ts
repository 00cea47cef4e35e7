import { describe, expect, it, vi } from 'vitest';
import { openFileStore } from '../../utils/db/backup/file-store';
import { openIndexStore } from '../../utils/library/index-store';
import { syncIndex } from '../../utils/library/sync-index';
import { filterEntries } from '../../utils/search/filter-entries';
import { parseQuery } from '../../utils/search/parse-query';
import { loadFold } from '../../utils/search/text/chinese';
import { manyEntries } from '../site/many-entries';
import { aPost, aRepository, urlOf } from './a-library';

const ENTRIES = manyEntries(1200, 50);
const INCOMING = ENTRIES.map(({ savedAt, tags, note, ...post }) => ({
  post,
  shelving: { savedAt, tags, ...(note && { note }) },
}));

async function aFilledLibrary() {
  const repository = aRepository();
  await repository.entries.import(INCOMING);
  return repository;
}

/** Opens the search index of a library, and returns whether all entries had to be read for it. */
async function opened({ name, entries }: Awaited<ReturnType<typeof aFilledLibrary>>, count?: number) {
  let read = false;
  const db = {
    ...entries,
    batches: (size?: number) => {
      read = true;
      return entries.batches(size);
    },
  };
  const { signal } = new AbortController();
  const indexStore = openIndexStore(openFileStore(name));
  const sources = { db, signal, indexStore, first: 2, onChange() {} };
  const seen: number[] = [];
  const follower = await syncIndex(sources, Promise.resolve(count ?? entries.count()), (progress) =>
    seen.push(progress?.done ?? 0),
  );
  return { ...follower, read, seen };
}

async function isRight(index: Awaited<ReturnType<typeof opened>>['index'], name: string) {
  const { entries } = aRepository(name);
  const collation = { fold: await loadFold() };
  const all = (await entries.all()).sort((a, b) => b.savedAt - a.savedAt || (a.url < b.url ? 1 : -1));
  for (const text of ['社区', 'is:all', 'note:*', '新的一篇', '#另一个']) {
    const { query } = parseQuery(text);
    const expected = filterEntries(all, query, collation).map(({ url }) => url);
    expect([...index.urlsOf(index.find(query, collation))], text).toEqual(expected);
  }
}

const isKept = (name: string) => openFileStore(name).file('catalogue');

describe('the search index between two openings', { timeout: 30_000 }, () => {
  it('is built once, stored, and updated with later changes', async () => {
    const repository = await aFilledLibrary();
    const { name, entries } = repository;
    const first = await opened(repository);
    expect(first.read).toBe(true);
    expect(first.seen.at(-1)).toBe(1200);
    await isRight(first.index, name);
    await vi.waitFor(async () => expect(await isKept(name)).toBeDefined(), 10_000);
    await entries.save([aPost(1, { title: '新的一篇' })]);
    await entries.shelve([ENTRIES[3]?.url ?? ''], { note: '社区' });
    const [old = ''] = ENTRIES.flatMap(({ tags }) => tags);
    await entries.retag(new Map([[old, ['另一个']]]));
    await entries.remove(ENTRIES.slice(10, 20).map(({ url }) => url));
    await entries.undo();
    const again = await opened(repository);
    expect(again.read).toBe(false);
    await isRight(again.index, name);
  });

  it('is rebuilt if its file is damaged, cut off, or not ours', async () => {
    const repository = await aFilledLibrary();
    const { name } = repository;
    await opened(repository);
    const file = await vi.waitFor(async () => {
      const found = await isKept(name);
      if (!found) throw new Error('not kept yet');
      return new Uint8Array(await found.arrayBuffer());
    }, 10_000);
    const damaged = file.slice();
    damaged[Math.floor(file.length / 2)] = (damaged[Math.floor(file.length / 2)] ?? 0) ^ 1;
    for (const bad of [damaged, file.slice(0, file.length / 2), new Uint8Array(3), file.slice(4)]) {
      await openFileStore(name).write('catalogue', bad);
      const { index, read } = await opened(repository);
      expect(read).toBe(true);
      await isRight(index, name);
    }
    await openFileStore(name).write('catalogue', file);
    expect((await opened(repository)).read).toBe(false);
    // Counted before anything was saved.
    expect((await opened(repository, ENTRIES.length - 1)).read).toBe(false);
  });

  it('follows additions and removals', async () => {
    const repository = await aFilledLibrary();
    const { index, update } = await opened(repository);
    await repository.entries.save([aPost(1, { title: '新的一篇' })]);
    const [entry] = await repository.entries.get([urlOf(1)]);
    update([{ url: urlOf(1), entry }]);
    await isRight(index, repository.name);
    await repository.entries.remove([urlOf(1)]);
    update([{ url: urlOf(1), entry: undefined }]);
    await isRight(index, repository.name);
  });
});
