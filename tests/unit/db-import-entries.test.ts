import { describe, expect, it } from 'vitest';
import { type Incoming, merged } from '../../utils/db/import-entries';
import type { Shelving } from '../../utils/domain/entry';
import { anEntry, aPost, aRepository, urlOf } from './a-library';

const NOW = 1_700_000_000_000;
const incoming = (n: number, shelving: Partial<Shelving> = {}): Incoming => ({ post: aPost(n), shelving });

describe('a queued entry that is imported', () => {
  it('keeps its place, whatever place the file gives it', async () => {
    const { entries } = aRepository();
    await entries.save([aPost(1), aPost(2), aPost(3)], { queue: true });
    const before = await entries.queue();
    await entries.import([incoming(3, { queue: 'a0' }), incoming(1, { queue: 'a1' })]);
    expect(await entries.queue()).toEqual(before);
  });

  it('is appended if only the file has it in the queue', () => {
    expect(merged(anEntry(1), incoming(1), NOW, 'a5')).toEqual(anEntry(1, { queue: 'a5' }));
  });

  it('is not queued if it is archived, here or in the file', () => {
    const here = anEntry(1, { archivedAt: 5 });
    expect(merged(here, incoming(1), NOW, 'a5')).toEqual(here);
    expect(merged(anEntry(1), incoming(1, { archivedAt: 7 }), NOW, 'a5')).toEqual(
      anEntry(1, { archivedAt: 7 }),
    );
    expect(merged(undefined, incoming(1, { archivedAt: 7 }), NOW, 'a5')).not.toHaveProperty('queue');
    expect(merged(undefined, incoming(1), NOW, 'a5')).toHaveProperty('queue', 'a5');
  });
});

describe('what is here stays', () => {
  it('the times it was read and archived', () => {
    const here = anEntry(1, { readAt: 3, archivedAt: 4 });
    expect(merged(here, incoming(1, { readAt: 8, archivedAt: 9 }), NOW)).toEqual(here);
  });

  it('the time it was saved, if that is earlier', () => {
    expect(merged(anEntry(1, { savedAt: 5 }), incoming(1, { savedAt: 9 }), NOW).savedAt).toBe(5);
    expect(merged(anEntry(1, { savedAt: 5 }), incoming(1), NOW).savedAt).toBe(5);
  });

  it('its title, unless that is only its address', () => {
    const file = { post: aPost(1, { title: '别的题目' }), shelving: {} };
    expect(merged(anEntry(1), file, NOW).title).toBe('第1篇');
    expect(merged(anEntry(1, { title: urlOf(1) }), file, NOW).title).toBe('别的题目');
  });

  it.each(['author', 'authorUrl', 'category', 'publishedAt', 'excerpt', 'image'] as const)(
    'its %s, which the file provides if there is none',
    (fact) => {
      const { [fact]: _, ...bare } = { ...anEntry(1) };
      const file = { post: { ...aPost(1), [fact]: '那里的' }, shelving: {} };
      expect(merged(bare, file, NOW)).toEqual({ ...bare, [fact]: '那里的' });
      expect(merged({ ...bare, [fact]: '这里的' }, file, NOW)).toEqual({ ...bare, [fact]: '这里的' });
      const empty = { post: { url: urlOf(1), title: '第1篇' }, shelving: {} };
      expect(Object.keys(merged(bare, empty, NOW))).toEqual(Object.keys(bare));
    },
  );
});

describe('notes', () => {
  it.each([
    ['一', '二', '一\n\n二'],
    ['一二', '二', '一二'],
    [undefined, '二', '二'],
    ['一', ' ', '一'],
    ['一', undefined, '一'],
    [undefined, ' ', undefined],
    [undefined, undefined, undefined],
  ])('%j and %j from the file give %j', (here, there, both) => {
    const old = anEntry(1, here === undefined ? {} : { note: here });
    const next = merged(old, incoming(1, there === undefined ? {} : { note: there }), NOW);
    expect(next).toEqual(both === undefined ? anEntry(1) : anEntry(1, { note: both }));
    expect('note' in next).toBe(both !== undefined);
  });

  it('a new entry has none if the file contains only spaces', () => {
    expect(merged(undefined, incoming(1, { note: ' ' }), NOW)).toEqual({
      ...aPost(1),
      savedAt: NOW,
      tags: [],
    });
  });
});

describe('the order of a file', () => {
  it('is the order of the library, newest first, through all its parts', async () => {
    const { entries } = aRepository();
    const file = Array.from({ length: 1002 }, (_, n) => incoming(n + 1));
    await entries.import(file);
    const newest = await entries.newest(2000);
    expect(newest.map(({ url }) => url)).toEqual(file.map(({ post }) => post.url));
    expect(new Set(newest.map(({ savedAt }) => savedAt)).size).toBe(1002);
    expect(newest[0]?.savedAt).toBe(NOW);
  });

  it('a post that is in it twice, in parts far apart, has the fields of both', async () => {
    const { entries } = aRepository();
    await entries.save([aPost(1)], { tags: ['甲'] });
    const between = Array.from({ length: 1000 }, (_, n) => incoming(n + 2));
    await entries.import([incoming(1, { tags: ['乙'] }), ...between, incoming(1, { tags: ['丙'] })]);
    expect((await entries.get([urlOf(1)]))[0]?.tags).toEqual(['甲', '乙', '丙']);
  });

  it('its queue keeps the ranks of the file only if all of them are valid', async () => {
    const { entries } = aRepository();
    await entries.import([incoming(1, { queue: 'a5' }), incoming(2, { queue: '!' })]);
    expect((await entries.queue()).map(({ url, queue }) => [url, queue])).toEqual([
      [urlOf(2), 'a0'],
      [urlOf(1), 'a1'],
    ]);
  });

  it('entries of equal rank keep their order', async () => {
    const { entries } = aRepository();
    await entries.save([aPost(9)], { queue: true });
    await entries.import([
      incoming(3, { queue: 'a5' }),
      incoming(2, { queue: 'a5' }),
      incoming(1, { queue: 'a4' }),
    ]);
    expect((await entries.queue()).map(({ url }) => url)).toEqual([9, 1, 3, 2].map(urlOf));
  });
});
