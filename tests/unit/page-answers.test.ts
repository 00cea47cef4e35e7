import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openAllowance } from '../../entrypoints/background/allowance';
import { pageAnswers } from '../../entrypoints/background/page-answers';
import type { Entries } from '../../utils/db/entries';
import { NO_DRAFT } from '../../utils/domain/draft';
import { answerPages } from '../../utils/messaging/answer-pages';
import { PAGE_CALLS } from '../../utils/messaging/shapes';
import { type ASender, aContentScript, deliver, speak } from './a-browser';
import { aPost, aRepository, urlOf } from './a-library';

let entries: Entries;
let now: number;

beforeEach(async () => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  await speak('zh_CN');
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([] as never);
  ({ entries } = aRepository());
  now = 1_790_000_000_000;
  answerPages(
    pageAnswers(
      entries,
      openAllowance(() => now),
    ),
    PAGE_CALLS,
  );
});

/** What the background answers a sender. */
async function ask(sender: ASender, call: string, ...args: unknown[]): Promise<unknown> {
  const reply = await deliver({ to: 'background', call, args }, sender);
  const { value, failure } = reply as { value?: unknown; failure?: { detail: string } };
  return failure ? failure.detail : value;
}

const PAGE = aContentScript({ documentId: 'A' });

const save = async (sender: ASender, ...posts: number[]) => {
  const result = await ask(
    sender,
    'savePosts',
    posts.map((n) => aPost(n)),
    {},
  );
  return (result as { step: number }).step;
};

describe('undo by a page', () => {
  it('reverses what it did itself, and redo repeats it', async () => {
    const step = await save(PAGE, 1, 2);
    expect(await ask(PAGE, 'undo', step)).toBe(true);
    expect(await entries.count()).toBe(0);
    expect(await ask(PAGE, 'redo', step)).toBe(true);
    expect(await entries.count()).toBe(2);
  });

  it.each<[string, ASender]>([
    ['another page', aContentScript({ documentId: 'B', tab: { id: 8 } })],
    ['the page that came after it in the same tab', aContentScript({ documentId: 'C' })],
  ])('but %s does not', async (_who, other) => {
    const step = await save(PAGE, 1);
    expect(await ask(other, 'undo', step)).toBe(false);
    await ask(PAGE, 'undo', step);
    expect(await ask(other, 'redo', step)).toBe(false);
    expect(await entries.count()).toBe(0);
  });

  it('reverses nothing that was done elsewhere, whatever number it sends', async () => {
    await save(PAGE, 1);
    await entries.shelve([urlOf(1)], { note: '一条备注' });
    await entries.remove([urlOf(1)]);
    await entries.undo();
    for (let step = 1; step <= 310; step++) {
      expect(await ask(PAGE, 'undo', step)).toBe(false);
      expect(await ask(PAGE, 'redo', step)).toBe(false);
    }
    expect((await entries.get([urlOf(1)]))[0]?.note).toBe('一条备注');
  });

  it('if the browser does not identify documents: in its tab, and on its site only', async () => {
    const page = aContentScript();
    const step = await save(page, 1);
    expect(await ask(aContentScript({ tab: { id: 8 } }), 'undo', step)).toBe(false);
    expect(await ask(aContentScript({ url: 'https://tangya.blog.caixin.com/' }), 'undo', step)).toBe(false);
    expect(await ask(page, 'undo', step)).toBe(true);
  });

  it('as long as the browser runs, without state in the memory of a script', async () => {
    const step = await save(PAGE, 1);
    await fakeBrowser.storage.session.clear();
    expect(await ask(PAGE, 'undo', step)).toBe(false);
  });

  it('a save whose step could not be recorded is saved in any case', async () => {
    vi.spyOn(fakeBrowser.storage.session, 'set').mockImplementation(async (items) => {
      if ('page:steps' in (items as object)) throw new Error('QuotaExceededError');
    });
    expect(await ask(PAGE, 'savePosts', [aPost(1)], {})).toEqual({ added: [urlOf(1)], refreshed: [] });
    expect(await entries.count()).toBe(1);
  });
});

describe('the draft of a page', () => {
  it('is that of the address the browser reports, and no other', async () => {
    const other = aContentScript({ url: 'https://tangya.blog.caixin.com/#top' });
    await ask(PAGE, 'changeDraft', { tick: [urlOf(1)], typed: '组' });
    expect(await ask(PAGE, 'draft')).toEqual({ ...NO_DRAFT, ticked: [urlOf(1)], typed: '组' });
    expect(await ask(other, 'draft')).toEqual(NO_DRAFT);
    expect(await ask(other, 'draft', PAGE.url)).toMatch(/^refused: /);
    expect(await ask(other, 'changeDraft', { typed: 'x' }, PAGE.url)).toMatch(/^refused: /);
    await ask(other, 'changeDraft', { typed: '别' });
    expect(await ask(aContentScript({ url: 'https://tangya.blog.caixin.com/' }), 'draft')).toEqual({
      ...NO_DRAFT,
      typed: '别',
    });
    expect(await ask(PAGE, 'draft')).toMatchObject({ typed: '组' });
  });

  it.each([
    ['ticks that are no posts', { tick: ['https://example.com/'] }],
    ['too many ticks', { tick: Array(10_001).fill(urlOf(1)) }],
    ['tags without end', { tag: ['长'.repeat(201)] }],
    ['a text that is none', { typed: 7 }],
    ['a text without end', { typed: '长'.repeat(1_000_001) }],
    ['nothing', undefined],
  ])('is not changed by %s', async (_what, change) => {
    expect(await ask(PAGE, 'changeDraft', change)).toMatch(/^refused: /);
    expect(await ask(PAGE, 'draft')).toEqual(NO_DRAFT);
  });
});

const urls = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => urlOf(from + n));

/** Asks for marks as the content script does, two thousand at a time; false where it was refused. */
async function askMarks(sender: ASender, all: string[]): Promise<boolean> {
  for (let at = 0; at < all.length; at += 2000) {
    if (typeof (await ask(sender, 'marks', all.slice(at, at + 2000))) === 'string') return false;
  }
  return true;
}

describe('marks are told', () => {
  it('of at most two thousand addresses at a time', async () => {
    expect(await ask(PAGE, 'marks', urls(1, 2001))).toEqual([]);
    expect(await ask(PAGE, 'marks', urls(1, 2002))).toMatch(/^refused: /);
  });

  it('of the longest page, and as often as it asks again', async () => {
    vi.spyOn(entries, 'marks').mockResolvedValue([]);
    for (let n = 0; n < 5; n++) expect(await askMarks(PAGE, urls(1, 20_001))).toBe(true);
  });

  it('of thirty thousand addresses in a period and no more, whatever page is in the tab', async () => {
    vi.spyOn(entries, 'marks').mockResolvedValue([]);
    expect(await askMarks(PAGE, urls(1, 30_001))).toBe(true);
    const next = aContentScript({ documentId: 'B', url: 'https://tangya.blog.caixin.com/' });
    expect(await askMarks(next, urls(30_001, 30_501))).toBe(false);
    expect(await askMarks(PAGE, urls(1, 1001))).toBe(true);
    expect(await askMarks(aContentScript({ tab: { id: 8 } }), urls(30_001, 30_501))).toBe(true);
    now += 600_000;
    expect(await askMarks(PAGE, urls(30_001, 60_001))).toBe(true);
  });

  it('also after a clock that was wrong was corrected', async () => {
    vi.spyOn(entries, 'marks').mockResolvedValue([]);
    await askMarks(PAGE, urls(1, 30_001));
    now -= 86_400_000;
    expect(await askMarks(PAGE, urls(30_001, 30_501))).toBe(true);
  });

  it('and old requests are forgotten', async () => {
    await askMarks(PAGE, urls(1, 10));
    now += 600_000;
    await askMarks(aContentScript({ tab: { id: 8 } }), urls(1, 10));
    expect(Object.keys(await fakeBrowser.storage.session.get(null))).toEqual(['spent:8']);
  });

  it('with nothing of an entry that a mark does not show', async () => {
    const step = await save(PAGE, 1);
    await entries.shelve([urlOf(1)], { note: '秘密的备注', addTags: ['治理'] });
    const replies = [
      await ask(PAGE, 'marks', [urlOf(1)]),
      await ask(PAGE, 'tags', {}),
      await ask(PAGE, 'savePosts', [aPost(1)], {}),
      await ask(PAGE, 'undo', step),
      await ask(PAGE, 'redo', step),
      await ask(PAGE, 'draft'),
      await ask(PAGE, 'changeDraft', {}),
      await ask(PAGE, 'pageRead', { posts: 1, saved: 1 }),
    ];
    expect(replies[0]).toEqual([{ url: urlOf(1), tags: ['治理'], queued: false, read: false }]);
    expect(JSON.stringify(replies)).not.toMatch(/秘密/);
  });
});

describe('a page saves', () => {
  it('no more often than a reader could', async () => {
    const saved: unknown[] = [];
    for (let n = 1; n <= 201; n++) saved.push(await ask(PAGE, 'savePosts', [aPost(n)], {}));
    expect(saved.filter((one) => typeof one === 'string')).toEqual([expect.stringMatching(/^refused: /)]);
    expect(await entries.count()).toBe(200);
    now += 600_000;
    expect(await ask(PAGE, 'savePosts', [aPost(300)], {})).toMatchObject({ added: [urlOf(300)] });
  });

  it('the longest page at once, with the longest fields that reading produces', async () => {
    const long = { title: '长'.repeat(300), excerpt: '长'.repeat(600), author: '长'.repeat(100) };
    const posts = Array.from({ length: 10_000 }, (_, n) => aPost(n + 1, long));
    vi.spyOn(entries, 'save').mockResolvedValue({ added: [], refreshed: [] });
    expect(await ask(PAGE, 'savePosts', posts, {})).toEqual({ added: [], refreshed: [] });
  });

  it('no more text than that', () => {
    const posts = Array.from({ length: 1_700 }, (_, n) => aPost(n + 1, { excerpt: '长'.repeat(20_000) }));
    expect(() => PAGE_CALLS.savePosts([posts, {}])).toThrow(/^refused: .*too much text/);
    expect(PAGE_CALLS.savePosts([posts.slice(200), {}])[0]).toHaveLength(1_500);
  });
});

describe('the tags of the library', () => {
  it('are limited to a thousand, the most used first', async () => {
    const many = Array.from({ length: 20 }, (_, n) => Array.from({ length: 60 }, (_, m) => `标签${n}之${m}`));
    for (const [n, tags] of many.entries()) await entries.save([aPost(n + 1)], { tags });
    await entries.save([aPost(50), aPost(51)], { tags: ['治理'] });
    const told = (await ask(PAGE, 'tags', {})) as { tag: string }[];
    expect(told).toHaveLength(1000);
    expect(told.map(({ tag }) => tag)).toContain('治理');
  });
});

describe('the badge', () => {
  it('of a tab follows its page, whatever the page reports', async () => {
    const page = aContentScript({ tab: { id: 8 } });
    await ask(PAGE, 'pageRead', { posts: 20, saved: 5 });
    await ask(page, 'pageRead', { posts: 3, saved: 0, tabId: 7 });
    expect(await ask(page, 'pageRead', { posts: 3, saved: 0 }, 7)).toMatch(/^refused: /);
    expect(await fakeBrowser.action.getBadgeText({ tabId: 7 })).toBe('15');
    expect(await fakeBrowser.action.getBadgeText({ tabId: 8 })).toBe('3');
  });
});
