import { readdirSync, readFileSync } from 'node:fs';
import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openSnapshots } from '../../utils/db/backup/snapshots';
import { connect } from '../../utils/db/connection';
import { databaseError } from '../../utils/db/database-error';
import { MIGRATIONS } from '../../utils/db/migrations';
import { openDatabase } from '../../utils/db/open';
import { entriesOf } from '../../utils/db/repository';
import { STORES, VERSION } from '../../utils/db/schema';
import { aName, anEntry, aPost, aRepository, urlOf } from './a-library';

/** Rows by store, beside the number of the version. */
type Example = { version: number } & Record<string, object[]>;

const EXAMPLES = 'tests/fixtures/db';
const examples = readdirSync(EXAMPLES)
  .filter((file) => file.endsWith('.json'))
  .map((file): Example => JSON.parse(readFileSync(`${EXAMPLES}/${file}`, 'utf8')));

describe('migrations', () => {
  it('every version has a frozen example', () => {
    const versions = examples.map((example) => example.version).sort();
    expect(MIGRATIONS).toHaveLength(VERSION);
    expect(versions).toEqual(Array.from({ length: VERSION }, (_, index) => index + 1));
  });

  it.each(examples)('version $version opens with everything in it', async ({ version, ...stores }) => {
    const name = aName();
    const old = await openDB(name, version, {
      upgrade: (db, _from, _to, tx) => {
        for (const migrate of MIGRATIONS.slice(0, version)) migrate(db, tx);
      },
    });
    for (const [store, rows] of Object.entries(stores)) for (const row of rows) await old.put(store, row);
    old.close();
    const db = await openDatabase({ name });
    for (const [store, rows] of Object.entries(stores)) {
      const kept = await (db as unknown as IDBPDatabase).getAll(store);
      expect(new Set(kept.map((row) => JSON.stringify(row)))).toEqual(
        new Set(rows.map((row) => JSON.stringify(row))),
      );
    }
    expect([...db.objectStoreNames]).toEqual([...STORES].sort());
    expect([...db.transaction('entries').store.indexNames]).toEqual(['queue', 'savedAt', 'tag']);
  });
});

describe('a database that will not open', () => {
  it('written by a newer version: refused, untouched', async () => {
    const name = aName();
    const newer = await openDB(name, VERSION + 1, {
      upgrade: (db) => void db.createObjectStore('future'),
    });
    newer.close();
    await expect(openDatabase({ name })).rejects.toMatchObject({ kind: 'newer' });
    const still = await openDB(name);
    expect([...still.objectStoreNames]).toEqual(['future']);
    still.close();
  });

  it('an older version held open elsewhere: reported as blocked', async () => {
    const name = aName();
    const held = await openDB(name, VERSION, {
      upgrade: (db, _from, _to, tx) => {
        for (const migrate of MIGRATIONS) migrate(db, tx);
      },
    });
    const migrations = [...MIGRATIONS, () => {}];
    const opening = openDatabase({ name, patience: 1, migrations });
    await expect(opening).rejects.toMatchObject({ kind: 'blocked' });
    held.close();
  });
});

describe('an opening', () => {
  it('asks the browser once if the database exists', async () => {
    const name = aName();
    (await openDatabase({ name })).close();
    const [open, databases] = [vi.spyOn(indexedDB, 'open'), vi.spyOn(indexedDB, 'databases')];
    (await openDatabase({ name })).close();
    expect([...open.mock.calls, ...databases.mock.calls]).toEqual([[name, VERSION]]);
    vi.restoreAllMocks();
  });

  it('of two at once opens both if there is none', async () => {
    const name = aName();
    const both = await Promise.all([openDatabase({ name }), openDatabase({ name })]);
    for (const db of both) expect([...db.objectStoreNames]).toEqual([...STORES].sort());
    for (const db of both) db.close();
  });
});

describe('a database with a part missing is damaged', () => {
  it('of an older version is damaged too', async () => {
    const name = aName();
    const upgrade = (db: IDBPDatabase) => void db.createObjectStore('entries', { keyPath: 'url' });
    (await openDB(name, 2, { upgrade })).close();
    await expect(openDatabase({ name })).rejects.toMatchObject({ kind: 'damaged' });
  });

  /** A database of the current version with a different schema. */
  async function made(upgrade: (db: IDBPDatabase) => void): Promise<string> {
    const name = aName();
    (await openDB(name, VERSION, { upgrade })).close();
    return name;
  }

  it.each(STORES)('the store %s', async (missing) => {
    const name = await made((db) => {
      for (const store of STORES) {
        if (store === missing) continue;
        const made = db.createObjectStore(store);
        for (const index of ['queue', 'savedAt', 'tag', 'undone', 'removedAt'])
          made.createIndex(index, index);
      }
    });
    const close = vi.spyOn(IDBDatabase.prototype, 'close');
    onTestFinished(() => close.mockRestore());
    await expect(openDatabase({ name })).rejects.toMatchObject({ kind: 'damaged' });
    // It is closed: a repair need not wait for it.
    expect(close).toHaveBeenCalledOnce();
  });

  it.each(['queue', 'savedAt', 'tag'])('the index %s of the entries', async (missing) => {
    const name = await made((db) => {
      for (const store of STORES) {
        const made = db.createObjectStore(store);
        for (const index of ['queue', 'savedAt', 'tag'])
          if (index !== missing) made.createIndex(index, index);
      }
    });
    await expect(openDatabase({ name })).rejects.toMatchObject({ kind: 'damaged' });
  });
});

describe('before an upgrade', () => {
  const old = async (...rows: object[]) => {
    const name = aName();
    const db = await openDB(name, 1, { upgrade: (fresh, _from, _to, tx) => MIGRATIONS[0]?.(fresh, tx) });
    for (const row of rows) await db.put('entries', row);
    db.close();
    return name;
  };

  it('no snapshot is taken of an empty library', async () => {
    const name = await old();
    (await openDatabase({ name })).close();
    expect(await openSnapshots(undefined, name).list()).toEqual([]);
  });

  it('the snapshot is closed: the next opening need not wait', async () => {
    const name = await old(anEntry(1));
    (await openDatabase({ name })).close();
    await deleteDB(name, { blocked: () => expect.unreachable('still open') });
  });

  it('a snapshot that fails does not stop it', async () => {
    const name = await old(anEntry(1));
    vi.spyOn(navigator.storage, 'getDirectory').mockRejectedValue(new DOMException('', 'SecurityError'));
    onTestFinished(() => void vi.restoreAllMocks());
    const db = await openDatabase({ name });
    expect(await db.getAll('entries')).toEqual([anEntry(1)]);
    db.close();
  });

  it('a new library opens even without files', async () => {
    vi.spyOn(navigator.storage, 'getDirectory').mockRejectedValue(new DOMException('', 'SecurityError'));
    onTestFinished(() => void vi.restoreAllMocks());
    const { entries } = aRepository();
    expect((await entries.save([aPost(1)])).step).toBe(1);
    expect(await entries.count()).toBe(1);
  });
});

describe('a connection', () => {
  it('closes for a newer version and reports that at the next use', async () => {
    const { name, entries } = aRepository();
    await entries.save([aPost(1)]);
    const newer = await openDB(name, VERSION + 1);
    await expect(entries.all()).rejects.toMatchObject({ kind: 'newer' });
    newer.close();
  });

  it('opens again after it was closed while in use', async () => {
    const { entries, connection } = aRepository();
    await entries.save([aPost(1)]);
    await connection(async (db) => db.close());
    expect((await entries.all()).map((entry) => entry.url)).toEqual([urlOf(1)]);
  });

  it('tries to open again after a failure', async () => {
    const open = vi
      .fn(openDatabase)
      .mockRejectedValueOnce(databaseError(new DOMException('', 'QuotaExceededError')));
    const name = aName();
    const entries = entriesOf(
      connect((options) => open({ ...options, name })),
      { announce: () => {} },
    );
    await expect(entries.count()).rejects.toMatchObject({ kind: 'full' });
    expect(await entries.count()).toBe(0);
  });
});
