import { describe, expect, it, vi } from 'vitest';
import type { Task } from '../../utils/db/batches';
import { checkPosts } from '../../utils/db/check-posts';
import { shelved } from '../../utils/db/shelve';
import { anEntry, aPost, aRepository, urlOf } from './a-library';

const NOW = 1_700_000_000_000;
const DAY = 86_400_000;
const urls = (entries: { url: string }[]) => entries.map(({ url }) => url);

it('what is queued later waits behind', async () => {
  const { entries } = aRepository();
  await entries.save([aPost(1), aPost(2)]);
  for (const n of [2, 1]) await entries.shelve([urlOf(n)], { queued: true });
  expect(urls(await entries.queue())).toEqual([2, 1].map(urlOf));
});

describe('moving', () => {
  const waiting = async () => {
    const repository = aRepository();
    await repository.entries.save([aPost(1), aPost(2), aPost(3)], { queue: true });
    return repository;
  };

  it('an entry right before itself changes nothing', async () => {
    const { entries } = await waiting();
    expect(await entries.move(urlOf(1), urlOf(1))).toEqual({});
    expect(urls(await entries.queue())).toEqual([1, 2, 3].map(urlOf));
  });

  it('it before one that does not wait, or before none, puts it at the end', async () => {
    const { entries } = await waiting();
    await entries.move(urlOf(1), urlOf(77));
    await entries.move(urlOf(2));
    expect(urls(await entries.queue())).toEqual([3, 1, 2].map(urlOf));
  });

  it('is undone exactly', async () => {
    const { entries } = await waiting();
    const before = await entries.all();
    await entries.move(urlOf(3), urlOf(1));
    await entries.undo();
    expect(await entries.all()).toEqual(before);
  });
});

describe('the trash', () => {
  it('gives back what is in it where something else is asked for too', async () => {
    const { entries } = aRepository();
    await entries.save([aPost(1)]);
    await entries.remove([urlOf(1)]);
    await entries.restore([urlOf(77), urlOf(1)]);
    expect(urls(await entries.all())).toEqual([urlOf(1)]);
  });

  it('when it is emptied keeps the dates of what stays, but those to come become today', async () => {
    const dates = [NOW - 2 * DAY, NOW - 1, NOW + DAY, NOW + DAY + 1];
    const { entries, connection } = aRepository();
    await connection(async (db) => {
      for (const [n, removedAt] of dates.entries())
        await db.put('trash', { url: urlOf(n), entry: anEntry(n), removedAt });
    });
    await entries.emptyTrash(NOW - 2 * DAY);
    expect((await entries.trash()).map(({ url, removedAt }) => [url, removedAt])).toEqual([
      [urlOf(2), NOW + DAY],
      [urlOf(3), NOW],
      [urlOf(1), NOW - 1],
    ]);
  });
});

describe('renaming a tag', () => {
  it('goes through those that have it or one below it, and through no others', async () => {
    const { entries, connection } = aRepository();
    const lists = [['经济'], ['经济/'], ['经济/宏观'], ['经济0'], ['经济!'], ['经济学'], ['#不净']];
    await connection(async (db) => {
      for (const [n, tags] of lists.entries()) await db.put('entries', anEntry(n + 1, { tags }));
    });
    const onProgress = vi.fn<NonNullable<Task['onProgress']>>();
    await entries.retag(new Map([['经济', ['财经']]]), { onProgress });
    expect(onProgress.mock.calls).toEqual([[3, 3]]);
    expect((await entries.all()).flatMap(({ tags }) => tags)).toEqual([
      '财经',
      '财经/',
      '财经/宏观',
      ...lists.slice(3).flat(),
    ]);
  });
});

describe('tags', () => {
  it('that are added leave all others alone', () => {
    const added = shelved(anEntry(1, { tags: ['甲', '已读过'] }), { addTags: ['乙'] }, NOW, () => '');
    expect(added.tags).toEqual(['甲', '已读过', '乙']);
  });
});

describe('a note', () => {
  it.each([
    ['what was written here and elsewhere is both in it', '零\n一', '一', '一\n二', '零\n一\n二'],
    ['what was there is left alone where nothing is typed', '甲', '乙', undefined, '甲'],
    ['two that were begun at once are both in it', '甲', '', '乙', '甲\n乙'],
    ['what goes on in one that was deleted elsewhere stays', undefined, '旧', '旧新', '新'],
    ['that was begun with a space keeps it', undefined, ' ', ' 新', ' 新'],
    ['where nothing was before is as it was typed', undefined, '', '新', '新'],
  ])('%s', async (_what, here, noteFrom, note, both) => {
    const { entries } = aRepository();
    await entries.save([aPost(1)]);
    if (here !== undefined) await entries.shelve([urlOf(1)], { note: here });
    await entries.shelve([urlOf(1)], { noteFrom, ...(note !== undefined && { note }) });
    expect((await entries.get([urlOf(1)]))[0]?.note).toBe(both);
  });
});

describe('a post', () => {
  it.each([
    ['of another site', aPost(1, { url: 'https://evil.example/archives/1' })],
    ['under another of its addresses', aPost(1, { url: `${urlOf(1)}?from=x` })],
    ['without a title', aPost(1, { title: ' ' })],
  ])('%s is refused', (_what, post) => {
    expect(() => checkPosts([aPost(2), post])).toThrow(expect.objectContaining({ kind: 'broken' }));
  });

  it('is refused among more than ten thousand', () => {
    const many = Array.from({ length: 10_001 }, (_, n) => aPost(n + 1));
    expect(() => checkPosts(many.slice(1))).not.toThrow();
    expect(() => checkPosts(many)).toThrow(expect.objectContaining({ kind: 'broken' }));
  });
});
