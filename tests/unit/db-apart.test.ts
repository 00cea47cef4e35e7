import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openFileStore } from '../../utils/db/backup/file-store';
import { openJournal } from '../../utils/db/backup/journal';
import { openSnapshots, type Snapshot, surplus } from '../../utils/db/backup/snapshots';
import { aName, anEntry, urlOf } from './a-library';

const urls = (entries: { url: string }[]) => entries.map(({ url }) => url);
const saved = (...numbers: number[]) => new Map(numbers.map((n) => [urlOf(n), anEntry(n)]));

describe('the newest snapshot and what changed since', () => {
  it('what was recorded after the snapshot counts, and what was recorded before is in it', async () => {
    const name = aName();
    const journal = openJournal(name);
    await journal.record(saved(2), 4).written;
    await journal.record(saved(3), 5).written;
    await openSnapshots(undefined, name).take('asked', [[anEntry(1)]], '4.0.0');
    expect(urls(await journal.restore())).toEqual([urlOf(1), urlOf(3)]);
  });

  it('later changes override earlier ones, and what was removed is gone', async () => {
    const journal = openJournal(aName());
    await journal.record(saved(1, 2), 1).written;
    await journal.record(new Map([[urlOf(1), anEntry(1, { tags: ['治理'] })]]), 2).written;
    await journal.record(new Map([[urlOf(2), undefined]]), 3).written;
    expect(await journal.restore()).toEqual([anEntry(1, { tags: ['治理'] })]);
  });

  it('changes within one moment are applied in the order they were made', async () => {
    const journal = openJournal(aName());
    vi.spyOn(performance, 'now').mockReturnValue(5);
    onTestFinished(() => void vi.restoreAllMocks());
    const records = Array.from({ length: 12 }, (_, n) =>
      journal.record(new Map([[urlOf(1), anEntry(1, { tags: [`标签${n}`] })]]), n + 1),
    );
    await Promise.all(records.map(({ written }) => written));
    expect(await journal.length()).toBe(12);
    expect((await journal.restore())[0]?.tags).toEqual(['标签11']);
  });

  it('what is still being written is waited for', async () => {
    const name = aName();
    openJournal(name).record(saved(1), 1);
    expect(urls(await openJournal(name).restore())).toEqual([urlOf(1)]);
  });

  it('a snapshot that cannot be read gives way to the one before', async () => {
    const name = aName();
    const snapshots = openSnapshots(undefined, name);
    await snapshots.take('asked', [[anEntry(1)]], '1.0.0');
    await snapshots.take('asked', [[anEntry(2)]], '2.0.0');
    const files = openFileStore(name);
    const [, newest = ''] = await files.names();
    await files.write(newest, new TextEncoder().encode('damaged'));
    expect(urls(await openJournal(name).restore())).toEqual([urlOf(1)]);
  });

  it('without files the library is empty', async () => {
    expect(await openJournal(aName()).restore()).toEqual([]);
  });
});

describe('the journal', () => {
  it('counts records only, and is deleted once it is in a snapshot', async () => {
    const name = aName();
    const journal = openJournal(name);
    await journal.remember(3);
    await journal.record(saved(1), 1).written;
    expect(await journal.length()).toBe(1);
    await journal.forget({ at: 0, stamp: '0.0.0' });
    expect(await journal.length()).toBe(1);
    await journal.forget({ at: 0, stamp: '1.0.0' });
    expect(await journal.length()).toBe(0);
    expect(await journal.restored()).toBe(3);
  });

  it('contains the changed entries, and a record is deleted if it is dropped', async () => {
    const journal = openJournal(aName());
    const record = journal.record(saved(1, 2), 1);
    expect(record.urls).toEqual([urlOf(1), urlOf(2)]);
    await record.drop();
    expect(await journal.length()).toBe(0);
    expect(await journal.restore()).toEqual([]);
  });

  it('a failure to write it does no harm', async () => {
    const journal = openJournal(aName());
    const folder = vi.spyOn(navigator.storage, 'getDirectory').mockRejectedValue(new Error('no room'));
    const record = journal.record(saved(1), 1);
    await record.written;
    await record.drop();
    folder.mockRestore();
    expect(await journal.length()).toBe(0);
  });

  it('remembers how many entries were restored, the highest number, until it was reported', async () => {
    const name = aName();
    const journal = openJournal(name);
    expect(await journal.restored()).toBe(0);
    await journal.remember(2);
    await journal.remember(12);
    await openFileStore(name).write('xr-99', new Uint8Array());
    await openFileStore(name).write('r-99x', new Uint8Array());
    expect(await journal.restored()).toBe(12);
    await journal.acknowledge();
    expect(await journal.restored()).toBe(0);
    expect(await openFileStore(name).names()).toEqual(['r-99x', 'xr-99']);
  });
});

describe('snapshots', () => {
  it('are listed by name, newest first, and read by number', async () => {
    const snapshots = openSnapshots(() => 1_700_000_000_000, aName());
    const first = await snapshots.take('daily', [[anEntry(1)], [anEntry(2), anEntry(3)]], '7.1.5');
    const second = await snapshots.take('upgrade', [], 'v2');
    expect(first).toEqual({
      id: 1,
      at: 1_700_000_000_000,
      why: 'daily',
      entries: 3,
      bytes: first.bytes,
      stamp: '7.1.5',
    });
    expect(first.bytes).toBeGreaterThan(50);
    expect(second).toMatchObject({ id: 2, why: 'upgrade', entries: 0, stamp: 'v2' });
    expect(await snapshots.list()).toEqual([second, first]);
    expect(urls(await snapshots.read(1))).toEqual([1, 2, 3].map(urlOf));
    expect(await snapshots.read(2)).toEqual([]);
  });

  it('the eleventh comes after the tenth', async () => {
    const snapshots = openSnapshots(undefined, aName());
    for (let n = 0; n < 11; n++) await snapshots.take('asked', [[anEntry(n + 1)]], `${n}.0.0`);
    expect((await snapshots.list()).map(({ id }) => id).slice(0, 2)).toEqual([11, 10]);
  });

  it('one that is missing, or cannot be read, is reported as a failure', async () => {
    const name = aName();
    const snapshots = openSnapshots(undefined, name);
    await expect(snapshots.read(1)).rejects.toMatchObject({ name: 'AppError', kind: 'broken' });
    await snapshots.take('asked', [[anEntry(1)]], '1.0.0');
    const files = openFileStore(name);
    const [file = ''] = await files.names();
    await files.write(file, new TextEncoder().encode('damaged'));
    await expect(snapshots.read(1)).rejects.toMatchObject({ name: 'AppError' });
  });

  it('a full disk is reported as such', async () => {
    const snapshots = openSnapshots(undefined, aName());
    const full = new DOMException('', 'QuotaExceededError');
    const folder = vi.spyOn(navigator.storage, 'getDirectory').mockRejectedValue(full);
    onTestFinished(() => folder.mockRestore());
    await expect(snapshots.list()).rejects.toMatchObject({ name: 'AppError', kind: 'full' });
    await expect(snapshots.take('asked', [], '1')).rejects.toMatchObject({ kind: 'full' });
  });

  it('files of other names are not snapshots', async () => {
    const name = aName();
    const files = openFileStore(name);
    const odd = [
      'xs-1-5-asked-1-1.0.gz',
      's-1-5-asked-1-1.0.gzx',
      's-1-5-asked-1-w1.gz',
      's-1-5-ASKED-1-1.gz',
      's--5-asked-1-1.gz',
      's-1--asked-1-1.gz',
      's-1-5-asked--1.gz',
      's-1-5-asked-1-.gz',
      's-1-5--1-1.gz',
    ];
    for (const one of odd) await files.write(one, new Uint8Array());
    expect(await openSnapshots(undefined, name).list()).toEqual([]);
    await files.write('s-12-34-asked-56-v78.gz', new Uint8Array(9));
    expect(await openSnapshots(undefined, name).list()).toEqual([
      { id: 12, at: 34, why: 'asked', entries: 56, stamp: 'v78', bytes: 9 },
    ]);
  });
});

describe('which snapshots are deleted', () => {
  const DAY = 86_400_000;
  const NOON = DAY * 20_000 + DAY / 2;
  const aSnapshot = (id: number, at: number, bytes = 1): Snapshot => ({
    id,
    at,
    why: 'asked',
    entries: 1,
    bytes,
    stamp: '1',
  });
  const left = (all: Snapshot[]) => {
    const gone = new Set(surplus(all).map(({ id }) => id));
    return all.map(({ id }) => id).filter((id) => !gone.has(id));
  };

  it('none of the newest three, whatever their size', () => {
    const big = [1, 2, 3, 4].map((id) => aSnapshot(id, NOON + id, 60_000_000));
    expect(left(big)).toEqual([2, 3, 4]);
    expect(surplus([])).toEqual([]);
  });

  it('of a day all but the last, for fourteen days', () => {
    const two = Array.from({ length: 32 }, (_, n) =>
      aSnapshot(n + 1, NOON + Math.floor(n / 2) * DAY + (n % 2)),
    );
    // Sixteen days: the newest keeps both, as they are among the newest three.
    expect(left(two)).toEqual([6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 31, 32]);
  });

  it('beyond them the last of each week, for twelve weeks', () => {
    const daily = Array.from({ length: 100 }, (_, n) => aSnapshot(100 - n, NOON - n * DAY));
    const ages = left(daily)
      .map((id) => 100 - id)
      .sort((a, b) => a - b);
    const days = Array.from({ length: 14 }, (_, n) => n);
    // The weeks end on the day before yesterday, and every seven days before.
    const weeks = Array.from({ length: 9 }, (_, n) => 16 + n * 7);
    expect(ages).toEqual([...days, ...weeks]);
  });

  it('those for which there is no space: what is deleted needs none', () => {
    const sizes = [1, 1, 1, 40_000_000, 30_000_000, 23_999_997, 1];
    const all = sizes.map((bytes, n) => aSnapshot(sizes.length - n, NOON - n * DAY, bytes));
    expect(left(all)).toEqual([7, 6, 5, 4, 2]);
  });

  it('they may come in any order', () => {
    const all = [3, 1, 4, 2].map((id) => aSnapshot(id, NOON, 1));
    expect(surplus(all).map(({ id }) => id)).toEqual([1]);
  });
});
