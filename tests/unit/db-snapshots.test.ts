import * as fc from 'fast-check';
import { deleteDB, openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { openSnapshots, type Snapshot, surplus } from '../../utils/db/backup/snapshots';
import { MIGRATIONS } from '../../utils/db/migrations';
import { openDatabase } from '../../utils/db/open';
import { difference } from '../../utils/db/replace-all';
import { aName, anEntry, aPost, aRepository, aSafety, urlOf } from './a-library';

const DAY = 86_400_000;
const NOW = 1_700_000_000_000;

/** A repository with its safety, under one clock. */
function aSafeRepository() {
  const clock = { now: NOW };
  const repository = aRepository(undefined, () => clock.now);
  const safety = aSafety(repository, () => clock.now);
  return { ...repository, safety, clock, snapshots: openSnapshots(() => clock.now, repository.name) };
}

describe('a snapshot', () => {
  it('contains the entries exactly, compressed', async () => {
    const { entries, safety, snapshots } = aSafeRepository();
    const posts = Array.from({ length: 1200 }, (_, n) => aPost(n + 1, { excerpt: `摘要“${n}”\n\u2028` }));
    await entries.save(posts, { tags: ['治理'], queue: true });
    const taken = await safety.take('asked');
    expect(taken).toMatchObject({ at: NOW, why: 'asked', entries: 1200 });
    expect(taken?.bytes).toBeLessThan(100_000);
    expect(JSON.stringify(await snapshots.read(taken?.id ?? 0))).toBe(JSON.stringify(await entries.all()));
  });

  it('is not taken twice of the same state, but again after any change, including an undo', async () => {
    const { entries, safety } = aSafeRepository();
    await entries.save([aPost(1)]);
    expect(await safety.take('asked')).toBeDefined();
    expect(await safety.take('bulk')).toBeUndefined();
    await entries.undo();
    expect(await safety.take('bulk')).toMatchObject({ entries: 0 });
  });

  it('is taken once a day and only if something changed', async () => {
    const { entries, safety, snapshots, clock } = aSafeRepository();
    await safety.takeDaily();
    expect(await snapshots.list()).toEqual([]);
    await entries.save([aPost(1)]);
    await safety.takeDaily();
    await entries.save([aPost(2)]);
    await safety.takeDaily();
    clock.now += DAY;
    await safety.takeDaily();
    clock.now += DAY;
    await safety.takeDaily();
    expect((await snapshots.list()).map(({ why, entries: count }) => [why, count])).toEqual([
      ['daily', 2],
      ['daily', 1],
    ]);
  });

  it('is taken again after the clock was four years ahead', async () => {
    const { entries, safety, snapshots, clock } = aSafeRepository();
    clock.now += 1460 * DAY;
    await entries.save([aPost(1)]);
    await safety.takeDaily();
    clock.now = NOW;
    await entries.save([aPost(2)]);
    await safety.takeDaily();
    expect((await snapshots.list()).map(({ at }) => at)).toEqual([NOW, NOW + 1460 * DAY]);
  });

  it('is taken before an upgrade, of every entry of the old version', async () => {
    const name = aName();
    const old = await openDB(name, 1, { upgrade: (db, _from, _to, tx) => MIGRATIONS[0]?.(db, tx) });
    await old.put('entries', anEntry(1));
    old.close();
    (await openDatabase({ name })).close();
    const snapshots = openSnapshots(undefined, name);
    const [taken] = await snapshots.list();
    expect(taken).toMatchObject({ why: 'upgrade', entries: 1, stamp: 'v1' });
    expect(await snapshots.read(taken?.id ?? 0)).toEqual([anEntry(1)]);
    (await openDatabase({ name })).close();
    expect(await snapshots.list()).toHaveLength(1);
  });
});

describe('which snapshots are kept', () => {
  const one = (id: number, at: number, bytes = 1000): Snapshot => ({
    id,
    at,
    bytes,
    why: 'daily',
    entries: 1,
    stamp: '',
  });

  it('the newest three, whatever their size; of older days and weeks the last each', () => {
    const many = [
      ...Array.from({ length: 100 }, (_, n) => one(n + 1, NOW - (100 - n) * DAY)),
      ...Array.from({ length: 10 }, (_, n) => one(n + 101, NOW + n, 50_000_000)),
    ];
    const gone = new Set(surplus(many).map(({ id }) => id));
    const kept = many.filter(({ id }) => !gone.has(id)).map(({ id }) => id);
    expect(kept.slice(-3)).toEqual([108, 109, 110]);
    expect(kept.length).toBe(3);
    const small = many.map((each) => ({ ...each, bytes: 1000 }));
    const left = small.length - surplus(small).length;
    expect(left).toBeGreaterThan(20);
    expect(left).toBeLessThan(30);
  });

  it('one taken while the clock was years ahead, or behind, makes no other old', () => {
    const days = Array.from({ length: 10 }, (_, n) => one(n + 1, NOW + n * DAY));
    for (const jump of [1460, -1460]) expect(surplus([...days, one(11, NOW + jump * DAY)])).toEqual([]);
  });

  it('never more than needed, and what is deleted once is not needed later', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 60 }), (gaps) => {
        let at = NOW;
        let kept: Snapshot[] = [];
        for (const [index, gap] of gaps.entries()) {
          at += gap * (DAY / 4);
          kept.push(one(index + 1, at));
          const gone = new Set(surplus(kept).map(({ id }) => id));
          kept = kept.filter(({ id }) => !gone.has(id));
          expect(kept.at(-1)?.id).toBe(index + 1);
          expect(kept.length).toBeLessThanOrEqual(3 + 14 + 12);
        }
      }),
    );
  });
});

describe('restoring a snapshot', () => {
  it('previews what would be added, removed and changed; and can be undone', async () => {
    const { entries, safety, snapshots } = aSafeRepository();
    await entries.save([aPost(1), aPost(2)], { tags: ['旧'] });
    const taken = await safety.take('asked');
    await entries.remove([urlOf(1)]);
    await entries.shelve([urlOf(2)], { addTags: ['新'] });
    await entries.save([aPost(3)]);
    const later = JSON.stringify(await entries.all());
    const then = await snapshots.read(taken?.id ?? 0);
    const { back, away, changed } = difference(await entries.all(), then);
    expect([back, away, changed.map(({ to }) => to)].map((all) => all.map(({ url }) => url))).toEqual([
      [urlOf(1)],
      [urlOf(3)],
      [urlOf(2)],
    ]);
    await entries.replaceAll(then);
    expect(await entries.all()).toEqual(then);
    expect((await entries.trash()).map(({ url }) => url)).toEqual([urlOf(3)]);
    await entries.undo();
    expect(JSON.stringify(await entries.all())).toBe(later);
  });
});

describe('a library that is damaged or gone', () => {
  it('with a store missing reports that, offers its snapshot, and is restored from it', async () => {
    const { name, entries, safety, connection } = aSafeRepository();
    await entries.save([aPost(1), aPost(2)], { tags: ['治理'] });
    const before = await entries.all();
    await safety.take('asked');
    await connection(async (db) => db.close());
    await deleteDB(name);
    const half = await openDB(name, MIGRATIONS.length, {
      upgrade: (db) => void db.createObjectStore('entries'),
    });
    half.close();
    const failure = await entries.all().catch((error: unknown) => error);
    expect(failure).toMatchObject({ kind: 'damaged' });
    await safety.look({ kind: 'damaged', detail: '' });
    expect(safety.offered.value).toMatchObject({ entries: 2 });
    expect(await safety.restoreLast()).toBeUndefined();
    expect(await entries.all()).toEqual(before);
    expect(safety.offered.value).toBeUndefined();
  });

  it('if deleted from outside, a snapshot is offered; if emptied by the reader, it is not', async () => {
    const gone = aSafeRepository();
    await gone.entries.save([aPost(1)]);
    await gone.safety.take('asked');
    await gone.connection(async (db) => {
      await db.clear('entries');
      await db.clear('steps');
    });
    await gone.safety.look(undefined);
    expect(gone.safety.offered.value).toMatchObject({ entries: 1 });
    const emptied = aSafeRepository();
    await emptied.entries.save([aPost(1)]);
    await emptied.safety.take('asked');
    await emptied.entries.remove([urlOf(1)]);
    await emptied.safety.look(undefined);
    expect(emptied.safety.offered.value).toBeUndefined();
  });
});
