// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pageAnswers } from '../../entrypoints/background/page-answers';
import { Marks } from '../../entrypoints/caixin.content/marks';
import { PagePosts } from '../../entrypoints/caixin.content/page-posts';
import { Session } from '../../entrypoints/overlay/session';
import type { Entries } from '../../utils/db/entries';
import { answerPages } from '../../utils/messaging/answer-pages';
import { MOST_ASKED } from '../../utils/messaging/contract';
import { PAGE_CALLS } from '../../utils/messaging/shapes';
import { aContentScript, connectEnds, speak } from './a-browser';
import { giveLayout } from './a-layout';
import { aPost, aRepository, urlOf } from './a-library';

const ADDRESS = 'https://yanjiawei.blog.caixin.com/usercategory/1832';

let entries: Entries;
let page: PagePosts;
let leaving: AbortController;
let takeBack: () => void;
let render: ReturnType<typeof vi.fn<(isNew: boolean) => void>>;

/** happy-dom can change its address without loading anything. */
function goTo(address: string): void {
  const { happyDOM } = window as unknown as { happyDOM: { setURL(url: string): void } };
  happyDOM.setURL(address);
}

/** Shows a list of these posts. */
function show(...numbers: number[]): void {
  const rows = numbers.map(
    (n) =>
      `<div class="post"><div class="post_date">2020-12-1${n % 10} 12:00</div><h2><a href="${urlOf(n)}">第${n}篇</a></h2></div>`,
  );
  document.title = '社区治理-闫加伟-财新博客-新世纪的常识传播者-财新网';
  document.body.innerHTML = `<div id="content">${rows.join('')}</div>`;
}

async function aSession(...numbers: number[]): Promise<Session> {
  show(...numbers);
  const session = new Session(page, render, leaving.signal);
  await session.refresh();
  return session;
}

/** What was sent to the background, by call. */
const asked = (call: string) =>
  vi
    .mocked(fakeBrowser.runtime.sendMessage)
    .mock.calls.map(([message]) => message as unknown as { call: string; args: unknown[] })
    .filter((message) => message.call === call)
    .map(({ args }) => args);

beforeEach(async () => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  await speak('zh_CN');
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([] as never);
  ({ entries } = aRepository());
  answerPages(pageAnswers(entries), PAGE_CALLS);
  connectEnds(aContentScript({ url: ADDRESS }));
  goTo(ADDRESS);
  takeBack = giveLayout();
  leaving = new AbortController();
  page = new PagePosts();
  render = vi.fn<(isNew: boolean) => void>();
});

afterEach(() => {
  takeBack();
  leaving.abort();
  vi.useRealTimers();
});

describe('a list that is read', () => {
  it('has its posts, their marks and the reader’s tags, and reports their number to the background', async () => {
    await entries.save([aPost(2)], { tags: ['治理'], queue: true });
    const session = await aSession(1, 2, 3);
    expect(session.view.posts.map(({ url }) => url)).toEqual([1, 2, 3].map(urlOf));
    expect(page.marks.get(urlOf(2))).toEqual({ url: urlOf(2), tags: ['治理'], queued: true, read: false });
    expect(page.marks.get(urlOf(1))).toBeUndefined();
    expect(page.saved()).toBe(1);
    expect(session.view.known[0]).toEqual({ tag: '治理', count: 1 });
    expect(asked('pageRead')).toEqual([[{ posts: 3, saved: 1 }]]);
    expect(asked('tags')).toEqual([[{ author: '闫加伟' }]]);
    expect(page.state().address).toBe(ADDRESS);
    expect(page.state().page.posts).toHaveLength(3);
    expect(render.mock.calls[0]).toEqual([false]);
    expect(render).toHaveBeenCalledWith(true);
  });

  it('read again is reported again only if that changed', async () => {
    const session = await aSession(1, 2);
    await session.refresh();
    expect(asked('pageRead')).toHaveLength(1);
    expect(asked('marks')).toEqual([[[1, 2].map(urlOf)]]);
    show(1, 2, 3);
    await session.refresh();
    expect(asked('pageRead').at(-1)).toEqual([{ posts: 3, saved: 0 }]);
    expect(asked('marks').at(-1)).toEqual([[urlOf(3)]]);
  });

  it('that has become another page has no posts, and reports that once', async () => {
    const session = await aSession(1, 2);
    document.body.innerHTML = '<p>没有文章</p>';
    await session.refresh();
    expect(session.view.posts).toEqual([]);
    expect(asked('pageRead').at(-1)).toEqual([{ posts: 0, saved: 0 }]);
  });

  it('a page that never was a list reports nothing', async () => {
    document.body.innerHTML = '<p>没有文章</p>';
    const session = new Session(page, render, leaving.signal);
    await session.refresh();
    expect(asked('pageRead')).toEqual([]);
    expect(asked('tags')).toEqual([]);
  });

  it('after changes elsewhere the marks are asked for: of these posts, or of all', async () => {
    const session = await aSession(1, 2);
    await entries.save([aPost(1)], { tags: ['甲'] });
    render.mockClear();
    await session.changed([urlOf(1), urlOf(9)]);
    expect(page.saved()).toBe(1);
    expect(asked('marks').at(-1)).toEqual([[urlOf(1)]]);
    expect(session.view.known[0]).toEqual({ tag: '甲', count: 1 });
    expect(render).toHaveBeenCalledWith(false);
    expect(asked('pageRead').at(-1)).toEqual([{ posts: 2, saved: 1 }]);
    await entries.save([aPost(2)]);
    await session.changed();
    expect(page.saved()).toBe(2);
    await entries.remove([urlOf(1)]);
    await session.changed([urlOf(1)]);
    expect(page.marks.get(urlOf(1))).toBeUndefined();
  });
});

describe('a list that may not have been read whole', () => {
  it('says so once for its address, and a list that was says nothing', async () => {
    const session = await aSession(1, 2);
    expect(session.view.said).toBe('');
    // Dates that go up and down.
    show(1, 9, 2, 8, 3, 7);
    await session.refresh();
    expect(page.state().page.doubts).not.toEqual([]);
    expect(session.view.said).toBe('这页可能没读全，弹窗里有说明。');
    session.say('');
    await session.refresh();
    expect(session.view.said).toBe('');
  });
});

describe('marks', () => {
  it('a request that failed is repeated', async () => {
    const marks = new Marks();
    vi.mocked(fakeBrowser.runtime.sendMessage).mockRejectedValueOnce(new Error('odd') as never);
    await expect(marks.learn([urlOf(1)])).rejects.toMatchObject({ message: 'odd' });
    await entries.save([aPost(1)]);
    expect(await marks.learn([urlOf(1)])).toBe(true);
    expect(marks.get(urlOf(1))).toBeDefined();
    expect(await marks.learn([urlOf(1)])).toBe(false);
    expect(asked('marks')).toHaveLength(2);
  });

  it('two requests at once ask for nothing twice', async () => {
    const marks = new Marks();
    await Promise.all([marks.learn([urlOf(1)]), marks.learn([urlOf(1), urlOf(2)])]);
    expect(asked('marks')).toEqual([[[urlOf(1)]], [[urlOf(2)]]]);
  });

  it('of many posts are asked for in parts', async () => {
    const marks = new Marks();
    const urls = Array.from({ length: MOST_ASKED + 1 }, (_, n) => urlOf(n + 1));
    await entries.save([aPost(1), aPost(MOST_ASKED + 1)]);
    expect(await marks.learn(urls)).toBe(true);
    expect(asked('marks').map(([all]) => (all as string[]).length)).toEqual([MOST_ASKED, 1]);
    expect([1, 2, MOST_ASKED + 1].map((n) => marks.get(urlOf(n))?.url)).toEqual([
      urlOf(1),
      undefined,
      urlOf(MOST_ASKED + 1),
    ]);
  });

  it('nothing is asked for no posts', async () => {
    const marks = new Marks();
    expect([await marks.learn([]), await marks.renew(), await marks.renew([urlOf(1)])]).toEqual([
      false,
      false,
      false,
    ]);
    expect(asked('marks')).toEqual([]);
  });
});

describe('ticks', () => {
  it('one is set and removed, a range from the last one is set', async () => {
    const session = await aSession(1, 2, 3, 4);
    await session.tick(urlOf(2), true);
    expect(session.ticked().map(({ url }) => url)).toEqual([urlOf(2)]);
    await session.tick(urlOf(4), true);
    expect(session.ticked().map(({ url }) => url)).toEqual([2, 3, 4].map(urlOf));
    await session.tick(urlOf(3), false);
    expect(session.ticked().map(({ url }) => url)).toEqual([2, 4].map(urlOf));
    await vi.waitFor(() => expect(asked('changeDraft').length).toBeGreaterThan(0));
  });

  it('all, none, those that are not saved, and the others', async () => {
    await entries.save([aPost(2)]);
    const session = await aSession(1, 2, 3);
    const numbers = () => session.ticked().map(({ url }) => Number(url.split('/').at(-1)));
    session.select('all');
    expect(numbers()).toEqual([1, 2, 3]);
    session.select('new');
    expect(numbers()).toEqual([1, 3]);
    session.select('invert');
    expect(numbers()).toEqual([2]);
    session.select('none');
    expect(numbers()).toEqual([]);
  });

  it('are there again when the page is opened again', async () => {
    const session = await aSession(1, 2);
    session.setDraft({ ticked: [urlOf(2)], tags: ['治理'], typed: '组' });
    await vi.waitFor(() => expect(asked('changeDraft')).toHaveLength(1));
    await vi.waitFor(async () => {
      const again = new Session(new PagePosts(), vi.fn(), leaving.signal);
      await again.refresh();
      expect(again.view.draft).toEqual({ ticked: [urlOf(2)], tags: ['治理'], typed: '组' });
    });
  });
});

describe('saving', () => {
  it('saves what is ticked, with tags chosen and typed, reports it, and can be undone and redone', async () => {
    const session = await aSession(1, 2, 3);
    session.setDraft({ ticked: [urlOf(3), urlOf(1)], tags: ['治理'], typed: '社区，组织' });
    await session.save(true);
    expect((await entries.queue()).map(({ url, tags }) => [url, tags])).toEqual([
      [urlOf(1), ['治理', '社区', '组织']],
      [urlOf(3), ['治理', '社区', '组织']],
    ]);
    expect(session.view).toMatchObject({
      busy: false,
      turn: 'undo',
      draft: { ticked: [], tags: [], typed: '' },
    });
    expect(session.view.said).toContain('2');
    const said = session.view.said;
    await session.turn('redo');
    expect(await entries.count()).toBe(2);
    await session.turn();
    expect(await entries.count()).toBe(0);
    expect(session.view.turn).toBe('redo');
    expect(session.view.said).not.toBe(said);
    await session.turn();
    expect(await entries.count()).toBe(2);
    expect(session.view.turn).toBe('undo');
  });

  it('saving without the queue shows another text', async () => {
    const session = await aSession(1);
    await session.tick(urlOf(1), false);
    await session.save(false);
    const saved = session.view.said;
    expect((await entries.queue()).length).toBe(0);
    await session.tick(urlOf(1), false);
    await session.save(true);
    expect(session.view.said).not.toBe(saved);
  });

  it('with nothing ticked saves nothing and shows a message', async () => {
    const session = await aSession(1);
    await session.save(false);
    expect(session.view.said).not.toBe('');
    expect(session.view.turn).toBeUndefined();
    expect(asked('savePosts')).toEqual([]);
  });

  it('pressed twice saves once', async () => {
    const session = await aSession(1, 2);
    session.select('all');
    await Promise.all([session.save(false), session.save(false)]);
    expect(asked('savePosts')).toHaveLength(1);
    expect(session.view.busy).toBe(false);
  });

  it('what was ticked while it saved stays ticked', async () => {
    const session = await aSession(1, 2);
    await session.tick(urlOf(1), false);
    const saving = session.save(false);
    expect(session.view.busy).toBe(true);
    await session.tick(urlOf(2), false);
    await saving;
    expect(session.ticked().map(({ url }) => url)).toEqual([urlOf(2)]);
  });

  it('that fails keeps the ticks and shows why, until something works again', async () => {
    const session = await aSession(1);
    await session.tick(urlOf(1), false);
    await vi.waitFor(() => expect(asked('changeDraft')).toHaveLength(1));
    const reply = { failure: { kind: 'full', detail: 'x' } };
    const send = vi.mocked(fakeBrowser.runtime.sendMessage);
    const real = send.getMockImplementation();
    send.mockImplementation((message: unknown) =>
      (message as { call: string }).call === 'savePosts'
        ? Promise.resolve(reply)
        : ((real as ((message: unknown) => Promise<unknown>) | undefined)?.(message) ?? Promise.resolve()),
    );
    await session.save(false);
    expect(session.view.failure).toMatchObject({ kind: 'full' });
    expect(session.view.busy).toBe(false);
    expect(session.ticked()).toHaveLength(1);
    if (real) send.mockImplementation(real);
    await session.save(false);
    expect(session.view.failure).toBeUndefined();
    expect(await entries.count()).toBe(1);
  });

  it('an undo that is no longer possible shows a message', async () => {
    const session = await aSession(1);
    await session.tick(urlOf(1), false);
    await session.save(false);
    const said = session.view.said;
    await entries.shelve([urlOf(1)], { note: '别处的' });
    await session.turn();
    expect(await entries.count()).toBe(1);
    expect(session.view.said).not.toBe(said);
    expect(session.view.turn).toBeUndefined();
  });

  it('messages disappear after a while: later if something can be undone', async () => {
    const session = await aSession(1);
    await session.tick(urlOf(1), false);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await session.save(false);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(session.view.said).not.toBe('');
    await vi.advanceTimersByTimeAsync(1);
    expect(session.view).toMatchObject({ said: '', turn: undefined });
    await session.save(false);
    await vi.advanceTimersByTimeAsync(5_999);
    expect(session.view.said).not.toBe('');
    await vi.advanceTimersByTimeAsync(1);
    expect(session.view.said).toBe('');
  });

  it('that takes long shows a message', async () => {
    const session = await aSession(1);
    await session.tick(urlOf(1), false);
    await vi.waitFor(() => expect(asked('changeDraft')).toHaveLength(1));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const slow = Promise.withResolvers<unknown>();
    vi.mocked(fakeBrowser.runtime.sendMessage).mockReturnValueOnce(slow.promise as never);
    const saving = session.save(false);
    await vi.advanceTimersByTimeAsync(999);
    expect(session.view.said).toBe('');
    await vi.advanceTimersByTimeAsync(1);
    expect(session.view.said).not.toBe('');
    slow.resolve({ value: { added: [], refreshed: [urlOf(1)] } });
    await saving;
    expect(session.view.turn).toBeFalsy();
  });

  it('a page that was left shows no failure, and no timer runs on', async () => {
    const session = await aSession(1);
    await session.tick(urlOf(1), false);
    await session.save(false);
    render.mockClear();
    vi.mocked(fakeBrowser.runtime.sendMessage).mockRejectedValue(new Error('odd') as never);
    leaving.abort();
    await session.changed([urlOf(1)]);
    expect(session.view.failure).toBeUndefined();
    expect(render).not.toHaveBeenCalled();
  });
});

describe('another address', () => {
  it('has another draft', async () => {
    const session = await aSession(1, 2);
    await session.tick(urlOf(1), false);
    await vi.waitFor(() => expect(asked('changeDraft')).toHaveLength(1));
    goTo(`${ADDRESS}/page/2`);
    vi.mocked(fakeBrowser.runtime.sendMessage).mockRestore();
    connectEnds(aContentScript({ url: `${ADDRESS}/page/2` }));
    await session.refresh();
    expect(session.ticked()).toEqual([]);
    expect(page.state().address).toBe(`${ADDRESS}/page/2`);
  });

  it('a tick after the page has changed its address, before it was read again, counts only there', async () => {
    const session = await aSession(1, 2);
    await session.tick(urlOf(2), false);
    await vi.waitFor(() => expect(asked('changeDraft')).toHaveLength(1));
    goTo(`${ADDRESS}/page/2`);
    vi.mocked(fakeBrowser.runtime.sendMessage).mockRestore();
    connectEnds(aContentScript({ url: `${ADDRESS}/page/2` }));
    await session.tick(urlOf(1), false);
    expect(session.ticked().map(({ url }) => url)).toEqual([urlOf(1)]);
  });

  it('a tick of a post that is no longer there ticks nothing', async () => {
    const session = await aSession(1, 2);
    goTo(`${ADDRESS}/page/2`);
    show(3);
    await session.tick(urlOf(1), false);
    expect([...session.view.ticked]).toEqual([]);
    expect(asked('changeDraft')).toEqual([]);
  });
});
