import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Incoming, merged } from '../../utils/db/import-entries';
import { MOST_STEPS } from '../../utils/db/undo-log';
import { anEntry, aPost, aRepository, urlOf } from './a-library';

const NOW = 1_700_000_000_000;

describe('the newest', () => {
  it.each([
    ['all at once', true, 0],
    ['one by one where the browser cannot', false, 1],
  ])('are read %s', async (_how, canAtOnce, cursors) => {
    const { getAllRecords } = IDBIndex.prototype as { getAllRecords?: unknown };
    if (!canAtOnce) Object.assign(IDBIndex.prototype, { getAllRecords: undefined });
    const opened = vi.spyOn(IDBIndex.prototype, 'openCursor');
    onTestFinished(() => {
      Object.assign(IDBIndex.prototype, { getAllRecords });
      opened.mockRestore();
    });
    const { entries } = aRepository();
    await entries.save([aPost(9), aPost(3), aPost(7)]);
    expect((await entries.newest(2)).map(({ url }) => url)).toEqual([9, 3].map(urlOf));
    expect(opened).toHaveBeenCalledTimes(cursors);
    expect(await entries.newest(0)).toEqual([]);
  });
});

describe('reading in parts', () => {
  it.each([
    [0, []],
    [3, [3]],
    [4, [3, 1]],
    [6, [3, 3]],
  ])('of three gives %i entries in as many parts as it takes, none of them empty', async (count, sizes) => {
    const { entries } = aRepository();
    if (count > 0) await entries.save(Array.from({ length: count }, (_, n) => aPost(n + 1)));
    const parts = await Array.fromAsync(entries.batches(3));
    expect(parts.map(({ length }) => length)).toEqual(sizes);
    expect(parts.flat()).toEqual(await entries.all());
  });
});

describe('a library goes on from a state', () => {
  it.each([
    ['0.0.0', true],
    [`1.0.${NOW}`, true],
    [`2.1.${NOW}`, true],
    [`2.0.${NOW + 1}`, false],
    [`3.0.${NOW}`, false],
  ])('of stamp %s: %s', async (stamp, goesOn) => {
    const { entries } = aRepository();
    expect(await entries.continues('0.0.0')).toBe(true);
    await entries.save([aPost(1)]);
    await entries.save([aPost(2)]);
    expect(await entries.continues(stamp)).toBe(goesOn);
  });
});

describe('what changed since', () => {
  /** A library in which step 1 was undone and is gone, step 2 is there, and this is the newest. */
  async function withNewest(newest: number) {
    const { entries, connection } = aRepository();
    await connection(async (db) => {
      for (const id of [2, newest])
        await db.put('steps', { id, at: NOW, what: 'read', changes: [{ url: urlOf(id) }] });
    });
    return entries.changedSince(JSON.stringify({ id: 2, at: NOW, undone: [1] }));
  }

  it('is known from the very beginning as long as the first step is there', async () => {
    const { entries, connection } = aRepository();
    const beginning = await entries.cursor();
    expect(await entries.changedSince(beginning)).toEqual([]);
    await entries.save([aPost(1)]);
    await entries.save([aPost(2)]);
    expect(await entries.changedSince(beginning)).toEqual([1, 2].map(urlOf));
    await connection((db) => db.delete('steps', 1));
    expect(await entries.changedSince(beginning)).toBeUndefined();
  });

  it('is known from a step on as long as that is there', async () => {
    const { entries, connection } = aRepository();
    await entries.save([aPost(1)]);
    const then = await entries.cursor();
    await entries.save([aPost(2)]);
    expect(await entries.changedSince(then)).toEqual([1, 2].map(urlOf));
    await connection((db) => db.delete('steps', 1));
    expect(await entries.changedSince(then)).toBeUndefined();
  });

  it('is what was undone since too, however old', async () => {
    const { entries } = aRepository();
    const { step } = await entries.save([aPost(1)]);
    await entries.save([aPost(2)]);
    const then = await entries.cursor();
    await entries.undo(step);
    expect(await entries.changedSince(then)).toEqual([2, 1].map(urlOf));
  });

  it('is known while a step that was undone then cannot have been dropped for its age', async () => {
    expect(await withNewest(MOST_STEPS)).toEqual([urlOf(2), urlOf(MOST_STEPS)]);
    expect(await withNewest(MOST_STEPS + 1)).toBeUndefined();
  });

  it.each(['{"id":"0","at":0,"undone":[]}', '{"id":null,"undone":[]}', '{"id":0,"at":0}', '7', 'nonsense'])(
    'is not known where %s is no state',
    async (text) => {
      const { entries } = aRepository();
      await entries.save([aPost(1)]);
      expect(await entries.changedSince(text)).toBeUndefined();
    },
  );
});

describe('importing', () => {
  const incoming = (n: number, shelving: Incoming['shelving'] = {}): Incoming => ({
    post: aPost(n),
    shelving,
  });

  it('writes only what the file says: an absent field would be a fault', () => {
    expect(merged(undefined, incoming(1), NOW)).toStrictEqual({ ...aPost(1), savedAt: NOW, tags: [] });
    const all = { savedAt: 5, tags: ['甲'], readAt: 6, archivedAt: 7, note: '批注' };
    expect(merged(undefined, incoming(1, all), NOW)).toStrictEqual({ ...aPost(1), ...all });
    expect(merged(anEntry(1), incoming(1), NOW)).toStrictEqual(anEntry(1));
  });

  it('reads only the entries that are here already', async () => {
    const { entries } = aRepository();
    await entries.save([aPost(2)], { tags: ['甲'] });
    const read = vi.spyOn(IDBObjectStore.prototype, 'get');
    onTestFinished(() => read.mockRestore());
    await entries.import([incoming(1), incoming(2, { tags: ['乙'] }), incoming(3)]);
    expect(read.mock.calls).toEqual([[urlOf(2)]]);
    expect((await entries.all()).map(({ tags }) => tags)).toEqual([[], ['甲', '乙'], []]);
  });
});
