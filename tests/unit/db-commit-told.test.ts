import { setImmediate } from 'node:timers/promises';
import { openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openJournal } from '../../utils/db/backup/journal';
import { connect } from '../../utils/db/connection';
import type { Committed } from '../../utils/db/entries';
import { MIGRATIONS } from '../../utils/db/migrations';
import { openDatabase } from '../../utils/db/open';
import { entriesOf } from '../../utils/db/repository';
import { inOneTransaction } from '../../utils/db/transaction';
import { aName, anEntry, aPost, aRepository, urlOf } from './a-library';

const NOW = 1_700_000_000_000;

afterEach(() => {
  vi.restoreAllMocks();
});

/** A repository and what it says after each commit. */
function aWatchedRepository(journal = openJournal(aName())) {
  const name = aName();
  const told: Committed[] = [];
  const afterCommit = async (change: Committed) => void told.push(change);
  const connection = connect((options) => openDatabase({ ...options, name }));
  const entries = entriesOf(connection, { announce() {}, afterCommit, now: () => NOW, journal });
  return { entries, told };
}

describe('after a commit', () => {
  it('how many entries it saved or changed is told, and the state it led to; after an undo only the first', async () => {
    const { entries, told } = aWatchedRepository();
    await entries.save([aPost(1), aPost(2), aPost(3)]);
    await entries.replaceAll([anEntry(1), anEntry(2), anEntry(4)]);
    await entries.remove([urlOf(2)]);
    await entries.undo();
    expect(told).toEqual([
      { entries: 3, stamp: `1.0.${NOW}` },
      { entries: 3, stamp: `2.0.${NOW}` },
      { entries: 0, stamp: `3.0.${NOW}` },
      { entries: 1 },
    ]);
    expect(told[3]).not.toHaveProperty('stamp');
  });

  it('nothing is told where nothing changed', async () => {
    const { entries, told } = aWatchedRepository();
    expect(await entries.shelve([urlOf(1)], { read: true })).toStrictEqual({});
    expect(told).toEqual([]);
  });

  it('an undo and a redo are written down under numbers of their own', async () => {
    const journal = openJournal(aName());
    const { entries } = aWatchedRepository(journal);
    await entries.save([aPost(1)]);
    await entries.undo();
    await entries.redo();
    await entries.save([aPost(2)]);
    // With space on the disk a change does not wait for its record.
    await vi.waitFor(async () =>
      expect([await journal.length(), await journal.lastNumber()]).toEqual([4, 4]),
    );
  });
});

it('a library that is made anew counts on from the last number', async () => {
  const name = aName();
  await openJournal(name).record(new Map([[urlOf(1), anEntry(1)]]), 7).written;
  expect((await aRepository(name).entries.save([aPost(2)])).step).toBe(8);
});

describe('a record that is not written', () => {
  it('is waited for no longer than three seconds', async () => {
    vi.spyOn(navigator.storage, 'estimate').mockResolvedValue({ usage: 5, quota: 5 });
    let time = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (time += 300));
    const real = openJournal(aName());
    const record: typeof real.record = (...asked) => ({
      ...real.record(...asked),
      written: new Promise(() => {}),
    });
    const { entries } = aWatchedRepository({ ...real, record });
    await entries.save([aPost(1)]);
    expect(time).toBeGreaterThanOrEqual(3000);
    expect(await entries.count()).toBe(1);
  });
});

describe('work that fails', () => {
  const failing = async (work: Parameters<typeof inOneTransaction>[2]) => {
    const db = await openDatabase({ name: aName() });
    await db.put('entries', anEntry(1));
    const failure = await inOneTransaction(db, 0, work).catch((error: unknown) => error);
    db.close();
    return failure;
  };

  it('gives its own cause, also where that is one of the browser', async () => {
    const odd = new DOMException('odd', 'DataError');
    expect(await failing(() => Promise.reject(odd))).toBe(odd);
  });

  it('gives its own cause also where all was kept before', async () => {
    const late = new DOMException('late', 'AbortError');
    const work = failing(async (unit) => {
      await unit.entries.transaction.done;
      throw late;
    });
    expect(await work).toBe(late);
  });

  it('is tried again only where the database was closed under it', async () => {
    const { connection } = aRepository();
    const odd = vi.fn(() => Promise.reject(new DOMException('odd', 'DataError')));
    await expect(connection(odd)).rejects.toMatchObject({ name: 'AppError', kind: 'broken' });
    expect(odd).toHaveBeenCalledOnce();
    const closed = vi.fn(() => Promise.reject(new DOMException('', 'InvalidStateError')));
    await expect(connection(closed)).rejects.toMatchObject({ name: 'AppError', kind: 'broken' });
    expect(closed).toHaveBeenCalledTimes(2);
  });
});

/** The failures that nobody handles while work goes on: the browser lists them as errors of the extension. */
async function unheardIn(work: () => Promise<unknown>): Promise<unknown[]> {
  const unheard: unknown[] = [];
  const hear = (reason: unknown) => unheard.push(reason);
  process.on('unhandledRejection', hear);
  await work().catch(() => {});
  await setImmediate();
  process.off('unhandledRejection', hear);
  return unheard;
}

describe('no failure goes unheard', () => {
  it('where a library is made', async () => {
    expect(await unheardIn(() => openDatabase({ name: aName() }))).toEqual([]);
  });

  it('where what it is filled with does not go in', async () => {
    const name = aName();
    await openJournal(name).record(new Map([[urlOf(1), anEntry(1)]]), 1).written;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row) {
      this.add(row);
      return this.add(row);
    });
    const opening = openDatabase({ name });
    expect(await unheardIn(() => expect(opening).rejects.toMatchObject({ kind: 'broken' }))).toEqual([]);
  });

  it('where one is deleted right before its upgrade', async () => {
    const name = aName();
    (await openDB(name, 1, { upgrade: (db, _from, _to, tx) => MIGRATIONS[0]?.(db, tx) })).close();
    const open = indexedDB.open.bind(indexedDB);
    const spy = vi.spyOn(indexedDB, 'open').mockImplementation((...asked) => {
      // The first finds that an upgrade is due, the second is for the snapshot before it.
      if (spy.mock.calls.length === 2) indexedDB.deleteDatabase(name);
      return open(...asked);
    });
    expect(await unheardIn(() => openDatabase({ name }))).toEqual([]);
  });

  it('where a change does not go in', async () => {
    const db = await openDatabase({ name: aName() });
    const change = inOneTransaction(db, 0, async (unit) => {
      unit.put(anEntry(1), undefined);
      unit.ignoreFailure(unit.entries.add(anEntry(1)));
      unit.put(anEntry(2), undefined);
    });
    const failing = () => expect(change).rejects.toMatchObject({ name: 'ConstraintError' });
    expect(await unheardIn(failing)).toEqual([]);
    db.close();
  });
});
