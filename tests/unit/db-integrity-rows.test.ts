import { describe, expect, it } from 'vitest';
import { findFaults } from '../../utils/db/integrity';
import { FAR } from '../../utils/domain/iso-date';
import { anEntry, aRepository, urlOf } from './a-library';

const DAY = 86_400_000;
const NOW = 1_700_000_000_000;

/** A row with something wrong, or nothing, in these fields, and what the check and the repair make of it. */
function checked(fields: object, clock = NOW) {
  const row = { ...anEntry(1), ...fields };
  // The rows are wrong on purpose.
  const { findings, repairs } = findFaults([row as never], clock);
  return { faults: findings.faults, row, entry: repairs[0]?.entry };
}

describe('a row', () => {
  it.each([
    { author: '闫加伟', category: '社区', excerpt: '摘要', note: '批注' },
    { authorUrl: 'https://blog.example/', image: 'https://file.example/1.jpg' },
    { savedAt: NOW, readAt: 1, archivedAt: NOW + DAY - 1 },
    { publishedAt: '2020-12-16', tags: ['甲', '乙'], queue: 'a0' },
  ])('with %j is well', (fields) => {
    expect(checked(fields)).toMatchObject({ faults: {}, entry: undefined });
  });

  it.each([
    ['row', { title: ' \n' }, { title: urlOf(1) }],
    ['row', { author: 7 }, { author: undefined }],
    ['row', { category: null }, { category: undefined }],
    ['row', { excerpt: ['x'] }, { excerpt: undefined }],
    ['row', { note: 7 }, { note: undefined }],
    ['row', { note: ' ' }, { note: undefined }],
    ['row', { image: 7 }, { image: undefined }],
    ['row', { image: 'https://' }, { image: undefined }],
    ['row', { image: 'http://file.example/1.jpg' }, { image: undefined }],
    ['row', { authorUrl: 'http://blog.example/?https:' }, { authorUrl: undefined }],
    ['date', { readAt: 5.5 }, { readAt: undefined }],
    ['date', { readAt: '5' }, { readAt: undefined }],
    ['date', { readAt: 0 }, { readAt: undefined }],
    ['date', { archivedAt: -1 }, { archivedAt: undefined }],
    ['date', { archivedAt: NOW + DAY }, { archivedAt: undefined }],
    ['date', { publishedAt: '2020-02-30' }, { publishedAt: undefined }],
    ['date', { savedAt: 0 }, { savedAt: NOW }],
    ['date', { savedAt: 0, archivedAt: 6 }, { savedAt: 6 }],
    ['date', { savedAt: 0, archivedAt: 6, readAt: 5 }, { savedAt: 5 }],
    ['tags', { tags: '甲' }, { tags: [] }],
    ['tags', { tags: ['甲', 7] }, { tags: ['甲'] }],
    ['tags', { tags: ['甲', '#乙'] }, { tags: ['甲', '乙'] }],
    ['queue', { queue: '坏的' }, { queue: undefined }],
    ['queue', { queue: 'a0', archivedAt: 5 }, { queue: undefined }],
    ['address', { url: `${urlOf(1)}?from=x` }, { url: urlOf(1) }],
  ])('has a fault of its %s with %j, and is repaired with %j', (fault, fields, repair) => {
    const { faults, row, entry } = checked(fields);
    expect(faults).toEqual({ [fault]: 1 });
    expect(entry).toEqual({ ...row, ...repair });
  });

  it.each([7, 'https://evil.example/', [urlOf(1)]])('with %j for an address is lost', (url) => {
    expect(checked({ url })).toMatchObject({ faults: { lost: 1 }, entry: undefined });
  });
});

describe('a row from the future', () => {
  it.each([
    ['a day ahead', [NOW + DAY], 1],
    ['more than a day ahead, alone', [NOW + DAY + 1], 0],
    ['more than a day ahead, among two', [NOW + DAY + 1, NOW], 1],
    ['more than a day ahead, two of three', [NOW + 2 * DAY, NOW + 3 * DAY, NOW], 0],
    ['in the year 2100', [FAR], 1],
    ['right before the year 2100', [FAR - 1], 0],
  ])('%s', (_what, times, faults) => {
    const rows = times.map((savedAt, n) => anEntry(n + 1, { savedAt }));
    expect(findFaults(rows, NOW).findings.faults.date ?? 0).toBe(faults);
  });
});

describe('the queue', () => {
  it('keeps every place that is one; what had a broken one comes to the end, unless it is archived', async () => {
    const { entries, connection } = aRepository();
    const rows = [
      anEntry(1, { queue: '坏的' }),
      anEntry(2, { queue: 'a0' }),
      anEntry(3, { queue: 'a1', tags: ['#甲'] }),
      anEntry(4),
      anEntry(5, { queue: 'a2', archivedAt: 5 }),
    ];
    await connection((db) => Promise.all(rows.map((row) => db.put('entries', row))));
    await entries.repair();
    expect((await entries.queue()).map(({ url, queue }) => [url, queue])).toEqual([
      [urlOf(2), 'a0'],
      [urlOf(3), 'a1'],
      [urlOf(1), 'a3'],
    ]);
  });
});
