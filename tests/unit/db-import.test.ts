import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Incoming, merged } from '../../utils/db/import-entries';
import type { Shelving } from '../../utils/domain/entry';
import { anEntry, aPost, aRepository, urlOf } from './a-library';

const NOW = 1_700_000_000_000;
const incoming = (n: number, shelving: Partial<Shelving> = {}): Incoming => ({ post: aPost(n), shelving });
const urls = (entries: { url: string }[]) => entries.map((entry) => entry.url);

describe('what a file adds to an entry', () => {
  it('a new one has its tags, dates, states and note', () => {
    const shelving = { tags: ['治理'], savedAt: 5, readAt: 6, archivedAt: 7, note: '批注' };
    expect(merged(undefined, incoming(1, shelving), NOW)).toEqual({ ...aPost(1), ...shelving });
  });

  it('fills gaps and keeps what is here', () => {
    const old = anEntry(1, { tags: ['甲'], savedAt: 9, note: '这里的', category: '社区治理' });
    const file = {
      post: { ...aPost(1), title: '别的题目', category: '别的', excerpt: '摘要' },
      shelving: { tags: ['乙', '甲'], savedAt: 5, readAt: 6, note: '那里的' },
    };
    expect(merged(old, file, NOW)).toEqual({
      ...old,
      tags: ['甲', '乙'],
      savedAt: 5,
      readAt: 6,
      note: '这里的\n\n那里的',
      excerpt: '摘要',
    });
  });

  it('a queued entry is not archived by a file', () => {
    expect(merged(anEntry(1, { queue: 'a0' }), incoming(1, { archivedAt: 7 }), NOW)).toEqual(
      anEntry(1, { queue: 'a0' }),
    );
  });

  it('importing twice is the same as importing once', () => {
    const shelving = fc.record(
      {
        tags: fc.uniqueArray(fc.constantFrom('甲', '乙', '丙')),
        savedAt: fc.integer({ min: 1, max: 9 }),
        readAt: fc.integer({ min: 1, max: 9 }),
        archivedAt: fc.integer({ min: 1, max: 9 }),
        note: fc.constantFrom('', '一', '一二'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(shelving, shelving, fc.boolean(), (here, there, isQueued) => {
        const old = anEntry(1, { ...here, ...(isQueued && { queue: 'a0' }) });
        const once = merged(old, incoming(1, there), NOW, 'a1');
        expect(merged(once, incoming(1, there), NOW, 'a1')).toEqual(once);
      }),
    );
  });
});

describe('importing', () => {
  it('is one step: after an undo nothing of it is left', async () => {
    const { entries } = aRepository();
    await entries.save([aPost(1)], { tags: ['甲'] });
    const before = JSON.stringify(await entries.all());
    const { step } = await entries.import([incoming(1, { tags: ['乙'] }), incoming(2), incoming(3)]);
    expect((await entries.all()).map(({ tags }) => tags)).toEqual([['甲', '乙'], [], []]);
    await entries.undo(step);
    expect(JSON.stringify(await entries.all())).toBe(before);
  });

  it('the same post twice in a file is one entry with the tags of both', async () => {
    const { entries } = aRepository();
    await entries.import([incoming(1, { tags: ['甲'] }), incoming(1, { tags: ['乙'] })]);
    expect((await entries.all()).map(({ tags }) => tags)).toEqual([['甲', '乙']]);
  });

  it('a queue keeps its order: as it was into an empty one, otherwise after the existing one', async () => {
    const file = [incoming(1, { queue: 'a2' }), incoming(2, { queue: 'a0' }), incoming(3, { queue: 'a1' })];
    const empty = aRepository();
    await empty.entries.import(file);
    expect((await empty.entries.queue()).map(({ queue }) => queue)).toEqual(['a0', 'a1', 'a2']);
    const full = aRepository();
    await full.entries.save([aPost(9)], { queue: true });
    await full.entries.import(file);
    expect(urls(await full.entries.queue())).toEqual([9, 2, 3, 1].map(urlOf));
  });

  it('a damaged rank in the queue does no harm', async () => {
    const { entries } = aRepository();
    await entries.import([incoming(1, { queue: '\u0000' }), incoming(2, { queue: 'zzz' })]);
    expect(urls(await entries.queue())).toEqual([1, 2].map(urlOf));
    await entries.save([aPost(3)], { queue: true });
    expect(urls(await entries.queue())).toEqual([1, 2, 3].map(urlOf));
  });

  it('reports progress, and if cancelled in the middle changes nothing', async () => {
    const { entries, announced } = aRepository();
    const file = Array.from({ length: 2500 }, (_, n) => incoming(n + 1));
    const stop = new AbortController();
    const seen: number[] = [];
    const onProgress = (done: number) => {
      seen.push(done);
      if (done === 2000) stop.abort();
    };
    await expect(entries.import(file, { onProgress, signal: stop.signal })).rejects.toMatchObject({
      kind: 'stopped',
    });
    expect(seen).toEqual([1000, 2000]);
    expect(await entries.count()).toBe(0);
    expect(announced).toEqual([]);
    await entries.import(file);
    expect(await entries.count()).toBe(2500);
    expect(urls(await entries.newest(2))).toEqual([1, 2].map(urlOf));
  });
});

describe('reading in batches', () => {
  it('returns every entry once, by address', async () => {
    const { entries } = aRepository();
    await entries.import(Array.from({ length: 25 }, (_, n) => incoming(n + 1)));
    const sizes: number[] = [];
    const seen: string[] = [];
    for await (const batch of entries.batches(10)) {
      sizes.push(batch.length);
      seen.push(...urls(batch));
    }
    expect(sizes).toEqual([10, 10, 5]);
    expect(seen).toEqual(urls(await entries.all()));
  });
});
