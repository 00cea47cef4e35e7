import { describe, expect, it } from 'vitest';
import { exactTime, publishedOf, timeOf } from '../../../utils/codecs/moments';

describe('times as other programs write them', () => {
  const time = Date.UTC(2020, 11, 16, 4);

  it.each([
    [1608091200, time],
    ['1608091200', time],
    ['1608091200000', time],
    ['1608091200000000', time],
    [' 1608091200 ', time],
    ['2020-12-16T04:00:00.000Z', time],
    ['2020-12-16T12:00+08:00', time],
    ['2020-12-16T00:00:00-04:00', time],
    ['2020-12-16 12:00', time],
    ['2020年12月16日 12:00', time],
    ['Wed, 16 Dec 2020 04:00:00 GMT', time],
    ['2020/12/16/', time - 12 * 3_600_000],
    ['2020-12-16', time - 12 * 3_600_000],
    // Of 1601: Chrome's and Edge's own file.
    [13_252_564_800_000_000, time],
    ['13252564800000000', time],
    ['2020-12-16 04:00:00.123456+00:00', time + 123],
    ['2020-12-16 04:00:00 UTC', time],
    ['2020-12-16T12:00:00+0800', time],
    ['20201216T040000Z', time],
    ['16/Dec/2020:12:00:00 +0800', time],
    ['December 16, 2020 12:00 PM', time],
    ['Wednesday, Dec 16, 2020 at 12:00', time],
    ['16 December 2020', time - 12 * 3_600_000],
    ['16-Dec-2020', time - 12 * 3_600_000],
    ['12/16/2020 12:00', time],
    ['16/12/2020', time - 12 * 3_600_000],
    ['16.12.2020', time - 12 * 3_600_000],
    ['2020年12月16日 下午12:00', time],
    ['2020/12/16 上午4:00', time - 8 * 3_600_000],
    // A spreadsheet's own number.
    [44181.5, time],
    ['44181.5', time],
    // Safari and GoodLinks keep fractions of a second.
    [1608091200.12345, time + 123],
  ])('%j is a time', (value, expected) => {
    expect(timeOf(value)).toBe(expected);
  });

  it.each([
    0,
    -1,
    Number.NaN,
    1e300,
    '',
    '0',
    '-1',
    '99999999999999999999',
    '2101-01-01T00:00:00Z',
    '2020-02-30',
    '3天前',
    '刚刚',
    '12/5/2020',
    'Smarch 5, 2020',
    'January 5, 2026 in the evening',
    'Sep 13 275760 00:00 UTC',
    null,
    {},
    [],
  ])('%j is not a time', (value) => {
    expect(timeOf(value)).toBeUndefined();
  });

  it('our own files contain milliseconds, however few', () => {
    expect(exactTime(1)).toBe(1);
    expect([exactTime('1'), exactTime(1.5), exactTime(Infinity), exactTime(Date.UTC(2100, 0))]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('dates of posts', () => {
  it.each([
    ['2020-12-16', '2020-12-16'],
    ['2020-12-16T12:00+08:00', '2020-12-16T12:00+08:00'],
    ['2020-12-16T04:00:00Z', '2020-12-16T12:00+08:00'],
    ['2020/12/16/', '2020-12-16'],
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', undefined],
    ['2020-12-16T25:00+08:00', undefined],
    ['0000-01-01', undefined],
    ['2020', undefined],
    ['12月16日', undefined],
    ['16', undefined],
    [20201216, undefined],
  ])('%j is %j', (value, expected) => {
    expect(publishedOf(value)).toBe(expected);
  });
});
