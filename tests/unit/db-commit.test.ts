import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openJournal } from '../../utils/db/backup/journal';
import { connect } from '../../utils/db/connection';
import { openDatabase } from '../../utils/db/open';
import { entriesOf } from '../../utils/db/repository';
import { inOneTransaction } from '../../utils/db/transaction';
import { AppError } from '../../utils/domain/errors';
import { aName, anEntry, aPost, urlOf } from './a-library';

async function aDatabase() {
  const db = await openDatabase({ name: aName() });
  onTestFinished(() => db.close());
  return db;
}

/** A repository whose next transaction fails when it is committed. */
function failingAtTheEnd() {
  const name = aName();
  const begun: IDBTransaction[] = [];
  const { transaction } = IDBDatabase.prototype;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...asked) {
    const made = transaction.apply(this, asked);
    begun.push(made);
    return made;
  });
  onTestFinished(() => void vi.restoreAllMocks());
  const real = openJournal(name);
  const announced: string[][] = [];
  const fault = { isDue: false };
  const entries = entriesOf(
    connect((options) => openDatabase({ ...options, name })),
    {
      announce: (urls) => announced.push(urls),
      journal: {
        ...real,
        record(after, number) {
          if (fault.isDue) begun.at(-1)?.abort();
          return real.record(after, number);
        },
      },
    },
  );
  return { entries, announced, fault, journal: real };
}

describe('a change is stored only if its transaction is', () => {
  it('a commit that fails is a failure, with its own cause', async () => {
    const db = await aDatabase();
    await db.put('entries', anEntry(1));
    const late = inOneTransaction(db, 0, async (unit) => {
      unit.ignoreFailure(unit.entries.put(anEntry(2)));
      unit.ignoreFailure(unit.entries.add(anEntry(1)));
      return 'done';
    });
    await expect(late).rejects.toMatchObject({ name: 'ConstraintError' });
    expect(await db.count('entries')).toBe(1);
  });

  it('work that fails because the transaction did gives the cause of that', async () => {
    const db = await aDatabase();
    await db.put('entries', anEntry(1));
    const failed = inOneTransaction(db, 0, async (unit) => {
      unit.ignoreFailure(unit.entries.add(anEntry(1)));
      await unit.entries.get(urlOf(2));
      await unit.entries.get(urlOf(3));
    });
    await expect(failed).rejects.toMatchObject({ name: 'ConstraintError' });
  });

  it('work that fails by itself gives its own cause, and nothing of it is stored', async () => {
    const db = await aDatabase();
    const failed = inOneTransaction(db, 0, async (unit) => {
      await unit.entries.put(anEntry(1));
      throw new RangeError('odd');
    });
    await expect(failed).rejects.toThrow(new RangeError('odd'));
    expect(await db.count('entries')).toBe(0);
  });

  it('work that fails after the transaction ended gives its own cause', async () => {
    const db = await aDatabase();
    const failed = inOneTransaction(db, 0, async (unit) => {
      unit.entries.transaction.abort();
      await unit.entries.transaction.done.catch(() => {});
      throw new RangeError('odd');
    });
    await expect(failed).rejects.toThrow(new RangeError('odd'));
  });

  it('an abort without a cause is a failure too', async () => {
    const db = await aDatabase();
    const ended = inOneTransaction(db, 0, async (unit) => unit.entries.transaction.abort());
    await expect(ended).rejects.toMatchObject({ name: 'AppError', kind: 'broken' });
  });

  it('returns the result of the work', async () => {
    const db = await aDatabase();
    expect(await inOneTransaction(db, 7, async (unit) => unit.now)).toBe(7);
  });

  it('the browser is asked to write to the disk before the commit is reported', async () => {
    const db = await aDatabase();
    const asked = vi.spyOn(IDBDatabase.prototype, 'transaction');
    onTestFinished(() => asked.mockRestore());
    await inOneTransaction(db, 0, async () => {});
    expect(asked.mock.calls.map(([, mode, options]) => [mode, options])).toEqual([
      ['readwrite', { durability: 'strict' }],
    ]);
  });

  it('what could not be committed is reported, not announced, and not in the journal', async () => {
    const { entries, announced, fault, journal } = failingAtTheEnd();
    await entries.save([aPost(1)]);
    await vi.waitFor(async () => expect(await journal.length()).toBe(1));
    fault.isDue = true;
    await expect(entries.save([aPost(2)])).rejects.toMatchObject({ name: 'AppError', kind: 'broken' });
    expect(await journal.length()).toBe(1);
    expect((await journal.restore()).map(({ url }) => url)).toEqual([urlOf(1)]);
    expect(announced).toEqual([[urlOf(1)]]);
    fault.isDue = false;
    await entries.save([aPost(2)]);
    expect(await entries.count()).toBe(2);
  });
});

describe('a change and its record in the journal', () => {
  /** A repository whose records are written when, and as, the test says. */
  function recordedBy(write: () => Promise<AppError | undefined>) {
    const name = aName();
    const real = openJournal(name);
    const announced: string[][] = [];
    const entries = entriesOf(
      connect((options) => openDatabase({ ...options, name })),
      {
        announce: (urls) => announced.push(urls),
        journal: {
          ...real,
          record: (after, number) => ({ ...real.record(after, number), written: write() }),
        },
      },
    );
    return { name, entries, announced };
  }

  /** The free space on the disk, in bytes. */
  function leaves(free: number): void {
    vi.spyOn(navigator.storage, 'estimate').mockResolvedValue({ usage: 5, quota: 5 + free });
    onTestFinished(() => void vi.restoreAllMocks());
  }

  it('nothing is changed if the disk has no space for the record', async () => {
    leaves(31_999_999);
    const { entries, announced } = recordedBy(async () => new AppError('full', 'no space'));
    await expect(entries.save([aPost(1)])).rejects.toMatchObject({ kind: 'full' });
    expect(await entries.all()).toEqual([]);
    expect(announced).toEqual([]);
  });

  it('everything is changed if records cannot be written at all', async () => {
    leaves(0);
    const { entries } = recordedBy(async () => new AppError('unavailable', 'no files'));
    await entries.save([aPost(1)]);
    expect((await entries.all()).map(({ url }) => url)).toEqual([urlOf(1)]);
  });

  it('nothing waits for the record while there is space', async () => {
    leaves(32_000_000);
    const { entries } = recordedBy(() => new Promise(() => {}));
    await entries.save([aPost(1)]);
    vi.spyOn(navigator.storage, 'estimate').mockRejectedValue(new Error('not here'));
    await entries.save([aPost(2)]);
    expect(await entries.count()).toBe(2);
  });

  it('the change is committed after the record was written, and not before', async () => {
    leaves(0);
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const { name, entries } = recordedBy(() => promise);
    const told: string[] = [];
    const saved = entries.save([aPost(1)]).then(() => told.push('saved'));
    const other = entriesOf(
      connect((options) => openDatabase({ ...options, name })),
      { announce() {} },
    );
    const seen = other.count().then((found) => told.push(`${found} found`));
    await vi.waitFor(async () => expect(await openJournal(name).length()).toBe(1));
    // Long enough for a commit that waits for nothing.
    for (let n = 0; n < 30; n++) await openJournal(`${name}-other`).restore();
    expect(told).toEqual([]);
    resolve(undefined);
    await Promise.all([saved, seen]);
    expect(told).toEqual(['saved', '1 found']);
  });
});
