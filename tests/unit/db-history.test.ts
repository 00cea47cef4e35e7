import { describe, expect, it } from 'vitest';
import { aPost, aRepository, urlOf } from './a-library';

const DAY = 86_400_000;
const urls = (entries: { url: string }[]) => entries.map((entry) => entry.url);

/** A repository whose clock advances by an hour at every reading. */
function aRepositoryInTime() {
  const clock = { now: 1_700_000_000_000 };
  const repository = aRepository(undefined, () => (clock.now += 3_600_000));
  return { ...repository, clock };
}

describe('undo', () => {
  it('undoes the last change, then the one before, then nothing', async () => {
    const { entries } = aRepositoryInTime();
    await entries.save([aPost(1)], { tags: ['治理'] });
    const before = await entries.all();
    await entries.shelve([urlOf(1)], { addTags: ['社区'] });
    expect(await entries.undo()).toEqual({ what: 'tags', urls: [urlOf(1)], title: '第1篇' });
    expect(await entries.all()).toEqual(before);
    expect(await entries.undo()).toMatchObject({ what: 'save' });
    expect(await entries.all()).toEqual([]);
    expect(await entries.undo()).toBeUndefined();
  });

  it('undoes what was done in another window', async () => {
    const { entries, again } = aRepositoryInTime();
    await entries.save([aPost(1), aPost(2)]);
    await again().entries.remove([urlOf(1), urlOf(2)]);
    expect(await entries.undo()).toEqual({ what: 'remove', urls: [urlOf(1), urlOf(2)] });
    expect(await entries.count()).toBe(2);
    expect(await entries.trash()).toEqual([]);
  });

  it('of one step leaves later changes of other entries alone', async () => {
    const { entries } = aRepositoryInTime();
    await entries.save([aPost(1), aPost(2)]);
    const { step } = await entries.remove([urlOf(1)]);
    await entries.shelve([urlOf(2)], { read: true });
    await entries.undo(step);
    expect(await entries.get([urlOf(1), urlOf(2)])).toMatchObject([{}, { readAt: expect.any(Number) }]);
  });

  it('of one step is refused if something newer touched its entries', async () => {
    const { entries } = aRepositoryInTime();
    const { step } = await entries.save([aPost(1)]);
    await entries.shelve([urlOf(1)], { note: '批注' });
    expect(await entries.undo(step)).toBeUndefined();
    expect((await entries.all())[0]?.note).toBe('批注');
  });

  it('a change that changes nothing is no step', async () => {
    const { entries } = aRepositoryInTime();
    await entries.save([aPost(1)], { tags: ['治理'] });
    expect(await entries.shelve([urlOf(1)], { addTags: ['治理'] })).toEqual({});
    expect(await entries.undo()).toMatchObject({ what: 'save' });
  });

  it('typing in one note is one step, back to before the first letter', async () => {
    const { entries } = aRepository();
    await entries.save([aPost(1)]);
    for (const note of ['一', '一条', '一条备注']) await entries.shelve([urlOf(1)], { note });
    await entries.undo();
    expect((await entries.all())[0]).not.toHaveProperty('note');
    await entries.redo();
    expect((await entries.all())[0]?.note).toBe('一条备注');
  });
});

describe('redo', () => {
  it('repeats what was undone, in order, until something else is done', async () => {
    const { entries } = aRepositoryInTime();
    await entries.save([aPost(1), aPost(2)], { queue: true });
    await entries.move(urlOf(2), urlOf(1));
    const after = await entries.all();
    await entries.undo();
    await entries.undo();
    expect(await entries.redo()).toMatchObject({ what: 'save' });
    expect(await entries.redo()).toMatchObject({ what: 'move' });
    expect(await entries.all()).toEqual(after);
    await entries.undo();
    await entries.shelve([urlOf(1)], { read: true });
    expect(await entries.redo()).toBeUndefined();
  });

  it('announces the entries it touches', async () => {
    const { entries, announced } = aRepositoryInTime();
    await entries.save([aPost(1), aPost(2)]);
    await entries.undo();
    await entries.redo();
    expect(announced).toEqual([
      [urlOf(1), urlOf(2)],
      [urlOf(1), urlOf(2)],
      [urlOf(1), urlOf(2)],
    ]);
  });
});

describe('the trash', () => {
  it('contains what was removed, last first, and restores it as it was', async () => {
    const { entries } = aRepositoryInTime();
    await entries.save([aPost(1), aPost(2), aPost(3)], { tags: ['治理'], queue: true });
    const before = await entries.all();
    await entries.remove([urlOf(1)]);
    await entries.remove([urlOf(3), urlOf(9)]);
    expect(urls(await entries.trash())).toEqual([urlOf(3), urlOf(1)]);
    await entries.restore([urlOf(1), urlOf(3)]);
    expect(await entries.all()).toEqual(before);
    expect(await entries.trash()).toEqual([]);
  });

  it('leaves alone what was saved again meanwhile', async () => {
    const { entries } = aRepositoryInTime();
    await entries.save([aPost(1)], { tags: ['旧'] });
    await entries.remove([urlOf(1)]);
    await entries.save([aPost(1)], { tags: ['新'] });
    await entries.restore([urlOf(1)]);
    expect((await entries.all())[0]?.tags).toEqual(['新']);
  });

  it('deletes what was removed before a day, and only that', async () => {
    const { entries, clock } = aRepositoryInTime();
    await entries.save([aPost(1), aPost(2)]);
    await entries.remove([urlOf(1)]);
    clock.now += 30 * DAY;
    await entries.remove([urlOf(2)]);
    await entries.emptyTrash(clock.now - 30 * DAY);
    expect(urls(await entries.trash())).toEqual([urlOf(2)]);
  });

  it('is emptied completely on request, including what is dated in the future', async () => {
    const { entries, clock } = aRepositoryInTime();
    await entries.save([aPost(1)]);
    clock.now += 365 * DAY;
    await entries.remove([urlOf(1)]);
    clock.now -= 365 * DAY;
    await entries.emptyTrash(Number.POSITIVE_INFINITY);
    expect(await entries.trash()).toEqual([]);
  });

  it('a removal can be undone even after the trash was emptied', async () => {
    const { entries, clock } = aRepositoryInTime();
    await entries.save([aPost(1)]);
    await entries.remove([urlOf(1)]);
    await entries.emptyTrash(clock.now);
    await entries.undo();
    expect(await entries.count()).toBe(1);
  });
});
