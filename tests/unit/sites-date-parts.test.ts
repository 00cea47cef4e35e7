// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { dateOfParts, datePartsOf, isDateHeading, partsIn, withYearOf } from '../../utils/sites/date-parts';
import type { Line } from '../../utils/sites/lines';
import { NOW } from './a-page';

/** Lines of these words, each word in an element of its own; of elements nothing is asked. */
const linesOf = (lines: string[][]) =>
  lines.map((texts) => ({ text: texts.join(''), segments: texts.map((text) => ({ text })) })) as Line[];

describe('parts of a date', () => {
  it.each<[string, object]>([
    ['2026', { year: 2026 }],
    ['1998', { year: 1998 }],
    ['2026年', { year: 2026 }],
    ['2026 年', { year: 2026 }],
    ['2026  年', { year: 2026 }],
    ['2026年11月', { year: 2026, month: 11 }],
    ['2026  年  1  月', { year: 2026, month: 1 }],
    ['2026-11', { year: 2026, month: 11 }],
    ['2026.1', { year: 2026, month: 1 }],
    ['2026 / 11', { year: 2026, month: 11 }],
    ['11月', { month: 11 }],
    ['1月', { month: 1 }],
    ['11  月', { month: 11 }],
    ['Nov', { month: 11 }],
    ['Nov.', { month: 11 }],
    ['November', { month: 11 }],
    ['SEPT.', { month: 9 }],
    ['11/2026', { year: 2026, month: 11 }],
    ['1/2026', { year: 2026, month: 1 }],
    ['11  .  1999', { year: 1999, month: 11 }],
    ['11-2026', { year: 2026, month: 11 }],
    ['20日', { day: 20 }],
    ['20号', { day: 20 }],
    ['2  日', { day: 2 }],
    ['1st', { day: 1 }],
    ['22nd', { day: 22 }],
    ['3rd', { day: 3 }],
    ['20th', { day: 20 }],
    ['20', { day: 20 }],
    ['5', { day: 5 }],
    ['11/', { day: 11 }],
    ['11 20', { month: 11, day: 20 }],
    ['11/20', { month: 11, day: 20 }],
    ['12 5', { month: 12, day: 5 }],
    ['31 20', { day: 31 }],
    ['2026 20 11', { year: 2026, month: 11, day: 20 }],
    ['2026 11 20', { year: 2026, month: 11, day: 20 }],
    ['2026 20日 11', { year: 2026, month: 11, day: 20 }],
    ['2026 11', { year: 2026, month: 11 }],
    ['2026年11月 20 5', { year: 2026, month: 11, day: 20 }],
    ['11月 12 5', { month: 11, day: 12 }],
    ['11月 20', { month: 11, day: 20 }],
    ['20 Nov 2026', { year: 2026, month: 11, day: 20 }],
    ['2026年11月20日', { year: 2026, month: 11, day: 20 }],
    ['2026 2025', { year: 2026 }],
    ['11月 12月', { month: 11 }],
    ['20日 21日', { day: 20 }],
    ['20日 5', { day: 20 }],
    ['11月20日 5', { month: 11, day: 20 }],
    ['5 11/2026', { year: 2026, month: 11, day: 5 }],
    ['5 1  /  1999', { year: 1999, month: 1, day: 5 }],
    ['5 2026  -  11', { year: 2026, month: 11, day: 5 }],
    ['5 2026.11', { year: 2026, month: 11, day: 5 }],
    ['11（5篇）20', { month: 11, day: 20 }],
    ['二〇二六年十一月', { year: 2026, month: 11 }],
    ['', {}],
    ['——', {}],
  ])('%s', (text, parts) => expect(datePartsOf(text)).toStrictEqual(parts));

  it.each([
    '2026年11月(12)',
    '2026年11月（5）',
    '2026年11月(5)',
    '2026年11月（共12篇）',
    '2026年11月(共  12  篇)',
    '2026年11月(12条)',
    '2026年11月 12篇',
    '2026年11月 7  条',
    '2026年11月 星期五',
    '2026年11月 周日',
    '2026年11月，',
    '￥2026年11月',
  ])('beside a count or a weekday: %s', (text) =>
    expect(datePartsOf(text)).toEqual({ year: 2026, month: 11 }),
  );

  it.each([
    '1898',
    '2026-111',
    '20:30',
    '1 2 3',
    '2026年11月的文章',
    '第20',
    '共12',
    '2026年11月 123',
    '星期八',
    '十一月',
    'x',
    `2026${' '.repeat(37)}`,
  ])('not in what says more: %s', (text) => expect(datePartsOf(text)).toBeUndefined());

  it('in at most forty signs', () => expect(datePartsOf(`2026${' '.repeat(36)}`)).toEqual({ year: 2026 }));
});

describe('a date over several rows', () => {
  it.each([
    '2026年11月',
    '2026年',
    '2026',
    '———2026',
    '11月',
    '20 Nov',
    '11 . 2026',
    '2026-11-20',
    '2026年11月20日 星期五',
    '2026-11-20 阅读 5',
    '今天',
    '昨日',
    '3天前',
    `2026年11月20日 标签：${'甲'.repeat(14)}`,
  ])('%s', (text) => expect(isDateHeading(text)).toBe(true));

  it.each([
    '20',
    '20日',
    '11 20',
    '11-20',
    '————2026',
    '——————',
    'today',
    '2026年的事',
    '11月20日的文章',
    '月',
    '',
    `${' '.repeat(100)}2026`,
    `2026年11月20日 标签：${'甲'.repeat(15)}`,
  ])('but not %j', (text) => expect(isDateHeading(text)).toBe(false));
});

describe('a date in parts', () => {
  const WHOLE = { iso: '2026-11-20' };
  it.each<[string[], string | undefined, object | undefined]>([
    [['20', '11月'], '2026年', WHOLE],
    [['20'], '2026年11月', WHOLE],
    [['20'], `2026年${' '.repeat(40)}11月`, WHOLE],
    [['11-20'], '2026', WHOLE],
    [['20', 'Nov', '2026'], undefined, WHOLE],
    [['2026', '11', '20'], '2019年5月', WHOLE],
    [['第20'], '2026年11月20日', WHOLE],
    [[], '2026年11月20日', WHOLE],
    [[], '2026 20 11', WHOLE],
    [[], '甲乙', undefined],
    [[], '2026年11月20日 阅读 5', WHOLE],
    [['第20'], '2026年11月20日 阅读 5', WHOLE],
    [['11', '20'], undefined, { month: 11, day: 20 }],
    [[], '11月20日', { month: 11, day: 20 }],
    [['20'], '2026年11月20日 阅读 5', undefined],
    [[], '2026年11月', undefined],
    [['20'], undefined, undefined],
    [['20'], '2026', undefined],
    [['11月'], '2026', undefined],
    [['31'], '2026年11月', undefined],
    [[], undefined, undefined],
    [[], '——', undefined],
  ])('%j under %s', (texts, heading, date) => expect(dateOfParts(texts, heading, NOW)).toEqual(date));

  it.each<[object, string | undefined, object | undefined]>([
    [{ month: 11, day: 20 }, '2026年', WHOLE],
    [{ month: 11, day: 20 }, '2026年11月', WHOLE],
    [{ month: 11, day: 20 }, ` ${' '.repeat(40)}2026年`, WHOLE],
    [{ month: 3, day: 5 }, '2026', { iso: '2026-03-05' }],
    [{ month: 3, day: 5, time: '12:30' }, '2026', { iso: '2026-03-05T12:30+08:00' }],
    [{ month: 11, day: 20 }, '2026年10月', undefined],
    [{ month: 11, day: 20 }, '11月', undefined],
    [{ month: 11, day: 20 }, '甲乙', undefined],
    [{ month: 11, day: 20 }, undefined, undefined],
    [{ iso: '2020-11-20' }, '2026年', undefined],
  ])('%j has the year of %s', (date, heading, expected) =>
    expect(withYearOf(date as { iso: string }, heading)).toEqual(expected ?? date),
  );

  it.each<[string[][], string[]]>([
    [
      [['20'], ['11月'], ['题目']],
      ['20', '11月'],
    ],
    [
      [['题目'], ['20', '11月']],
      ['20', '11月'],
    ],
    [[['20'], ['题目'], ['11月']], ['11月']],
    [
      [['20'], ['阅读 5'], ['11月']],
      ['20', '11月'],
    ],
    [
      [['20'], ['·'], ['11月']],
      ['20', '11月'],
    ],
    [
      [['20'], ['11月'], ['题目'], ['2026']],
      ['20', '11月'],
    ],
    [
      [['20'], ['11月'], ['阅读 5'], ['2026']],
      ['20', '11月'],
    ],
    [
      [[' 20 '], ['Nov']],
      ['20', 'Nov'],
    ],
    [[['2026 / 11']], ['2026 / 11']],
    [[['2026 /  11  ']], ['2026 / 11']],
    [[['2026年 11 月']], []],
    [[['一日']], ['一日']],
    [[['周五']], []],
    [[['·']], []],
    [[['第20']], []],
    [[['题目']], []],
    [[], []],
  ])('stands in %j', (lines, texts) => expect(partsIn(linesOf(lines))).toEqual(texts));
});
