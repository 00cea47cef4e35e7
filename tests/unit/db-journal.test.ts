import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openFileStore } from '../../utils/db/backup/file-store';
import { pack } from '../../utils/db/backup/gzip-lines';
import { openJournal } from '../../utils/db/backup/journal';
import { MIGRATIONS } from '../../utils/db/migrations';
import { anEntry, aPost, aRepository, aSafety, urlOf } from './a-library';

afterEach(() => {
  vi.restoreAllMocks();
});

/** The browser deletes the database, as Chromium does if it finds it damaged. */
async function throwAway({ name, connection }: ReturnType<typeof aRepository>): Promise<void> {
  await connection(async (db) => db.close());
  await deleteDB(name);
}

describe('a library whose database the browser deleted', () => {
  it('is complete at the next use, as it was after the last change', async () => {
    const repository = aRepository();
    const { entries } = repository;
    await entries.save([aPost(1), aPost(2), aPost(3)], { tags: ['治理'], queue: true });
    await entries.shelve([urlOf(1)], { note: '批注', read: true });
    await entries.remove([urlOf(3)]);
    await entries.undo();
    await entries.remove([urlOf(2)]);
    const before = await entries.all();
    await throwAway(repository);
    expect(await entries.all()).toEqual(before);
    const safety = aSafety(repository);
    await safety.look(undefined);
    expect(safety.restored.value).toBe(2);
    await safety.acknowledge();
    await safety.look(undefined);
    expect(safety.restored.value).toBe(0);
  });

  it('also if an older one is deleted in the middle of its upgrade', async () => {
    const repository = aRepository();
    await repository.entries.save([aPost(1)]);
    await throwAway(repository);
    const old = await openDB(repository.name, 1, {
      upgrade: (db, _from, _to, tx) => MIGRATIONS[0]?.(db, tx),
    });
    old.close();
    const open = indexedDB.open.bind(indexedDB);
    const spy = vi.spyOn(indexedDB, 'open').mockImplementation((...asked) => {
      // The first opening finds that an upgrade is due, the second is for the snapshot before it.
      if (spy.mock.calls.length === 2) indexedDB.deleteDatabase(repository.name);
      return open(...asked);
    });
    expect((await repository.entries.all()).map(({ url }) => url)).toEqual([urlOf(1)]);
  });

  it('also after a snapshot replaced the journal', async () => {
    const repository = aRepository();
    const { entries } = repository;
    const safety = aSafety(repository);
    for (let n = 1; n <= 4; n++) {
      await entries.save([aPost(n)], { tags: [`标签${n}`] });
      await safety.take('asked');
    }
    await entries.remove([urlOf(2)]);
    const before = await entries.all();
    await throwAway(repository);
    expect(await entries.all()).toEqual(before);
  });

  it('a damaged file of it loses only what was in that file', async () => {
    const repository = aRepository();
    const { entries, name } = repository;
    await entries.save([aPost(1)]);
    await entries.save([aPost(2)]);
    const files = openFileStore(name);
    await vi.waitFor(async () => {
      const sizes = await Promise.all((await files.names()).map((one) => files.size(one)));
      expect(sizes.map((size) => size > 0)).toEqual([true, true]);
    });
    const [first = ''] = await files.names();
    await files.write(first, new TextEncoder().encode('damaged'));
    await throwAway(repository);
    expect((await entries.all()).map(({ url }) => url)).toEqual([urlOf(2)]);
  });

  it('a change that failed is not in the journal', async () => {
    const repository = aRepository();
    const { entries } = repository;
    await entries.save([aPost(1)]);
    const stop = new AbortController();
    stop.abort();
    await entries.import([{ post: aPost(2), shelving: {} }], { signal: stop.signal }).catch(() => {});
    await throwAway(repository);
    expect((await entries.all()).map(({ url }) => url)).toEqual([urlOf(1)]);
  });

  it('the journal is repaired before it is restored', async () => {
    const repository = aRepository();
    const journal = openJournal(repository.name);
    const evil = { ...anEntry(1), url: 'https://evil.example/' };
    await journal.record(
      new Map([
        [evil.url, evil],
        [urlOf(2), anEntry(2, { title: '' })],
      ]),
      1,
    ).written;
    expect(await repository.entries.all()).toEqual([anEntry(2, { title: urlOf(2) })]);
  });
});

/** Sets every clock of this window. */
function setClock(at: number): void {
  vi.spyOn(Date, 'now').mockReturnValue(at);
  vi.spyOn(performance, 'now').mockReturnValue(at - performance.timeOrigin);
}

const NOW = 1_700_000_000_000;
const HOUR = 3_600_000;

describe('whatever the clock says', () => {
  it('changes are restored in the order they were made, in whatever window', async () => {
    const repository = aRepository();
    const { entries } = repository;
    const other = repository.again();
    setClock(NOW);
    await entries.save([aPost(1), aPost(2)], { tags: ['早'] });
    setClock(NOW - HOUR);
    await other.entries.shelve([urlOf(1)], { addTags: ['晚'], removeTags: ['早'] });
    setClock(NOW - 2 * HOUR);
    await entries.remove([urlOf(2)]);
    await entries.undo();
    await other.entries.remove([urlOf(2)]);
    const before = await entries.all();
    await other.connection(async (db) => db.close());
    await throwAway(repository);
    expect(await entries.all()).toEqual(before);
  });

  it('a snapshot dated a year ahead hides nothing that came after it', async () => {
    const repository = aRepository();
    const { entries } = repository;
    await entries.save([aPost(1)]);
    setClock(NOW + 365 * 24 * HOUR);
    const safety = aSafety(repository, Date.now);
    await safety.take('asked');
    setClock(NOW);
    await entries.save([aPost(2)]);
    await entries.shelve([urlOf(1)], { note: '批注' });
    const before = await entries.all();
    await throwAway(repository);
    expect(await entries.all()).toEqual(before);
  });

  it('records of older versions, which have no number, come before all others', async () => {
    const repository = aRepository();
    const { name, entries } = repository;
    const old = anEntry(1, { tags: ['早'] });
    await openFileStore(name).write('j-1700000000000000-0.gz', await pack([[{ url: old.url, entry: old }]]));
    expect(await entries.all()).toEqual([old]);
    await entries.shelve([old.url], { addTags: ['晚'] });
    await throwAway(repository);
    expect((await entries.all())[0]?.tags).toEqual(['早', '晚']);
  });
});

describe('a library that was restored', () => {
  it('continues its numbers: deleted once more it is complete again', async () => {
    const repository = aRepository();
    const { entries } = repository;
    const safety = aSafety(repository);
    for (let n = 1; n <= 3; n++) await entries.shelve([urlOf(1)], { note: `${n}` });
    await entries.save([aPost(1), aPost(2)]);
    await entries.shelve([urlOf(1)], { read: true });
    await safety.take('asked');
    await throwAway(repository);
    await entries.shelve([urlOf(1)], { read: false, addTags: ['后来'] });
    await entries.remove([urlOf(2)]);
    const before = await entries.all();
    await throwAway(repository);
    expect(await entries.all()).toEqual(before);
  });
});
