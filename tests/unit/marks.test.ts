import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pageAnswers } from '../../entrypoints/background/page-answers';
import { Marks } from '../../entrypoints/caixin.content/marks';
import type { Entries } from '../../utils/db/entries';
import { answerPages } from '../../utils/messaging/answer-pages';
import { PAGE_CALLS } from '../../utils/messaging/shapes';
import { connectEnds } from './a-browser';
import { aPost, aRepository, urlOf } from './a-library';

let entries: Entries;

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  ({ entries } = aRepository());
  answerPages(pageAnswers(entries), PAGE_CALLS);
  connectEnds();
});

const urls = (count: number) => Array.from({ length: count }, (_, n) => urlOf(n + 1));

describe('the marks of a page', () => {
  it('of ten thousand rows are asked for in parts, all of them', async () => {
    await entries.save([aPost(1), aPost(5_000), aPost(10_000)]);
    const asked = vi.spyOn(entries, 'marks').mockImplementation(async (some) => {
      const saved = [1, 5_000, 10_000].map(urlOf).filter((url) => some.includes(url));
      return saved.map((url) => ({ url, tags: [], queued: false, read: false }));
    });
    const marks = new Marks();
    expect(await marks.learn(urls(10_000))).toBe(true);
    expect(asked.mock.calls.map(([some]) => some.length)).toEqual([2000, 2000, 2000, 2000, 2000]);
    expect([1, 2, 5_000, 10_000].map((n) => marks.get(urlOf(n)) !== undefined)).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(await marks.learn(urls(10_000))).toBe(false);
    expect(await marks.renew()).toBe(true);
  });

  it('that could not be read are asked for again', async () => {
    await entries.save([aPost(1)]);
    const marks = new Marks();
    vi.spyOn(entries, 'marks').mockRejectedValueOnce(new Error('closed'));
    await expect(marks.learn([urlOf(1)])).rejects.toThrow('closed');
    expect(await marks.learn([urlOf(1)])).toBe(true);
    expect(marks.get(urlOf(1))).toBeDefined();
  });

  it('follow changes of the posts that are here', async () => {
    await entries.save([aPost(1)]);
    const marks = new Marks();
    await marks.learn(urls(2));
    await entries.remove([urlOf(1)]);
    await entries.save([aPost(2), aPost(3)]);
    expect(await marks.renew([urlOf(1), urlOf(2), urlOf(3)])).toBe(true);
    expect([1, 2, 3].map((n) => marks.get(urlOf(n)) !== undefined)).toEqual([false, true, false]);
    expect(await marks.renew([urlOf(3)])).toBe(false);
  });
});
