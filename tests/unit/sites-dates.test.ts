// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { dateOfLine, stampOf } from '../../utils/sites/dates';
import type { Line } from '../../utils/sites/lines';

const NOW = new Date('2026-11-27T04:00:00Z');

/** What is read from a line of these parts; of their elements nothing is asked. */
function dated(parts: string[], person?: string) {
  const text = parts.join('');
  const line = { text, segments: parts.map((part) => ({ text: part })) } as Line;
  const found = dateOfLine(line, text, NOW, person);
  return found && [Object.values(found.date).join(' '), found.rank, found.rest];
}

describe('the date of a line', () => {
  it.each([
    ['2026-11-20', 1, ''],
    ['2026-11-20 甲乙', 1, '甲乙'],
    ['甲乙 2026-11-20', 1, '甲乙'],
    ['甲乙 2026-11-20 丙丁', 1, '甲乙 丙丁'],
    ['写于2026-11-20', 1, '写于'],
    ['時間2026-11-20', 1, '時間'],
    ['posted on2026-11-20', 1, 'posted on'],
    ['2026-11-20- 甲乙', 1, '- 甲乙'],
    ['2026-11-20|甲乙', 1, '|甲乙'],
    ['2026-11-20发布', 1, '发布'],
    ['2026-11-20发表', 1, '发表'],
    ['2026-11-20来源：甲乙', 1, '来源：甲乙'],
    ['2026-11-20來源：甲乙', 1, '來源：甲乙'],
    ['更新：2026-11-20', 0, '更新：'],
    ['最后更新：2026-11-20', 0, '更新：'],
    ['修改于 2026-11-20', 0, '修改于'],
    ['回复 2026-11-20', 0, '回复'],
    ['Updated 2026-11-20', 0, 'Updated'],
    ['last modified 2026-11-20', 0, 'last modified'],
    ['发布于 2026-11-20 更新于 2026-11-21', 1, '发布于'],
    ['更新于 2026-11-21 发布于 2026-11-20', 1, '发布于'],
    ['更新于 2026-11-21 發佈於 2026-11-20', 1, '發佈於'],
    ['更新于 2026-11-21 发表于 2026-11-20', 1, '发表于'],
    ['Updated 2026-11-21 Published 2026-11-20', 1, 'Published'],
    ['甲乙 2026-11-20 最后更新 2026-11-21', 1, '甲乙'],
    ['甲乙 2026-11-20 最后回复 2026-11-21', 1, '甲乙'],
    ['发布于 2026-11-20 发布于 2026-11-21', 1, '发布于'],
    ['更新于 2026-11-20 更新于 2026-11-21', 0, '更新于'],
    [`2026-11-20 ${'甲'.repeat(24)}`, 1, '甲'.repeat(24)],
    [`2026-11-20 作者：${'甲'.repeat(26)}`, 1, `作者：${'甲'.repeat(26)}`],
    [`2026-11-20${' '.repeat(70)}`, 1, ''],
  ])('%s', (text, rank, rest) => expect(dated([text])).toEqual(['2026-11-20', rank, rest]));

  it.each([
    '甲乙',
    '甲乙2026-11-20',
    '第5今天',
    '甲乙，2026-11-20',
    '～2026-11-20',
    '2026-11-20甲乙',
    '2026-11-20，甲乙',
    '2026-11-20-甲乙',
    '2026-11-20～2026-11-22',
    '2026-11-20 甲乙。',
    '2026-11-20 甲乙！',
    `2026-11-20 ${'甲'.repeat(25)}`,
    `2026-11-20${' '.repeat(71)}`,
    `2026-11-20${' '.repeat(151)}`,
  ])('none in %s', (text) => expect(dated([text])).toBeUndefined());

  it('with a name of any length beside it', () => {
    const person = '甲'.repeat(20);
    const text = `2026-11-20 ${person} ${'乙'.repeat(24)}`;
    expect(dated([text], person)).toEqual(['2026-11-20', 1, `${person} ${'乙'.repeat(24)}`]);
    expect(dated([text])).toBeUndefined();
  });

  it.each([
    [['一句话。', '2026-11-20'], 1, '一句话。 '],
    [['一句话。', ' 2026-11-20 '], 1, '一句话。   '],
    [['一句话。', '更新于 2026-11-20'], 0, '一句话。 '],
    [['一句话。', `2026-11-20 ${'甲'.repeat(12)}`], 1, '一句话。 '],
    [['一句话。', '2026-11-20 09:30:01.12345678901234567890'], 1, '一句话。 '],
  ])('in a part of its own: %j', (parts, rank, rest) => {
    expect(dated(parts)).toEqual([expect.stringMatching(/^2026-11-20/), rank, rest]);
  });

  it.each([
    [['一句话。', `2026-11-20 ${'甲'.repeat(13)}`]],
    [['一句话。', '甲2026-11-20']],
    [['一句话。', '2026-11-20 09:30:01.123456789012345678901']],
    [['一句话。', '别的']],
    [['2026-11-20 一句话。']],
  ])('none in %j', (parts) => expect(dated(parts)).toBeUndefined());

  const LONG = `一句话。${'甲'.repeat(80)}`;
  it.each([
    [`2026-11-20 09:30 ${LONG}`, '2026-11-20T09:30+08:00'],
    [`2026-11-20  9：30 ${LONG}`, '2026-11-20T09:30+08:00'],
    [`11月20日 9:30 ${LONG}`, '11 20 09:30'],
    [`2026年11月20日 9:30 ${LONG}`, '2026-11-20T09:30+08:00'],
    [`1月2日 9:30 ${LONG}`, '1 2 09:30'],
  ])('with a clock that opens an excerpt: %s', (text, date) =>
    expect(dated([text])).toEqual([date, 1, ` ${LONG}`]),
  );

  it.each([
    `2026-11-20 ${LONG}`,
    `2026-11-20 09:30${LONG}`,
    `甲 2026-11-20 09:30 ${LONG}`,
    `甲2026-11-20 09:30 ${LONG}`,
    `甲乙丙丁 09:30 ${LONG}`,
    `今天 09:30 ${LONG}`,
    `2026-11-20，甲乙丙丁 09:30 ${LONG}`,
  ])('none opens %s', (text) => expect(dated([text])).toBeUndefined());
});

describe('the moment an attribute says', () => {
  it.each<[string[], string | undefined]>([
    [['2026-11-20'], '2026-11-20'],
    [['甲', '2026-11-20'], '2026-11-20'],
    [['11月20日', '2026-11-20'], '2026-11-20'],
    [['2026-11-28', '2026-11-20', '2026-11-19'], '2026-11-20'],
    [['2026-11-27T04:00:00Z'], '2026-11-27T12:00+08:00'],
    [['2026-11-28'], undefined],
    [['甲'], undefined],
    [[], undefined],
  ])('%j', (moments, iso) => expect(stampOf(moments, NOW)).toEqual(iso && { iso }));
});
