// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Snapshot, surplus } from '../../utils/db/backup/snapshots';
import { findFaults } from '../../utils/db/integrity';
import { ageOf } from '../../utils/domain/format-date';
import { exportWhenDue, writeAutoExport } from '../../utils/library/transfer/auto-export';
import { daysLeft, isSteady } from '../../utils/library/trash';
import { elapsed, isDue, isToCome } from '../../utils/runtime/due';
import { streakOf } from '../../utils/search/statistics/streak';
import { anEntry, aPost, aRepository, aSafety, urlOf } from './a-library';

const DAY = 86_400_000;
const NOW = 1_800_000_000_000;

describe('what is done at intervals', () => {
  it.each([
    ['just done', NOW, false],
    ['done a day ago', NOW - DAY, true],
    ['done nearly a day ago', NOW - DAY + 1, false],
    ['done a second from now: two clocks of one machine', NOW + 1000, false],
    ['done in four years: a clock that ran ahead', NOW + 1460 * DAY, true],
  ])('%s', (_when, last, due) => {
    expect(isDue(last, NOW, DAY)).toBe(due);
  });

  it('elapsed time is never negative', () => {
    expect([elapsed(NOW + 5, NOW), elapsed(NOW - 5, NOW)]).toEqual([0, 5]);
    expect([isToCome(NOW + 1000, NOW), isToCome(NOW + DAY, NOW)]).toEqual([false, true]);
  });
});

describe('a clock that once ran ahead', () => {
  beforeEach(() => {
    fakeBrowser.reset();
    localStorage.clear();
  });

  it('does not end the automatic export', async () => {
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    const { entries } = aRepository();
    await writeAutoExport('daily');
    await entries.save([aPost(1)]);
    expect(await exportWhenDue(entries, '0', NOW + 1460 * DAY)).toBe(true);
    await entries.save([aPost(2)]);
    expect(await exportWhenDue(entries, '0', NOW + DAY)).toBe(true);
    await entries.save([aPost(3)]);
    expect(await exportWhenDue(entries, '0', NOW + DAY + 1000)).toBe(false);
    click.mockRestore();
  });

  it('does not end the daily snapshots', async () => {
    const clock = { now: NOW + 1460 * DAY };
    const repository = aRepository();
    const safety = aSafety(repository, () => clock.now);
    await repository.entries.save([aPost(1)]);
    await safety.takeDaily();
    const first = safety.latest.value;
    clock.now = NOW;
    await repository.entries.save([aPost(2)]);
    await safety.takeDaily();
    expect(safety.latest.value?.id).toBe((first?.id ?? 0) + 1);
  });

  it('does not join new typing to old', async () => {
    const clock = { now: NOW + 1460 * DAY };
    const { entries } = aRepository(undefined, () => clock.now);
    await entries.save([aPost(1)]);
    await entries.shelve([urlOf(1)], { note: '那时' });
    clock.now = NOW;
    await entries.shelve([urlOf(1)], { note: '那时，现在' });
    await entries.undo();
    expect((await entries.all())[0]?.note).toBe('那时');
  });

  it('leaves no impossible streak, age or trash', () => {
    expect(streakOf([NOW, NOW - DAY, NOW + 1460 * DAY], NOW).current).toBe(2);
    expect(ageOf(NOW + 5000, NOW, 'en')).toBe('just now');
    expect(ageOf(NOW - 59_000, NOW, 'zh-CN')).toBe('刚刚');
    expect(ageOf(NOW - 60_000, NOW, 'zh-CN')).toBe('1分钟前');
    expect(ageOf(NOW + 1460 * DAY, NOW, 'en')).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(daysLeft(NOW + 1460 * DAY, NOW)).toBe(30);
  });
});

describe('a clock that jumps ahead', () => {
  beforeEach(() => localStorage.clear());

  it('is believed once it has run on for a week', () => {
    const looks = [0, 1, 5, 8, 373, 374, 9, 10, 16, 17];
    expect(looks.map((day) => isSteady(NOW + day * DAY))).toEqual([
      ...[false, false, false, true],
      // A year ahead, and back.
      ...[false, false, false, false, true, true],
    ]);
  });

  it('does not make the snapshots of recent weeks old', () => {
    const taken = (id: number, at: number): Snapshot => ({
      id,
      at,
      why: 'daily',
      entries: 1,
      bytes: 1,
      stamp: '1.0.0',
    });
    const weeks = Array.from({ length: 10 }, (_, n) => taken(n + 1, NOW + n * DAY));
    expect(surplus([...weeks, taken(11, NOW + 1460 * DAY)])).not.toContain(weeks[8]);
    const kept = weeks.length + 1 - surplus([...weeks, taken(11, NOW + 1460 * DAY)]).length;
    expect(kept).toBeGreaterThan(3);
  });
});

it('what was removed while the clock was ahead is deleted on request, and in its time', async () => {
  const clock = { now: NOW + 1460 * DAY };
  const { entries } = aRepository(undefined, () => clock.now);
  await entries.save([aPost(1), aPost(2)]);
  await entries.remove([urlOf(1)]);
  clock.now = NOW;
  await entries.emptyTrash(NOW - 30 * DAY);
  expect((await entries.trash()).map(({ removedAt }) => removedAt)).toEqual([NOW]);
  await entries.remove([urlOf(2)]);
  clock.now = NOW - 1460 * DAY;
  await entries.emptyTrash(Number.MAX_SAFE_INTEGER);
  expect(await entries.trash()).toEqual([]);
});

it('a clock that is behind makes no row wrong; a row that is ahead of all others is wrong', () => {
  const rows = [1, 2, 3].map((n) => anEntry(n, { savedAt: NOW + n }));
  expect(findFaults(rows, NOW - 1460 * DAY).findings.faults).toEqual({});
  expect(findFaults([...rows, anEntry(4, { savedAt: NOW + 1460 * DAY })], NOW).findings.faults).toEqual({
    date: 1,
  });
});
