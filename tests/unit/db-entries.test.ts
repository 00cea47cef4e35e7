import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../utils/domain/errors';
import { retagged } from '../../utils/domain/renaming';
import { aPost, aRepository, urlOf } from './a-library';

describe('saving', () => {
  it('stores the posts and returns which are new', async () => {
    const { entries, announced } = aRepository();
    const result = await entries.save([aPost(1), aPost(2)], { tags: ['治理'] });
    expect(result).toMatchObject({ added: [urlOf(1), urlOf(2)], refreshed: [] });
    expect(announced).toEqual([[urlOf(1), urlOf(2)]]);
    expect((await entries.all()).map((entry) => entry.tags)).toEqual([['治理'], ['治理']]);
  });

  it('saving again refreshes the post and keeps the shelving', async () => {
    let time = 1000;
    const { entries } = aRepository(undefined, () => time);
    await entries.save([aPost(1, { excerpt: '旧摘要' })], { tags: ['治理'], queue: true });
    await entries.shelve([urlOf(1)], { note: '重读', read: true });
    const [before] = await entries.get([urlOf(1)]);
    time = 2000;
    const again = await entries.save([aPost(1, { title: '新题', category: '社区治理' })], {
      tags: ['组织', '治理'],
      queue: true,
    });
    const [after] = await entries.get([urlOf(1)]);
    expect(again).toMatchObject({ added: [], refreshed: [urlOf(1)] });
    expect(after).toEqual({ ...before, title: '新题', category: '社区治理', tags: ['治理', '组织'] });
    expect(after?.excerpt).toBe('旧摘要');
  });

  it('a day alone does not replace the minute known before', async () => {
    const { entries } = aRepository();
    await entries.save([aPost(1, { publishedAt: '2020-12-16T12:00+08:00' })]);
    await entries.save([aPost(1, { publishedAt: '2020-12-16' })]);
    expect((await entries.get([urlOf(1)]))[0]?.publishedAt).toBe('2020-12-16T12:00+08:00');
    await entries.save([aPost(1, { publishedAt: '2020-12-17' })]);
    expect((await entries.get([urlOf(1)]))[0]?.publishedAt).toBe('2020-12-17');
  });

  it('the library, newest first, keeps the order of the page', async () => {
    const { entries } = aRepository();
    await entries.save([aPost(9), aPost(3), aPost(7)]);
    expect((await entries.newest(2)).map((entry) => entry.url)).toEqual([urlOf(9), urlOf(3)]);
  });

  it('refuses anything but posts of Caixin, and stores nothing of that save', async () => {
    const { entries, announced } = aRepository();
    const bad = { ...aPost(2), url: 'https://evil.example/archives/2' };
    await expect(entries.save([aPost(1), bad])).rejects.toBeInstanceOf(AppError);
    await expect(entries.save([aPost(1, { title: '  ' })])).rejects.toBeInstanceOf(AppError);
    expect(await entries.count()).toBe(0);
    expect(announced).toEqual([]);
  });

  it('a save that fails in the middle stores nothing, announces nothing and reports why', async () => {
    const { entries, announced } = aRepository();
    const unclonable = { ...aPost(2), excerpt: (() => {}) as unknown as string }; // what the type forbids, a page may send
    await expect(entries.save([aPost(1), unclonable])).rejects.toMatchObject({
      name: 'AppError',
      kind: 'broken',
    });
    expect(await entries.count()).toBe(0);
    expect(announced).toEqual([]);
  });
});

describe('shelving', () => {
  it('changes what is named and leaves the rest', async () => {
    const { entries } = aRepository();
    await entries.save([aPost(1)], { tags: ['甲', '乙'], queue: true });
    await entries.shelve([urlOf(1)], { removeTags: ['甲'], addTags: ['丙 '], note: '一句话' });
    const [entry] = await entries.get([urlOf(1)]);
    expect(entry).toMatchObject({ tags: ['乙', '丙'], note: '一句话', queue: expect.any(String) });
    await entries.shelve([urlOf(1)], { note: ' ' });
    expect((await entries.get([urlOf(1)]))[0]).not.toHaveProperty('note');
  });

  it('archiving takes an entry out of the queue, queueing brings it back', async () => {
    const { entries } = aRepository();
    await entries.save([aPost(1)], { queue: true });
    await entries.shelve([urlOf(1)], { archived: true });
    expect(await entries.queue()).toEqual([]);
    await entries.shelve([urlOf(1)], { queued: true });
    expect((await entries.queue())[0]).not.toHaveProperty('archivedAt');
  });

  it('what is not saved is left alone and not announced', async () => {
    const { entries, announced } = aRepository();
    await entries.shelve([urlOf(1)], { read: true });
    expect(announced).toEqual([]);
    expect(await entries.count()).toBe(0);
  });

  it('counts tags without reading entries, most used first', async () => {
    const { entries } = aRepository();
    await entries.save([aPost(1), aPost(2)], { tags: ['治理'] });
    await entries.save([aPost(3)], { tags: ['宏观', '治理'] });
    expect(await entries.tags()).toEqual([
      { tag: '治理', count: 3 },
      { tag: '宏观', count: 1 },
    ]);
  });
});

describe('renaming tags', () => {
  const tagsOf = async ({ entries }: ReturnType<typeof aRepository>) =>
    (await entries.all()).map(({ tags }) => tags.join());

  it('applies to every entry, to the tags below, and not to tags that only begin alike', async () => {
    const repository = aRepository();
    const { entries } = repository;
    await entries.save([aPost(1)], { tags: ['经济', '周刊'] });
    await entries.save([aPost(2)], { tags: ['经济/宏观'] });
    await entries.save([aPost(3)], { tags: ['经济学'] });
    await entries.retag(new Map([['经济', ['财经']]]));
    expect(await tagsOf(repository)).toEqual(['财经,周刊', '财经/宏观', '经济学']);
  });

  it('to the name of another tag merges them, several at once, as one step', async () => {
    const repository = aRepository();
    const { entries } = repository;
    await entries.save([aPost(1)], { tags: ['ＡＩ', 'AI'] });
    await entries.save([aPost(2)], { tags: ['ai'] });
    const { step } = await entries.retag(
      new Map([
        ['ＡＩ', ['AI']],
        ['ai', ['AI']],
      ]),
    );
    expect(await tagsOf(repository)).toEqual(['AI', 'AI']);
    await entries.undo(step);
    expect(await tagsOf(repository)).toEqual(['ＡＩ,AI', 'ai']);
  });

  it('to no name drops them', async () => {
    const repository = aRepository();
    await repository.entries.save([aPost(1)], { tags: ['经济/宏观', '周刊'] });
    await repository.entries.retag(new Map([['经济', []]]));
    expect(await tagsOf(repository)).toEqual(['周刊']);
  });
});

describe('splitting tags', () => {
  it('gives every entry all the names, for tags below it too, and undo restores the library exactly', async () => {
    const { entries } = aRepository();
    await entries.save([aPost(1)], { tags: ['周刊', '经济金融', '金融'], queue: true });
    await entries.save([aPost(2)], { tags: ['经济金融/宏观'] });
    await entries.save([aPost(3)], { tags: ['经济金融学'] });
    await entries.shelve([urlOf(1)], { note: '重读', read: true });
    const before = await entries.all();
    const { step } = await entries.retag(new Map([['经济金融', ['经济', '金融']]]));
    expect((await entries.all()).map(({ tags }) => tags)).toEqual([
      ['周刊', '经济', '金融'],
      ['经济/宏观', '金融/宏观'],
      ['经济金融学'],
    ]);
    await entries.undo(step);
    expect(await entries.all()).toEqual(before);
  });

  it('and renaming, merging and dropping, in any combination, is one step that undo reverses as a whole', async () => {
    const tag = fc.constantFrom('经济', '经济/宏观', '经济/宏观/货币', '金融', '金融/银行', '周刊');
    const library = fc.array(fc.uniqueArray(tag, { maxLength: 4 }), { minLength: 1, maxLength: 5 });
    const renaming = fc.array(fc.tuple(tag, fc.array(tag, { maxLength: 2 })), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(library, renaming, async (lists, names) => {
        const { entries } = aRepository();
        for (const [n, tags] of lists.entries()) await entries.save([aPost(n + 1)], { tags });
        const before = await entries.all();
        const { step } = await entries.retag(new Map(names));
        expect((await entries.all()).map(({ tags }) => tags)).toEqual(
          before.map(({ tags }) => retagged(tags, new Map(names))),
        );
        if (step !== undefined) await entries.undo(step);
        expect(await entries.all()).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the queue', () => {
  it('keeps the order of an array under any appends, moves and removals', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('append' as const), n: fc.integer({ min: 1, max: 9 }) }),
      fc.record({
        kind: fc.constant('move' as const),
        n: fc.integer({ min: 1, max: 9 }),
        before: fc.integer({ min: 0, max: 9 }),
      }),
      fc.record({ kind: fc.constant('drop' as const), n: fc.integer({ min: 1, max: 9 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { entries } = aRepository();
        let model: number[] = [];
        for (const one of steps) {
          const rest = model.filter((n) => n !== one.n);
          if (one.kind === 'append') {
            await entries.save([aPost(one.n)], { queue: true });
            if (!model.includes(one.n)) model = [...model, one.n];
          } else if (one.kind === 'drop') {
            await entries.shelve([urlOf(one.n)], { queued: false });
            model = rest;
          } else if (model.includes(one.n) && one.before !== one.n) {
            await entries.move(urlOf(one.n), one.before ? urlOf(one.before) : undefined);
            const place = rest.includes(one.before) ? rest.indexOf(one.before) : rest.length;
            model = rest.toSpliced(place, 0, one.n);
          }
        }
        expect((await entries.queue()).map((entry) => entry.url)).toEqual(model.map(urlOf));
      }),
      { numRuns: 40 },
    );
  });

  it('two entries with the same rank have one order everywhere and can be separated', async () => {
    const { entries, connection } = aRepository();
    await entries.save([aPost(1), aPost(2), aPost(3)], { queue: true });
    await connection(async (db) => {
      for (const entry of await db.getAll('entries')) await db.put('entries', { ...entry, queue: 'a0' });
    });
    await entries.move(urlOf(3), urlOf(2));
    expect((await entries.queue()).map((entry) => entry.url)).toEqual([1, 3, 2].map(urlOf));
  });

  it('two windows at once lose nothing', async () => {
    const one = aRepository();
    const two = one.again();
    const saves = Array.from({ length: 40 }, (_, n) =>
      (n % 2 ? one : two).entries.save([aPost(n + 1)], { queue: true }),
    );
    await Promise.all(saves);
    expect(await one.entries.count()).toBe(40);
    expect(new Set((await two.entries.queue()).map((entry) => entry.queue)).size).toBe(40);
  });
});
