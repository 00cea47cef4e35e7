import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDate, inChina, type PrintedDate, withYears } from '../../utils/domain/date';

const NOW = new Date('2026-08-09T12:00:00+08:00');
const dateOf = (text: string) => findDate(text, NOW)?.date;

it('a date beyond what `Date` can represent is ignored, and causes no failure', () => {
  expect(dateOf('Sep 13 275760 00:00 UTC')).toBeUndefined();
});

describe('a date as Caixin prints it (site.md 6)', () => {
  it.each([
    ['2020年12月16日 12:00', '2020-12-16T12:00+08:00'],
    ['2026年08月03日 19:06', '2026-08-03T19:06+08:00'],
    ['2020年04月10日 ', '2020-04-10'],
    ['2020年4月1日', '2020-04-01'],
    ['文｜财新 覃敏 2026年08月03日 19:06', '2026-08-03T19:06+08:00'],
    ['｜ 2026年08月03日 19:06', '2026-08-03T19:06+08:00'],
    ['2026年8月3日 · 金融', '2026-08-03'],
    ['2026-08-03', '2026-08-03'],
    ['2026-08-03 19:06', '2026-08-03T19:06+08:00'],
    ['2026-08-03 19:06:01', '2026-08-03T19:06+08:00'],
    ['2026/8/3', '2026-08-03'],
    ['2026.08.03', '2026-08-03'],
    ['2026-08-03T19:06', '2026-08-03T19:06+08:00'],
    ['2026-08-03T11:06:00Z', '2026-08-03T19:06+08:00'],
    ['2026-08-03T19:06:00+08:00', '2026-08-03T19:06+08:00'],
    ['Fri, 16 May 2014 23:49:00 GMT', '2014-05-17T07:49+08:00'],
    ['Sun, 4 Jan 2026 02:48:29 GMT', '2026-01-04T10:48+08:00'],
    ['1785997408', '2026-08-06T14:23+08:00'],
    ['1785997408000', '2026-08-06T14:23+08:00'],
    ['2小时前更新', '2026-08-09'],
    ['13小时前', '2026-08-08'],
    ['5分钟前', '2026-08-09T11:55+08:00'],
    ['3天前', '2026-08-06'],
    ['刚刚', '2026-08-09T12:00+08:00'],
    ['2020年2月29日', '2020-02-29'],
  ])('%s is %s', (text, iso) => {
    expect(dateOf(text)).toEqual({ iso });
  });

  it.each([
    ['08月08日 14:09', { month: 8, day: 8, time: '14:09' }],
    ['10月10日', { month: 10, day: 10 }],
    ['文｜财新 覃敏 02月29日 09:30', { month: 2, day: 29, time: '09:30' }],
  ])('%s lacks its year', (text, date) => {
    expect(dateOf(text)).toEqual(date);
  });

  it.each([
    '',
    '没有日期',
    '2020年13月01日',
    '2020年02月30日',
    '2021年02月29日',
    '2020-00-10',
    '1899-01-01',
    '13月01日',
    '08月32日',
    '2020年12月16日 25:00',
    '2020年12月16日 12:61',
    '第123456789期',
    '12:30',
    '1012篇文章',
  ])('%s is no date', (text) => {
    expect(dateOf(text)).toBeUndefined();
  });

  it('any minute since 1991 is read back as it was printed', () => {
    const times = fc.integer({ min: Date.UTC(1991, 0) / 60_000, max: Date.UTC(2035, 0) / 60_000 });
    fc.assert(
      fc.property(times, (minutes) => {
        const iso = inChina(minutes * 60_000);
        const [, year, month, day, clock] = /^(\d+)-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(iso) ?? [];
        for (const text of [
          `${year}年${month}月${day}日 ${clock}`,
          `${year}-${month}-${day} ${clock}`,
          iso,
        ]) {
          expect(dateOf(text)).toEqual({ iso });
        }
      }),
    );
  });

  it('no text makes it fail', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void findDate(text, NOW)));
  });
});

describe('dates without a year', () => {
  const monthDay = (month: number, day: number): PrintedDate => ({ month, day });

  it('take the newest year that keeps the list in order and is not in the future', () => {
    const list = [monthDay(8, 8), monthDay(1, 3), monthDay(12, 30), monthDay(12, 31), monthDay(2, 29)];
    expect(withYears(list, NOW)).toEqual([
      '2026-08-08',
      '2026-01-03',
      '2025-12-30',
      '2024-12-31',
      '2024-02-29',
    ]);
  });

  it('of tomorrow are of last year', () => {
    expect(withYears([monthDay(8, 10)], NOW)).toEqual(['2025-08-10']);
  });

  it('take their limit from whole dates between them', () => {
    const list = [{ iso: '2021-03-01' }, monthDay(3, 2), undefined, monthDay(1, 1)];
    expect(withYears(list, NOW)).toEqual(['2021-03-01', '2020-03-02', undefined, '2020-01-01']);
  });

  it('always give a list in order, newest first, none in the future', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2026-08-08'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.array(day), (days) => {
        const printed = days.map((one) => monthDay(one.getUTCMonth() + 1, one.getUTCDate()));
        const found = withYears(printed, NOW).filter((iso) => iso !== undefined);
        expect(found).toEqual([...found].sort().reverse());
        expect(found.every((iso) => iso <= '2026-08-09')).toBe(true);
      }),
    );
  });
});
