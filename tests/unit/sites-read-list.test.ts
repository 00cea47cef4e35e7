// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { PrintedDate } from '../../utils/domain/date';
import { placesOf, postsOf, withoutPromos } from '../../utils/sites/read-list';
import type { RowPost } from '../../utils/sites/row-post';

const NOW = new Date('2026-11-27T04:00:00Z');
const HOST = 'https://somebody.blog.caixin.com';

const rowOf = (id: number | string, date?: PrintedDate, more: Partial<RowPost> = {}): RowPost =>
  ({
    post: { url: typeof id === 'number' ? `${HOST}/archives/${id}` : id, title: '题目' },
    ...(date && { date }),
    isPinned: false,
    isPromo: false,
    hasDigits: false,
    ...more,
  }) as RowPost;

const day = (month: number, at: number, time?: string): PrintedDate => ({
  month,
  day: at,
  ...(time && { time }),
});
const dates = (...rows: RowPost[]) => postsOf(rows, NOW).map(({ publishedAt }) => publishedAt);

describe('the dates of a list', () => {
  it('without a year go down from today', () => {
    expect(dates(rowOf(9, day(3, 1)), rowOf(8, day(12, 5)), rowOf(7, day(2, 1)))).toEqual([
      '2026-03-01',
      '2025-12-05',
      '2025-02-01',
    ]);
  });

  it('go up where all numbers of four rows do', () => {
    const rows = [rowOf(1, day(2, 1)), rowOf(2, day(12, 5)), rowOf(3, day(3, 1)), rowOf(4, day(4, 1))];
    expect(dates(...rows)).toEqual(['2025-02-01', '2025-12-05', '2026-03-01', '2026-04-01']);
    expect(dates(...rows.slice(0, 3))).toEqual(['2026-02-01', '2025-12-05', '2025-03-01']);
  });

  it('leave out a row that was pinned', () => {
    const pinned = rowOf(2, day(2, 1), { isPinned: true });
    expect(dates(pinned, rowOf(9, day(11, 5)), rowOf(8, day(10, 5)))).toEqual([
      '2026-02-01',
      '2026-11-05',
      '2026-10-05',
    ]);
  });

  it('leave out a row whose number is lower than the next, where they fall', () => {
    const rest = [rowOf(9, day(11, 5)), rowOf(8, day(10, 5)), rowOf(7, day(9, 5)), rowOf(6, day(8, 5))];
    expect(dates(rowOf(2, day(2, 1)), ...rest)[1]).toBe('2026-11-05');
    expect(dates(rowOf(2, day(2, 1)), rowOf(9, day(11, 5)), rowOf(8, day(10, 5)))[1]).toBe('2025-11-05');
    expect(dates(rowOf(10, day(2, 1)), ...rest)[1]).toBe('2025-11-05');
  });

  it('take the year of their address where it is near', () => {
    const at = (name: string) => `https://www.caixin.com/${name}/102345678.html`;
    expect(dates(rowOf(at('2020-06-13'), day(6, 14)))).toEqual(['2020-06-14']);
    expect(dates(rowOf(at('2020-06-13'), day(6, 5, '09:30')))).toEqual(['2020-06-05T09:30+08:00']);
    expect(dates(rowOf(at('2020-06-13'), day(7, 1)))).toEqual(['2026-07-01']);
    expect(dates(rowOf(at('2020-06-13'), { iso: '2021-06-01' }))).toEqual(['2021-06-01']);
    expect(dates(rowOf(at('2020-06-3'), day(6, 14)))).toEqual(['2026-06-14']);
  });

  it('are no field of posts without one', () => {
    expect(postsOf([rowOf(1)], NOW)).toStrictEqual([{ url: `${HOST}/archives/1`, title: '题目' }]);
  });
});

describe('rows that were put between the others', () => {
  const promo = (id: number | string, date?: PrintedDate) => rowOf(id, date, { isPromo: true });
  const left = (...rows: RowPost[]) => {
    const { rows: kept, promos, untitled } = withoutPromos({ rows, untitled: ['x'] });
    expect(untitled).toEqual(['x']);
    return [kept, promos].map((all) => all.map(({ post }) => post.url.replace(/^.*\//, '')).join());
  };
  const dated = [rowOf(1, day(1, 1)), rowOf(2, day(1, 1))];

  it('say so, and have no date where more than half have one', () => {
    expect(left(...dated, promo(3))).toEqual(['1,2', '3']);
    expect(left(...dated, rowOf(4), promo(3))).toEqual(['1,2,4,3', '']);
    expect(left(...dated, promo(3, day(1, 1)))).toEqual(['1,2,3', '']);
    expect(left(...dated, rowOf(3))).toEqual(['1,2,3', '']);
  });

  it('or are of another host', () => {
    expect(left(rowOf(1), promo('https://other.blog.caixin.com/archives/5'))).toEqual(['1', '5']);
    expect(left(rowOf(1), promo(5))).toEqual(['1,5', '']);
  });
});

it('places are told by address', () => {
  const place = { title: {}, row: {} } as RowPost['place'];
  expect(placesOf([rowOf(1, undefined, { place })])).toEqual([[`${HOST}/archives/1`, place]]);
});
