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
  ])('%j is a time', (value, expected) => {
    expect(timeOf(value)).toBe(expected);
  });

  it.each([
    0,
    -1,
    1608091200.12345,
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
