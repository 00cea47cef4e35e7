import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { openJournal } from '../../utils/db/backup/journal';
import { connect } from '../../utils/db/connection';
import { folded, withOneAddress } from '../../utils/db/fold-addresses';
import { MIGRATIONS } from '../../utils/db/migrations';
import { openDatabase } from '../../utils/db/open';
import { entriesOf } from '../../utils/db/repository';
import type { Entry } from '../../utils/domain/entry';
import { aName, anEntry } from './a-library';

const at = (host: string, n = 1) => `https://${host}.caixin.com/2021-03-0${n}/10166${n}.html`;
const WWW = at('www');

/** A library of version 2 with these rows in its stores, opened as it is today. */
async function upgraded(stores: Record<string, object[]>) {
  const name = aName();
  const old = await openDB(name, 2, {
    upgrade: (db, _from, _to, tx) => {
      for (const migrate of MIGRATIONS.slice(0, 2)) migrate(db, tx);
    },
  });
  for (const [store, rows] of Object.entries(stores)) for (const row of rows) await old.put(store, row);
  old.close();
  const connection = connect((options) => openDatabase({ ...options, name }));
  const journal = openJournal(name);
  return { name, entries: entriesOf(connection, { announce() {}, afterCommit: async () => {}, journal }) };
}

const entry = (url: string, more: Partial<Entry> = {}): Entry => ({
  ...anEntry(1),
  url,
  title: '题',
  ...more,
});

describe('entries saved under different addresses of one article', () => {
  it('are one entry after the upgrade, with all that the reader decided, and the others stay as they were', async () => {
    const other = entry(at('finance', 2), { savedAt: 5 });
    const { entries } = await upgraded({
      entries: [
        entry(at('m'), { savedAt: 20, tags: ['手机', '治理'], queue: 'a1', note: '手机上的' }),
        entry(at('mob'), { savedAt: 10, tags: ['治理'], note: '更早的', author: '闫加伟' }),
        entry(WWW, { savedAt: 30, tags: ['电脑'], readAt: 40 }),
        other,
      ],
    });
    const all = await entries.all();
    expect(all).toHaveLength(2);
    expect(all.find(({ url }) => url === other.url)).toEqual(other);
    const one = all.find(({ url }) => url === WWW);
    expect(one).toMatchObject({ savedAt: 10, queue: 'a1', readAt: 40, author: '闫加伟' });
    expect(one?.tags.toSorted()).toEqual(['手机', '治理', '电脑'].toSorted());
    expect(one?.note?.split('\n\n').toSorted()).toEqual(['手机上的', '更早的'].toSorted());
  });

  it('one alone takes the address of today', async () => {
    const { entries } = await upgraded({ entries: [entry(at('m.finance'), { note: '备注' })] });
    expect(await entries.all()).toEqual([entry(at('finance'), { note: '备注' })]);
  });

  it('the change can be undone and redone, and what was undone before cannot be redone any more', async () => {
    const before = [entry(at('m')), entry(WWW, { tags: ['电脑'] })];
    const { entries } = await upgraded({
      entries: before,
      steps: [{ id: 1, at: 1, what: 'save', changes: [{ url: at('www', 2) }], undone: 1 }],
    });
    expect(await entries.all()).toHaveLength(1);
    expect(await entries.redo()).toBeUndefined();
    expect(await entries.undo()).toMatchObject({ what: 'mend' });
    expect(new Set(await entries.all())).toEqual(new Set(before));
    await entries.redo();
    expect(await entries.all()).toHaveLength(1);
  });

  it('where there are none, no step is made', async () => {
    const { entries } = await upgraded({ entries: [entry(WWW)] });
    expect(await entries.undo()).toBeUndefined();
  });
});

describe('one entry of several', () => {
  it.each([
    ['one still active', [{ archivedAt: 5 }, {}], undefined],
    ['one still queued', [{ archivedAt: 5 }, { queue: 'a1' }], undefined],
    [
      'all archived',
      [
        { archivedAt: 5, savedAt: 1 },
        { archivedAt: 6, savedAt: 2 },
      ],
      5,
    ],
  ])('with %s is archived at %s', (_name, rows, archivedAt) => {
    for (const order of [rows, rows.toReversed()])
      expect(
        folded(
          WWW,
          order.map((more) => entry(WWW, more)),
        )?.archivedAt,
      ).toBe(archivedAt);
  });

  it('keeps a note that all have once, and a real title instead of an address', () => {
    const rows = [
      entry(at('m'), { title: at('m'), note: '同', savedAt: 1 }),
      entry(WWW, { note: '同', title: '真', savedAt: 2 }),
    ];
    expect(folded(WWW, rows)).toMatchObject({ title: '真', note: '同' });
    expect(folded(WWW, rows.slice(0, 1))?.title).toBe(WWW);
    expect(folded(WWW, [entry(at('m')), entry(WWW)])).not.toHaveProperty('note');
  });

  it('is made of a restored library too, in its order', () => {
    const rows = [entry(at('m'), { tags: ['甲'] }), entry(at('www', 2)), entry(WWW, { tags: ['乙'] })];
    const all = withOneAddress(rows);
    expect(all.map(({ url }) => url)).toEqual([WWW, at('www', 2)]);
    expect(all[0]?.tags).toEqual(['甲', '乙']);
    expect(withOneAddress([entry('https://example.com/1')])).toHaveLength(1);
  });
});
