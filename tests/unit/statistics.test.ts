// @vitest-environment happy-dom
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../utils/domain/entry';
import { filterEntries } from '../../utils/search/filter-entries';
import { SearchIndex } from '../../utils/search/index/search-index';
import { parseQuery } from '../../utils/search/parse-query';
import { type Bar, statisticsOf } from '../../utils/search/statistics/statistics';
import { streakOf } from '../../utils/search/statistics/streak';
import { fold } from '../../utils/search/text/fold';
import { anEntry } from './a-library';

/** A Wednesday. */
const NOW = new Date(2026, 10, 25, 9).getTime();
const at = (...[month, day, hour = 12]: number[]) => new Date(2026, (month ?? 1) - 1, day, hour).getTime();

async function statistics(entries: Entry[]) {
  const index = new SearchIndex(fold);
  for (const entry of entries) index.put(entry);
  return statisticsOf(index, NOW, async () => {});
}

const moment = fc.integer({ min: at(1, 1), max: NOW });
const library = fc
  .array(
    fc.record(
      {
        savedAt: moment,
        readAt: moment,
        archivedAt: fc.constant(1),
        queue: fc.constant('a0'),
        author: fc.constantFrom('甲', '乙', '甲乙', '引"号'),
        category: fc.constantFrom('治理', '社区治理'),
        tags: fc.uniqueArray(fc.constantFrom('经济', '经济/宏观', '房 价'), { maxLength: 2 }),
      },
      { requiredKeys: ['savedAt', 'tags'] },
    ),
    { maxLength: 30 },
  )
  .map((all) =>
    all.map(({ queue, ...some }, n) =>
      // Archived entries are not in the queue.
      anEntry(n, { author: '丙', ...some, ...(queue && !some.archivedAt && { queue }) }),
    ),
  );

describe('statistics', () => {
  it('each bar counts what its filter finds', async () => {
    await fc.assert(
      fc.asyncProperty(library, async (entries) => {
        const found = await statistics(entries);
        const { savedByWeek, readByWeek, queueAge, authors, tags, categories } = found;
        const bars = [savedByWeek, readByWeek, queueAge, authors, tags, categories].flat();
        const count = ({ filter }: Bar) => filterEntries(entries, parseQuery(filter).query).length;
        expect(bars.map(({ value }) => value)).toEqual(bars.map(count));
        expect(queueAge.reduce((sum, { value }) => sum + value, 0)).toBe(found.totals.queued);
      }),
      { numRuns: 300 },
    );
  });

  it('weeks begin on Monday, and the last one includes today', async () => {
    const { savedByWeek } = await statistics([
      anEntry(1, { savedAt: at(11, 23, 0) }),
      anEntry(2, { savedAt: at(11, 22, 23) }),
      anEntry(3, { savedAt: at(11, 16, 0) }),
    ]);
    expect(savedByWeek).toHaveLength(26);
    expect(savedByWeek.slice(-2).map(({ label, value }) => [label, value])).toEqual([
      ['2026-11-16', 2],
      ['2026-11-23', 1],
    ]);
  });

  it('of an empty library are all zero', async () => {
    const { totals, authors, streak } = await statistics([]);
    expect({ totals, authors, streak }).toEqual({
      totals: { saved: 0, read: 0, queued: 0 },
      authors: [],
      streak: { current: 0, longest: 0 },
    });
  });
});

describe('a streak', () => {
  it.each([
    ['goes on over midnight', [at(11, 24, 23), at(11, 25, 0)], 2, 2],
    ['goes on while today is not over', [at(11, 23), at(11, 24)], 2, 2],
    ['has ended where yesterday has nothing', [at(11, 21), at(11, 22), at(11, 23)], 0, 3],
    ['counts a day once', [at(11, 25, 1), at(11, 25, 2)], 1, 1],
    ['goes on over the end of a month and of summer time', [at(10, 24), at(10, 25), at(10, 26)], 0, 3],
  ])('%s', (_, times, current, longest) => {
    expect(streakOf(times, NOW)).toEqual({ current, longest });
  });
});
