import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codecs } from '../../utils/codecs';
import type { Entries } from '../../utils/db/entries';
import { MOST_STEPS } from '../../utils/db/undo-log';
import { exportFile } from '../../utils/library/transfer/export';
import { aPost, aRepository, urlOf } from './a-library';

describe('a step', () => {
  it(`can be undone as long as no more than ${MOST_STEPS} came after it`, async () => {
    const { entries } = aRepository();
    await entries.save([aPost(1)]);
    for (let n = 1; n < MOST_STEPS; n++) await entries.shelve([urlOf(1)], { read: n % 2 === 1 });
    for (let n = 1; n < MOST_STEPS; n++) await entries.undo();
    expect(await entries.undo()).toMatchObject({ what: 'save' });
    await entries.redo();
    for (let n = 0; n < MOST_STEPS; n++) await entries.shelve([urlOf(1)], { read: n % 2 === 0 });
    let undone = 0;
    while (await entries.undo()) undone++;
    expect(undone).toBe(MOST_STEPS);
    expect(await entries.count()).toBe(1);
  });
});

type Action = (entries: Entries) => Promise<unknown>;

const some = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 });
const one = fc.integer({ min: 1, max: 12 });
const tags = fc.uniqueArray(fc.constantFrom('治理', '社区', '宏观', '周刊'), { maxLength: 3 });
const maybe = fc.constantFrom(true, false, undefined);
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ some, tags, queue: fc.boolean(), title: fc.constantFrom({}, { title: '改过的题目' }) }).map(
    ({ some: numbers, queue, title, ...options }): Action =>
      (entries) =>
        entries.save(
          numbers.map((n) => aPost(n, title)),
          { ...options, queue },
        ),
  ),
  fc
    .record({ some, add: tags, drop: tags, read: maybe, archived: maybe, queued: maybe })
    .map(({ some: numbers, add, drop, read, archived, queued }): Action => {
      const states = Object.entries({ read, archived, queued }).filter(([, value]) => value !== undefined);
      const change = { addTags: add, removeTags: drop, ...Object.fromEntries(states) };
      return (entries) => entries.shelve(numbers.map(urlOf), change);
    }),
  fc.tuple(one, fc.constantFrom('', '一条备注', '另一条')).map(
    ([n, note]): Action =>
      (entries) =>
        entries.shelve([urlOf(n)], { note }),
  ),
  fc.tuple(one, one).map(
    ([n, m]): Action =>
      (entries) =>
        entries.move(urlOf(n), urlOf(m)),
  ),
  fc.tuple(fc.constantFrom('治理', '社区', '宏观'), fc.subarray(['周刊', '治理/基层'])).map(
    ([from, to]): Action =>
      (entries) =>
        entries.retag(new Map([[from, to]])),
  ),
  some.map(
    (numbers): Action =>
      (entries) =>
        entries.remove(numbers.map(urlOf)),
  ),
  some.map(
    (numbers): Action =>
      (entries) =>
        entries.restore(numbers.map(urlOf)),
  ),
);

/** The library as an exported file. */
async function exported(entries: Entries): Promise<string> {
  const [json] = codecs;
  if (!json) throw new Error('no codec');
  const about = { exportedAt: new Date(0), version: '0' };
  return (await exportFile(json, entries.batches(), about)).text();
}

describe('any fifty changes', () => {
  it('undone one by one restore every state byte for byte, and redone too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 50, maxLength: 50 }), async (actions) => {
        const clock = { now: 1_700_000_000_000 };
        const { entries } = aRepository(undefined, () => (clock.now += 3_600_000));
        await entries.save([aPost(1), aPost(2), aPost(3)], { tags: ['治理'], queue: true });
        const text = () => exported(entries);
        const states = [await text()];
        for (const act of actions) {
          await act(entries);
          const now = await text();
          if (now !== states.at(-1)) states.push(now);
        }
        for (const expected of states.slice(0, -1).reverse()) {
          await entries.undo();
          expect(await text()).toBe(expected);
        }
        for (const expected of states.slice(1)) {
          await entries.redo();
          expect(await text()).toBe(expected);
        }
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});
