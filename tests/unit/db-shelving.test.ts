import { describe, expect, it, vi } from 'vitest';
import { pack, unpack } from '../../utils/db/backup/gzip-lines';
import { inBatches } from '../../utils/db/batches';
import { markOf } from '../../utils/db/queries';
import { difference } from '../../utils/db/replace-all';
import { kindOf, shelved } from '../../utils/db/shelve';
import { inQueueOrder } from '../../utils/domain/queue-order';
import { refreshed } from '../../utils/domain/refresh-post';
import { anEntry, aPost, aRepository, urlOf } from './a-library';

const NOW = 1_700_000_000_000;
const never = () => {
  throw new Error('no rank was to be asked for');
};

describe('a change of shelving', () => {
  it.each([
    [{ read: true }, {}, { readAt: NOW }],
    [{ read: true }, { readAt: 5 }, { readAt: 5 }],
    [{ read: false }, { readAt: 5 }, {}],
    [{ archived: true }, {}, { archivedAt: NOW }],
    [{ archived: true }, { archivedAt: 5 }, { archivedAt: 5 }],
    [{ archived: true }, { queue: 'a0' }, { archivedAt: NOW }],
    [{ archived: false }, { archivedAt: 5 }, {}],
    [{ archived: false }, { queue: 'a0' }, { queue: 'a0' }],
    [{ queued: false }, { queue: 'a0' }, {}],
    [{ queued: false }, { archivedAt: 5 }, { archivedAt: 5 }],
    [{ queued: true }, { queue: 'a0' }, { queue: 'a0' }],
    [{ queued: true, archived: true }, {}, { archivedAt: NOW }],
    [{ read: true, queued: false }, { queue: 'a0' }, { readAt: NOW }],
    [{ note: '新的' }, { note: '旧的' }, { note: '新的' }],
    [{ note: ' 新的 ' }, {}, { note: ' 新的 ' }],
    [{ note: '\n' }, { note: '旧的' }, {}],
    [{}, { readAt: 5, archivedAt: 6, note: '批注' }, { readAt: 5, archivedAt: 6, note: '批注' }],
    [{ removeTags: ['甲'] }, { tags: ['甲', '乙'] }, { tags: ['乙'] }],
    [{ addTags: ['丙 ', '丙', '甲'] }, { tags: ['甲', '乙'] }, { tags: ['甲', '乙', '丙'] }],
    [{ addTags: ['甲'], removeTags: ['甲'] }, { tags: ['甲', '乙'] }, { tags: ['乙', '甲'] }],
  ])('%j of an entry with %j makes it %j', (change, before, after) => {
    const next = shelved(anEntry(1, before), change, NOW, never);
    expect(next).toEqual(anEntry(1, after));
    expect(Object.keys(next).sort()).toEqual(Object.keys(anEntry(1, after)).sort());
  });

  it('queueing asks for a rank if there is none, and removes from the archive', () => {
    const rank = vi.fn(() => 'a7');
    expect(shelved(anEntry(1, { archivedAt: 5 }), { queued: true }, NOW, rank)).toEqual(
      anEntry(1, { queue: 'a7' }),
    );
    expect(rank).toHaveBeenCalledOnce();
  });

  it.each([
    [{ addTags: ['甲'] }, 'tags'],
    [{ removeTags: ['甲'] }, 'tags'],
    [{ note: '' }, 'note'],
    [{ archived: true }, 'archive'],
    [{ archived: false }, 'unarchive'],
    [{ archived: true, read: true }, 'archive'],
    [{ read: true, queued: false }, 'finish'],
    [{ read: true }, 'read'],
    [{ read: true, queued: true }, 'read'],
    [{ read: false }, 'unread'],
    [{ read: false, queued: false }, 'unread'],
    [{ queued: true }, 'queue'],
    [{ queued: false }, 'unqueue'],
  ] as const)('%j is called %s', (change, kind) => {
    // The lists are read only.
    expect(kindOf(change as never)).toBe(kind);
  });
});

describe('a post that is saved again', () => {
  it.each(['author', 'authorUrl', 'category', 'publishedAt', 'excerpt', 'image'] as const)(
    'has the %s of today, and keeps the former one if there is none',
    (fact) => {
      const old = anEntry(1, { [fact]: '2020' });
      expect(refreshed(old, { url: urlOf(1), title: '新题', [fact]: '2021年' })).toEqual({
        ...old,
        title: '新题',
        [fact]: '2021年',
      });
      expect(refreshed(old, { url: urlOf(1), title: '新题' })).toEqual({ ...old, title: '新题' });
    },
  );

  it.each([
    ['2020-12-16T12:00+08:00', '2020-12-16', '2020-12-16T12:00+08:00'],
    ['2020-12-16', '2020-12-16T12:00+08:00', '2020-12-16T12:00+08:00'],
    ['2020-12-16T12:00+08:00', '2020-12-17', '2020-12-17'],
    [undefined, '2020-12-16', '2020-12-16'],
  ])('published at %s, then at %s, is published at %s', (before, told, after) => {
    const old = anEntry(1, before === undefined ? {} : { publishedAt: before });
    expect(refreshed(old, aPost(1, { publishedAt: told })).publishedAt).toBe(after);
  });
});

describe('parts', () => {
  it('are a thousand each, reported when they are done', async () => {
    const seen: unknown[] = [];
    const all = Array.from({ length: 2001 }, (_, n) => n);
    await inBatches(all, { onProgress: (done, of) => seen.push([done, of]) }, (part, from) => {
      seen.push([from, part[0], part.length]);
    });
    expect(seen).toEqual([
      [0, 0, 1000],
      [1000, 2001],
      [1000, 1000, 1000],
      [2000, 2001],
      [2000, 2000, 1],
      [2001, 2001],
    ]);
  });

  it('of nothing are none', async () => {
    const work = vi.fn();
    await inBatches([], { signal: AbortSignal.abort() }, work);
    expect(work).not.toHaveBeenCalled();
  });

  it('end with the one in which the task was cancelled, which is not reported as done', async () => {
    const seen: number[] = [];
    const stop = new AbortController();
    const work = inBatches(
      Array(3000).fill(0),
      { signal: stop.signal, onProgress: (done) => seen.push(done) },
      (_, from) => {
        if (from === 1000) stop.abort();
      },
    );
    await expect(work).rejects.toMatchObject({ kind: 'stopped' });
    expect(seen).toEqual([1000]);
  });
});

describe('rows in a file', () => {
  it('come back as they were', async () => {
    const rows = [anEntry(1, { note: '一\n二' }), anEntry(2)];
    expect(await unpack(await pack([[rows[0]], [rows[1]]]))).toEqual(rows);
    expect(await unpack(await pack([]))).toEqual([]);
  });

  it('are one to a line', async () => {
    const body = await pack([[1, 2], [3]]);
    const stream = new Blob([body]).stream().pipeThrough(new DecompressionStream('gzip'));
    expect(await new Response(stream).text()).toBe('1\n2\n3\n');
  });
});

describe('the fields of a mark', () => {
  it.each([
    [{}, { queued: false, read: false }],
    [{ queue: 'a0' }, { queued: true, read: false }],
    [
      { readAt: 5, tags: ['甲'] },
      { queued: false, read: true },
    ],
  ])('of an entry with %j', (more, mark) => {
    const entry = anEntry(1, more);
    expect(markOf(entry)).toEqual({ url: urlOf(1), tags: entry.tags, ...mark });
  });
});

describe('the order of the queue', () => {
  it('is by rank, by code unit, then by address', () => {
    const all = [
      anEntry(1, { queue: 'b' }),
      anEntry(3, { queue: 'a' }),
      anEntry(2, { queue: 'a' }),
      anEntry(4, { queue: 'Z' }),
      anEntry(5),
    ];
    expect(inQueueOrder(all).map(({ url }) => url)).toEqual([5, 4, 2, 3, 1].map(urlOf));
  });
});

describe('restoring all entries', { timeout: 30_000 }, () => {
  it('makes the library contain exactly these, reports every thousand, and can be cancelled', async () => {
    const { entries } = aRepository();
    await entries.save([aPost(1), aPost(2)]);
    await entries.remove([urlOf(2)]);
    const then = [anEntry(2, { tags: ['甲'] }), ...Array.from({ length: 1000 }, (_, n) => anEntry(n + 10))];
    const stopped = entries.replaceAll(then, { signal: AbortSignal.abort() });
    await expect(stopped).rejects.toMatchObject({ kind: 'stopped' });
    expect(await entries.count()).toBe(1);
    const seen: unknown[] = [];
    await entries.replaceAll(then, { onProgress: (done, all) => seen.push([done, all]) });
    expect(seen).toEqual([
      [0, 1001],
      [1000, 1001],
    ]);
    expect(await entries.count()).toBe(1001);
    expect((await entries.get([urlOf(2)]))[0]?.tags).toEqual(['甲']);
    expect((await entries.trash()).map(({ url }) => url)).toEqual([urlOf(1)]);
  });

  it('is previewed: what is added, removed and changed', () => {
    const here = [anEntry(1), anEntry(2), anEntry(3)];
    const then = [anEntry(2), anEntry(3, { tags: ['甲'] }), anEntry(4)];
    expect(difference(here, then)).toEqual({
      back: [anEntry(4)],
      away: [anEntry(1)],
      changed: [{ from: anEntry(3), to: anEntry(3, { tags: ['甲'] }) }],
    });
  });
});
