// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Task } from '../../utils/db/batches';
import type { Entries } from '../../utils/db/entries';
import { aPost, aRepository, urlOf } from './a-library';

const MANY = 2500;
const all = Array.from({ length: MANY }, (_, n) => urlOf(n + 1));

const operations: Record<string, (entries: Entries, task: Task) => Promise<unknown>> = {
  'tagging many': (entries, task) => entries.shelve(all, { addTags: ['乙'] }, task),
  'renaming a tag of many': (entries, task) => entries.retag(new Map([['甲', ['丙']]]), task),
  'removing many': (entries, task) => entries.remove(all, task),
};

describe.each(Object.entries(operations))('%s', (_name, operation) => {
  it('reports progress, and if cancelled in the middle changes nothing', async () => {
    const { entries, announced } = aRepository();
    await entries.save(
      all.map((_, n) => aPost(n + 1)),
      { tags: ['甲'] },
    );
    announced.length = 0;
    const before = await entries.all();
    const stop = new AbortController();
    const seen: [number, number?][] = [];
    const onProgress = (...told: [number, number?]) => {
      seen.push(told);
      if (told[0] === 2000) stop.abort();
    };
    const stopped = operation(entries, { onProgress, signal: stop.signal });
    await expect(stopped).rejects.toMatchObject({ kind: 'stopped' });
    expect(seen).toEqual([
      [1000, MANY],
      [2000, MANY],
    ]);
    expect(await entries.all()).toEqual(before);
    expect(announced).toEqual([]);
    expect(await operation(entries, {})).toMatchObject({ step: expect.any(Number) });
    await entries.undo();
    expect(await entries.all()).toEqual(before);
  });
});
