import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_STEPS } from '../../utils/db/undo-log';
import type { Entry } from '../../utils/domain/entry';
import { aPost, aRepository, urlOf } from './a-library';

type Entries = ReturnType<typeof aRepository>['entries'];

/** What a reader may do to a library of five posts. */
const CHANGES: Record<string, (entries: Entries, n: number) => Promise<unknown>> = {
  save: (entries, n) => entries.save([aPost(n), aPost((n + 1) % 5)], { tags: [`t${n}`] }),
  title: (entries, n) => entries.save([aPost(n, { title: `另一个${n}` })]),
  queue: (entries, n) => entries.shelve([urlOf(n)], { queued: true }),
  note: (entries, n) => entries.shelve([urlOf(n)], { note: `字${Math.random()}` }),
  retag: (entries, n) => entries.retag(new Map([[`t${n}`, [`t${(n + 1) % 5}`]]])),
  move: (entries, n) => entries.move(urlOf(n)),
  remove: (entries, n) => entries.remove([urlOf(n)]),
  restore: (entries, n) => entries.restore([urlOf(n)]),
  undo: (entries) => entries.undo(),
  redo: (entries) => entries.redo(),
};
const changes = fc.array(fc.tuple(fc.constantFrom(...Object.keys(CHANGES)), fc.nat(4)), { maxLength: 12 });

const mapOf = (entries: Entry[]) => new Map(entries.map((entry) => [entry.url, entry]));

describe('what changed since a cursor', () => {
  it('is enough to bring an old copy up to date', async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(changes, changes, async (before, after) => {
        const { entries } = aRepository();
        for (const [name, n] of before) await CHANGES[name]?.(entries, n);
        const cursor = await entries.cursor();
        const copy = mapOf(await entries.all());
        for (const [name, n] of after) await CHANGES[name]?.(entries, n);
        const urls = await entries.changedSince(cursor);
        if (!urls) return;
        told++;
        const found = mapOf(await entries.get(urls));
        for (const url of urls) {
          const entry = found.get(url);
          if (entry) copy.set(url, entry);
          else copy.delete(url);
        }
        expect(copy).toEqual(mapOf(await entries.all()));
      }),
      { numRuns: 150 },
    );
    expect(told).toBeGreaterThan(75);
  });

  it('is unknown if steps were dropped, or another library took its place', async () => {
    const { entries } = aRepository();
    await entries.save([aPost(1)]);
    const cursor = await entries.cursor();
    expect(await entries.changedSince(cursor)).toEqual([urlOf(1)]);
    for (let n = 0; n <= MOST_STEPS; n++) await entries.shelve([urlOf(1)], { read: n % 2 === 0 });
    expect(await entries.changedSince(cursor)).toBeUndefined();
    let now = 0;
    const other = aRepository(undefined, () => now++);
    await other.entries.save([aPost(1)]);
    expect(await other.entries.changedSince(cursor)).toBeUndefined();
    expect(await other.entries.changedSince('nonsense')).toBeUndefined();
  });

  it.each([
    'nonsense',
    'null',
    '{}',
    '[]',
    '{"id":"1","at":1,"undone":[]}',
    '{"id":1,"at":"1","undone":[]}',
    '{"id":1,"at":1,"undone":"1"}',
    '{"id":1,"at":1}',
  ])('is unknown for what is not a cursor: %s', async (text) => {
    const { entries } = aRepository();
    await entries.save([aPost(1)]);
    expect(await entries.changedSince(text)).toBeUndefined();
  });

  it('is known from the beginning as long as the first step is there', async () => {
    const { entries } = aRepository();
    const beginning = await entries.cursor();
    expect(await entries.changedSince(beginning)).toEqual([]);
    await entries.save([aPost(1)]);
    await entries.save([aPost(2)]);
    expect(await entries.changedSince(beginning)).toEqual([urlOf(1), urlOf(2)]);
    for (let n = 0; n < MOST_STEPS; n++) await entries.shelve([urlOf(1)], { read: n % 2 === 0 });
    expect(await entries.changedSince(beginning)).toBeUndefined();
  });

  it('includes steps that were undone then and are gone now, unless they are too old', async () => {
    const { entries } = aRepository();
    await entries.save([aPost(1)]);
    const second = await entries.save([aPost(2)]);
    await entries.save([aPost(3)]);
    await entries.undo(second.step);
    const then = await entries.cursor();
    await entries.save([aPost(4)]);
    expect(await entries.changedSince(then)).toEqual([urlOf(3), urlOf(4)]);
    for (let n = 0; n < MOST_STEPS - 2; n++) await entries.shelve([urlOf(4)], { read: n % 2 === 0 });
    expect(await entries.changedSince(then)).toBeUndefined();
  });
});
