import { describe, expect, it } from 'vitest';
import { anEntry, aPost, aRepository, urlOf } from './a-library';

type Repository = ReturnType<typeof aRepository>['entries'];

/** Each way to change two entries of which the first is queued, and the kind of step that undoing it returns. */
const CHANGES: [what: string, change: (entries: Repository) => Promise<unknown>][] = [
  ['save', (entries) => entries.save([aPost(3)])],
  ['queue', (entries) => entries.shelve([urlOf(2)], { queued: true })],
  ['unqueue', (entries) => entries.shelve([urlOf(1)], { queued: false })],
  ['tags', (entries) => entries.shelve([urlOf(1)], { addTags: ['丙'] })],
  ['tags', (entries) => entries.shelve([urlOf(1)], { removeTags: ['甲'] })],
  ['tags', (entries) => entries.retag(new Map([['甲', ['乙']]]))],
  ['note', (entries) => entries.shelve([urlOf(1)], { note: '记' })],
  ['read', (entries) => entries.shelve([urlOf(1)], { read: true })],
  ['archive', (entries) => entries.shelve([urlOf(1)], { archived: true })],
  ['finish', (entries) => entries.shelve([urlOf(1)], { read: true, queued: false })],
  ['remove', (entries) => entries.remove([urlOf(1)])],
  ['import', (entries) => entries.import([{ post: aPost(4), shelving: {} }])],
  ['rewind', (entries) => entries.replaceAll([anEntry(7)])],
];

async function twoEntries() {
  const repository = aRepository();
  await repository.entries.save([aPost(1)], { tags: ['甲'], queue: true });
  await repository.entries.save([aPost(2)]);
  return repository;
}

describe('a step', () => {
  it.each(CHANGES)('%s returns its kind when it is undone', async (what, change) => {
    const { entries } = await twoEntries();
    const before = await entries.all();
    await change(entries);
    expect(await entries.all()).not.toEqual(before);
    expect((await entries.undo())?.what).toBe(what);
    expect(await entries.all()).toEqual(before);
  });

  it('of moving and of restoring returns its kind too', async () => {
    const { entries } = await twoEntries();
    await entries.shelve([urlOf(2)], { queued: true });
    await entries.move(urlOf(2), urlOf(1));
    expect((await entries.undo())?.what).toBe('move');
    await entries.remove([urlOf(2)]);
    await entries.restore([urlOf(2)]);
    expect((await entries.undo())?.what).toBe('restore');
  });

  it('of repairing returns its kind too', async () => {
    const { entries, connection } = await twoEntries();
    await connection((db) => db.put('entries', anEntry(5, { title: '' })));
    await entries.repair();
    expect((await entries.undo())?.what).toBe('mend');
  });

  it('has the title of its entry if it was only one', async () => {
    const { entries } = await twoEntries();
    await entries.shelve([urlOf(1)], { read: true });
    expect(await entries.undo()).toEqual({ what: 'read', urls: [urlOf(1)], title: '第1篇' });
    await entries.shelve([urlOf(1), urlOf(2)], { read: true });
    expect(await entries.undo()).toEqual({ what: 'read', urls: [urlOf(1), urlOf(2)] });
    await entries.save([aPost(9)]);
    expect(await entries.undo()).toEqual({ what: 'save', urls: [urlOf(9)], title: '第9篇' });
  });

  it('that changes nothing does not exist', async () => {
    const { entries, announced } = await twoEntries();
    const told = announced.length;
    expect(await entries.shelve([urlOf(1)], { addTags: ['甲'] })).toEqual({});
    expect(await entries.shelve([urlOf(77)], { read: true })).toEqual({});
    expect(await entries.undo(77)).toBeUndefined();
    expect(announced).toHaveLength(told);
  });
});

describe('typing in notes', () => {
  const type = (entries: Repository, n: number, note: string, session = 'a') =>
    entries.shelve([urlOf(n)], { note, session });

  it('of one entry in one session is one step; of two entries, in two sessions, or after another change it is more', async () => {
    const { entries } = await twoEntries();
    const first = await type(entries, 1, '一');
    expect(await type(entries, 1, '一二')).toEqual(first);
    const steps = [
      await type(entries, 2, '一'),
      await type(entries, 2, '一二', 'b'),
      await entries.shelve([urlOf(2)], { read: true }),
      await type(entries, 2, '一二三', 'b'),
      await entries.shelve([urlOf(1), urlOf(2)], { note: '同', session: 'b' }),
      await type(entries, 2, '同二', 'b'),
    ].map(({ step }) => step);
    expect(new Set([first.step, ...steps]).size).toBe(7);
  });

  it('after an undo is a step of its own', async () => {
    const { entries } = await twoEntries();
    await type(entries, 1, '一');
    await entries.undo();
    await type(entries, 1, '二');
    await entries.undo();
    expect((await entries.get([urlOf(1)]))[0]?.note).toBeUndefined();
    expect(await entries.undo()).toMatchObject({ what: 'save' });
  });
});

describe('emptying the trash', () => {
  it('is announced with what was in it, and not if nothing was', async () => {
    const { entries, announced } = await twoEntries();
    await entries.remove([urlOf(1)]);
    const told = announced.length;
    await entries.emptyTrash(0);
    expect(announced).toHaveLength(told);
    await entries.emptyTrash(Number.POSITIVE_INFINITY);
    expect(announced.slice(told)).toEqual([[urlOf(1)]]);
    await entries.emptyTrash(Number.POSITIVE_INFINITY);
    expect(announced).toHaveLength(told + 1);
  });
});
