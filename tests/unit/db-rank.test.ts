// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { isRank, rankBefore, ranksFrom, respread } from '../../utils/db/rank';
import { anEntry, urlOf } from './a-library';

const queued = (n: number, queue: string) => anEntry(n, { queue });
const told = (entries: { url: string; queue?: string }[]) => entries.map(({ url, queue }) => [url, queue]);

describe('a place in the queue', () => {
  it.each(['a0', 'a5', 'Zz', 'a0V', 'b10'])('can be %j', (value) => expect(isRank(value)).toBe(true));

  it.each([
    '',
    'a',
    'a00',
    'a0V0',
    '坏',
    'a坏',
    ' a0',
    '0',
    5,
    null,
    undefined,
    ['a', '0'],
    ['a0'],
    { length: 2 },
    new String('a0'),
  ])('cannot be %j', (value) => expect(isRank(value)).toBe(false));

  it('is between its neighbours, or at an open end', () => {
    expect(rankBefore('a0', 'a1') > 'a0' && rankBefore('a0', 'a1') < 'a1').toBe(true);
    expect(rankBefore(null, 'a0') < 'a0').toBe(true);
    expect(rankBefore('a0', null)).toBe('a1');
    expect(rankBefore(null, null)).toBe('a0');
  });

  it('comes after the last of all, one after another', () => {
    const next = ranksFrom(['a1', 'a5', 'a2']);
    expect([next(), next()]).toEqual(['a6', 'a7']);
    expect(ranksFrom([])()).toBe('a0');
    expect(ranksFrom([''])()).toBe('a0');
  });
});

describe('moving an entry', () => {
  const rest = [queued(1, 'a1'), queued(2, 'a2'), queued(3, 'a3')];
  const moved = queued(9, 'a9');

  it.each([
    [0, 'a0'],
    [1, 'a1V'],
    [2, 'a2V'],
    [3, 'a4'],
  ])('to place %i changes only that entry', (place, queue) => {
    expect(told(respread(rest, moved, place))).toEqual([[urlOf(9), queue]]);
  });

  it('into an empty queue', () => {
    expect(told(respread([], moved, 0))).toEqual([[urlOf(9), 'a0']]);
  });

  it('between two of equal rank gives every entry a new one, in order', () => {
    const same = [queued(1, 'a1'), queued(2, 'a1'), queued(3, 'a1')];
    expect(told(respread(same, moved, 1))).toEqual([
      [urlOf(1), 'a0'],
      [urlOf(9), 'a1'],
      [urlOf(2), 'a2'],
      [urlOf(3), 'a3'],
    ]);
    const crossed = [queued(1, 'a5'), queued(2, 'a1')];
    expect(told(respread(crossed, moved, 1))).toEqual([
      [urlOf(1), 'a0'],
      [urlOf(9), 'a1'],
      [urlOf(2), 'a2'],
    ]);
  });
});
