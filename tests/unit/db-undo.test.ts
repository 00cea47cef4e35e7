import { describe, expect, it } from 'vitest';
import type { Step } from '../../utils/db/step';
import { MOST_STEPS } from '../../utils/db/undo-log';
import { anEntry, aPost, aRepository, urlOf } from './a-library';

/** A repository that holds two entries. */
async function twoEntries() {
  const repository = aRepository();
  await repository.entries.save([aPost(1), aPost(2)]);
  return repository;
}

const steps = ({ connection }: ReturnType<typeof aRepository>) => connection((db) => db.getAll('steps'));

describe('a step', () => {
  it('is every change, also of the same kind to the same entry', async () => {
    const { entries } = await twoEntries();
    await entries.shelve([urlOf(1)], { addTags: ['甲'] });
    await entries.shelve([urlOf(1)], { addTags: ['乙'] });
    await entries.undo();
    expect((await entries.get([urlOf(1)]))[0]?.tags).toEqual(['甲']);
  });

  it.each([
    ['one entry', [1], [1], 1],
    ['two entries, then the first of them', [1, 2], [1], 2],
    ['one entry, then it and another', [1], [1, 2], 2],
  ])('is typing in the notes of %s', async (_what, first, then, count) => {
    const repository = await twoEntries();
    await repository.entries.shelve(first.map(urlOf), { note: '一' });
    await repository.entries.shelve(then.map(urlOf), { note: '一二' });
    expect((await steps(repository)).filter(({ what }) => what === 'note')).toHaveLength(count);
  });

  it('says in which session it was typed only where it was typed', async () => {
    const repository = await twoEntries();
    await repository.entries.shelve([urlOf(1)], { note: '一', session: 'a' });
    await repository.entries.shelve([urlOf(1)], { read: true, session: 'a' });
    expect((await steps(repository)).map(({ session }) => session)).toEqual([undefined, 'a', undefined]);
  });

  it('of several entries is not undone where something newer touched one of them', async () => {
    const { entries } = await twoEntries();
    const { step } = await entries.shelve([urlOf(1), urlOf(2)], { addTags: ['甲'] });
    await entries.shelve([urlOf(2)], { read: true });
    expect(await entries.undo(step)).toBeUndefined();
  });

  it('that is not undone cannot be redone', async () => {
    const { entries } = await twoEntries();
    expect(await entries.redo(1)).toBeUndefined();
    expect(await entries.redo()).toBeUndefined();
  });

  it('keeps of each entry what is on the other side, where there is one', async () => {
    const repository = await twoEntries();
    const before = await repository.entries.all();
    const kept = async () => (await steps(repository))[0]?.changes;
    expect(await kept()).toStrictEqual([{ url: urlOf(1) }, { url: urlOf(2) }]);
    await repository.entries.undo();
    expect(await kept()).toStrictEqual(before.map((other) => ({ url: other.url, other })));
    await repository.entries.redo();
    expect(await kept()).toStrictEqual([{ url: urlOf(1) }, { url: urlOf(2) }]);
  });

  it('of one entry says its title: as it was, or as it comes back', async () => {
    const { entries } = await twoEntries();
    await entries.save([aPost(1, { title: '新题' })]);
    expect(await entries.undo()).toEqual({ what: 'save', urls: [urlOf(1)], title: '第1篇' });
    expect(await entries.redo()).toEqual({ what: 'save', urls: [urlOf(1)], title: '新题' });
  });
});

describe(`of more than ${MOST_STEPS} steps`, () => {
  it.each([
    [MOST_STEPS - 1, 1],
    [MOST_STEPS, 2],
    [MOST_STEPS + 2, 4],
  ])('%i and one more keep those from number %i on', async (count, first) => {
    const repository = aRepository();
    await repository.connection(async (db) => {
      const { store, done } = db.transaction('steps', 'readwrite');
      const aStep = (id: number): Step => ({ id, at: id, what: 'save', changes: [{ url: urlOf(id) }] });
      for (let id = 1; id <= count; id++) void store.put(aStep(id));
      await done;
    });
    const { step = 0 } = await repository.entries.save([aPost(1)]);
    const left = (await steps(repository)).map(({ id }) => id);
    expect([left.length, left[0], left.at(-1)]).toEqual([step - first + 1, first, count + 1]);
  });
});

describe('what rests in the trash of an entry that was saved again', () => {
  it.each<[string, (entries: ReturnType<typeof aRepository>['entries']) => Promise<unknown>]>([
    ['undoing a later change', (entries) => entries.undo()],
    ['going back to a library that has it', (entries) => entries.replaceAll([anEntry(1)])],
  ])('stays there after %s', async (_what, change) => {
    const { entries } = await twoEntries();
    await entries.remove([urlOf(1)]);
    await entries.save([aPost(1)]);
    await entries.shelve([urlOf(1)], { read: true });
    await change(entries);
    expect((await entries.get([urlOf(1)]))[0]).not.toHaveProperty('readAt');
    expect((await entries.trash()).map(({ url }) => url)).toContain(urlOf(1));
  });

  it('and what comes back from it leaves it', async () => {
    const { entries } = await twoEntries();
    await entries.remove([urlOf(1)]);
    await entries.replaceAll([anEntry(1), anEntry(2)]);
    expect(await entries.trash()).toEqual([]);
  });
});
