import { deleteDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openFileStore } from '../../utils/db/backup/file-store';
import { openJournal } from '../../utils/db/backup/journal';
import { connect } from '../../utils/db/connection';
import type { Entries } from '../../utils/db/entries';
import { openDatabase } from '../../utils/db/open';
import { entriesOf } from '../../utils/db/repository';
import { checkLastSeen, rememberFirst } from '../../utils/library/recovery/last-seen';
import { aPost, aRepository, aSafety, urlOf } from './a-library';

beforeEach(() => fakeBrowser.reset());

const NOW = 1_700_000_000_000;

/** What a browser does when a reader deletes all data of the extension. */
async function clearSiteData(
  { name, connection, entries }: Pick<ReturnType<typeof aRepository>, 'name' | 'connection' | 'entries'>,
  records?: number,
): Promise<void> {
  const files = openFileStore(name);
  // The journal is written a moment after the change.
  const steps = records ?? Number((await entries.stamp()).split('.')[0]);
  await vi.waitFor(async () => expect(await files.names()).toHaveLength(steps));
  await connection(async (db) => db.close());
  await deleteDB(name);
  await files.remove(await files.names());
}

describe('a library whose data was cleared in the browser', () => {
  it('is missed by the next surface, with the number of entries, until it was reported', async () => {
    const repository = aRepository();
    await repository.entries.save([aPost(1), aPost(2)]);
    await aSafety(repository, () => NOW).look(undefined);
    await clearSiteData(repository);
    const safety = aSafety(repository, () => NOW + 1);
    await safety.look(undefined);
    expect(safety.missing.value).toMatchObject({ entries: 2, at: NOW });
    await safety.acknowledge();
    expect(safety.missing.value).toBeUndefined();
    await safety.look(undefined);
    expect(safety.missing.value).toBeUndefined();
  });

  it.each([1, 2, 5])(
    'is missed also if %i changes were made before any surface was opened',
    async (changes) => {
      const repository = aRepository(undefined, () => NOW);
      await repository.entries.save([aPost(1), aPost(2)]);
      await repository.entries.shelve([urlOf(1)], { read: true });
      await checkLastSeen(repository.entries, NOW);
      await clearSiteData(repository);
      const { entries } = aRepository(repository.name, () => NOW + 1000);
      for (let n = 1; n <= changes; n++) {
        await entries.save([aPost(10 + n)]);
        await checkLastSeen(entries, NOW);
      }
      expect(await checkLastSeen(entries, NOW)).toMatchObject({ entries: 2 });
    },
  );
});

describe('the first change of a library', () => {
  /** A repository that remembers its changes as the product does; `before` runs between the commit and that. */
  function watched({ name }: { name: string }, before = async () => {}) {
    const connection = connect((options) => openDatabase({ ...options, name }));
    const entries: Entries = entriesOf(connection, {
      announce() {},
      now: () => NOW,
      journal: openJournal(name),
      async afterCommit(change) {
        await before();
        await rememberFirst(change, NOW);
        await checkLastSeen(entries, NOW);
      },
    });
    return { name, connection, entries };
  }

  it('is missed if everything is cleared after its commit and before any surface was opened', async () => {
    const { name } = aRepository();
    const clear = () => clearSiteData({ ...aRepository(name), connection: first.connection }, 1);
    const first = watched({ name }, clear);
    await first.entries.save([aPost(1), aPost(2)]);
    expect(await checkLastSeen(aRepository(name).entries, NOW)).toEqual({
      entries: 2,
      at: NOW,
      stamp: `1.0.${NOW}`,
    });
  });

  it('is followed by others, undos and removals, none of which is taken for a new library', async () => {
    const { name, entries } = watched(aRepository());
    await entries.save([aPost(1)]);
    await entries.remove([urlOf(1)]);
    await entries.undo();
    await entries.redo();
    await entries.undo();
    expect(await checkLastSeen(aRepository(name).entries, NOW)).toBeUndefined();
    await entries.save([aPost(2)]);
    expect(await checkLastSeen(aRepository(name).entries, NOW)).toBeUndefined();
  });

  it('is reported as done only after it was remembered, also if that fails', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const told: string[] = [];
    const { entries } = watched(aRepository(), () => promise);
    const saved = entries.save([aPost(1)]).then(() => told.push('saved'));
    await vi.waitFor(async () => expect(await entries.count()).toBe(1));
    expect(told).toEqual([]);
    resolve();
    await saved;
    const { entries: unlucky } = watched(aRepository(), () => Promise.reject(new Error('full')));
    expect(await unlucky.save([aPost(1)])).toMatchObject({ added: [urlOf(1)] });
  });
});

describe('a library is not reported missing', () => {
  it('if it continues, through undo and redo and more steps than are kept', async () => {
    const { entries } = aRepository();
    await entries.save([aPost(1)]);
    expect(await checkLastSeen(entries, NOW)).toBeUndefined();
    await entries.undo();
    expect(await checkLastSeen(entries, NOW)).toBeUndefined();
    await entries.save([aPost(2)]);
    expect(await checkLastSeen(entries, NOW)).toBeUndefined();
    for (let n = 0; n < 310; n++) await entries.shelve([urlOf(2)], { read: n % 2 === 0 });
    expect(await checkLastSeen(entries, NOW)).toBeUndefined();
  });

  it('if the reader removed everything', async () => {
    const { entries } = aRepository();
    await entries.save([aPost(1)]);
    await checkLastSeen(entries, NOW);
    await entries.remove([urlOf(1)]);
    expect(await checkLastSeen(entries, NOW)).toBeUndefined();
  });

  it('if it was restored from its files', async () => {
    const repository = aRepository();
    await repository.entries.save([aPost(1)]);
    await aSafety(repository).look(undefined);
    await repository.connection(async (db) => db.close());
    await deleteDB(repository.name);
    const safety = aSafety(repository);
    await safety.look(undefined);
    expect([safety.restored.value, safety.missing.value]).toEqual([1, undefined]);
    await safety.acknowledge();
    await safety.look(undefined);
    expect(safety.missing.value).toBeUndefined();
  });

  it('if there never was one', async () => {
    const repository = aRepository();
    const safety = aSafety(repository);
    await safety.look(undefined);
    expect(safety.missing.value).toBeUndefined();
  });
});
