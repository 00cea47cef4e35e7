import { describe, expect, it } from 'vitest';
import type { Connection } from '../../utils/db/connection';
import { findFaults } from '../../utils/db/integrity';
import { anEntry, aPost, aRepository, urlOf } from './a-library';

const DAY = 86_400_000;
const NOW = 1_700_000_000_000;

/** Puts rows into the database as a damaged disk or an old bug would leave them. */
function damage(connection: Connection, ...rows: object[]): Promise<void> {
  return connection(async (db) => {
    // The rows are wrong on purpose.
    for (const row of rows) await db.put('entries', row as never);
  });
}

describe('the check', () => {
  it('finds nothing in an intact library, and repairing it is no step', async () => {
    const { entries } = aRepository();
    await entries.save([aPost(1), aPost(2, { publishedAt: '2020-12-16T12:00+08:00' })], { queue: true });
    expect(await entries.check()).toEqual({ rows: 2, faults: {} });
    expect(await entries.repair()).toEqual({});
  });

  it('counts each fault and changes nothing', async () => {
    const { entries, connection } = aRepository();
    await damage(
      connection,
      { url: urlOf(1), title: '', savedAt: NOW, tags: [] },
      { url: urlOf(2), title: '二', savedAt: Number.NaN, tags: ['甲', '甲'], publishedAt: '2020-02-30' },
      { url: 'https://evil.example/', title: '三', savedAt: NOW, tags: [] },
      { url: `${urlOf(4)}?from=x`, title: '四', savedAt: NOW, tags: [] },
      anEntry(5, { queue: '坏的' }),
    );
    const before = await entries.all();
    expect(await entries.check()).toEqual({
      rows: 5,
      faults: { row: 1, date: 1, tags: 1, lost: 1, address: 1, queue: 1 },
    });
    expect(await entries.all()).toEqual(before);
  });

  it('if nearly everything was saved after today, the clock is wrong; if one entry was, that one is', () => {
    const rows = [1, 2, 3].map((n) => anEntry(n, { savedAt: NOW + n }));
    expect(findFaults(rows, 1).findings.faults).toEqual({});
    expect(findFaults([...rows, anEntry(4, { savedAt: NOW + 400 * DAY })], NOW).findings.faults).toEqual({
      date: 1,
    });
    expect(findFaults([anEntry(1, { savedAt: Number.MAX_SAFE_INTEGER })], NOW).findings.faults).toEqual({
      date: 1,
    });
  });
});

describe('repairing', () => {
  it('a row without title or tags gets its address and none; invalid texts and dates are removed', async () => {
    const { entries, connection } = aRepository();
    await damage(connection, {
      url: urlOf(1),
      title: 7,
      author: { no: 'text' },
      savedAt: 'soon',
      readAt: 5,
      archivedAt: 9e15,
      publishedAt: '2020-13-01',
      image: 'javascript:alert(1)',
      tags: 'none',
      note: '  ',
    });
    await entries.repair();
    expect(await entries.all()).toEqual([
      { url: urlOf(1), title: urlOf(1), savedAt: 5, readAt: 5, tags: [] },
    ]);
    expect(await entries.check()).toEqual({ rows: 1, faults: {} });
  });

  it('two addresses of one post become one entry that keeps the fields of both', async () => {
    const { entries, connection } = aRepository();
    await entries.save([aPost(1)], { tags: ['甲'] });
    await damage(connection, {
      ...anEntry(1, { tags: ['乙'], note: '批注', savedAt: 3 }),
      url: `http://yanjiawei.blog.caixin.com/archives/1`,
    });
    await entries.repair();
    expect(await entries.all()).toMatchObject([
      { url: urlOf(1), tags: ['甲', '乙'], note: '批注', savedAt: 3 },
    ]);
  });

  it('what is not a post goes to the trash, and an invalid rank in the queue becomes the last', async () => {
    const { entries, connection } = aRepository();
    await entries.save([aPost(1)], { queue: true });
    await damage(connection, anEntry(2, { queue: '坏的' }), {
      ...anEntry(3),
      url: 'https://evil.example/',
    });
    await entries.repair();
    expect((await entries.queue()).map(({ url }) => url)).toEqual([1, 2].map(urlOf));
    expect((await entries.trash()).map(({ url }) => url)).toEqual(['https://evil.example/']);
  });

  it('is one step that can be undone', async () => {
    const { entries, connection } = aRepository();
    await damage(connection, anEntry(1, { title: '' }), anEntry(2, { publishedAt: 'gestern' }));
    const before = JSON.stringify(await entries.all());
    const { step } = await entries.repair();
    await entries.undo(step);
    expect(JSON.stringify(await entries.all())).toBe(before);
  });
});
