import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { NO_DRAFT } from '../../utils/domain/draft';
import { AppError } from '../../utils/domain/errors';
import type { Handlers } from '../../utils/messaging/answer';
import { answerExtension } from '../../utils/messaging/answer-extension';
import { answerPages } from '../../utils/messaging/answer-pages';
import { background } from '../../utils/messaging/background';
import type { BackgroundApi, PageApi } from '../../utils/messaging/contract';
import { onPageRead } from '../../utils/messaging/on-page-read';
import { pageIn } from '../../utils/messaging/page-in';
import { PAGE_CALLS } from '../../utils/messaging/shapes';
import { aContentScript, connectEnds, deliver } from './a-browser';
import { aPost, urlOf } from './a-library';

const asked = vi.fn();

function answers(more: Partial<Handlers<BackgroundApi>> = {}): Handlers<BackgroundApi> {
  return {
    async savePosts(caller, posts, options) {
      asked(caller, posts, options);
      return { added: posts.map(({ url }) => url), refreshed: [] };
    },
    marks: async (_caller, urls) => urls.map((url) => ({ url, tags: [], queued: false, read: false })),
    tags: async () => [{ tag: '治理', count: 2 }],
    undo: async () => true,
    redo: async () => true,
    overlay: async () => '',
    draft: async () => NO_DRAFT,
    changeDraft: async () => {},
    pageRead: async () => {},
    unwatched: async () => {},
    ...more,
  };
}

const call = (name: string, ...args: unknown[]) => ({ to: 'background', call: name, args });

const refused = (words: RegExp) => ({ failure: { kind: 'broken', detail: expect.stringMatching(words) } });

beforeEach(() => {
  fakeBrowser.reset();
  asked.mockClear();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('a content script asks the background', () => {
  it('posts arrive complete, with the tab they came from, and the answer comes back', async () => {
    answerPages(answers(), PAGE_CALLS);
    connectEnds();
    const result = await background.savePosts([aPost(1, { publishedAt: '2020-12-16T12:00+08:00' })], {
      tags: ['治理'],
    });
    expect(result).toEqual({ added: [urlOf(1)], refreshed: [] });
    expect(asked).toHaveBeenCalledWith(
      { tabId: 7, frameId: 0, url: aContentScript().url },
      [aPost(1, { publishedAt: '2020-12-16T12:00+08:00' })],
      { tags: ['治理'] },
    );
  });

  it('a call without a value resolves to undefined', async () => {
    answerPages(answers(), PAGE_CALLS);
    connectEnds();
    expect(await background.pageRead({ posts: 20, saved: 5 })).toBeUndefined();
  });

  it('a failure of the database arrives with its kind and its text', async () => {
    const full = async () => {
      throw new AppError('full', 'QuotaExceededError');
    };
    answerPages(answers({ savePosts: full }), PAGE_CALLS);
    connectEnds();
    const failed = background.savePosts([aPost(1)], {});
    await expect(failed).rejects.toEqual(new AppError('full', 'QuotaExceededError'));
    await expect(failed).rejects.toMatchObject({ name: 'AppError', kind: 'full' });
  });

  it.each([
    'Could not establish connection. Receiving end does not exist.',
    'The message port closed before a response was received.',
    'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received',
  ])('is answered the second time if the worker was being stopped: %s', async (words) => {
    answerPages(answers(), PAGE_CALLS);
    connectEnds();
    vi.mocked(fakeBrowser.runtime.sendMessage).mockRejectedValueOnce(new Error(words));
    expect(await background.tags({})).toEqual([{ tag: '治理', count: 2 }]);
  });

  it('is answered the second time if the answer was lost', async () => {
    answerPages(answers(), PAGE_CALLS);
    connectEnds();
    vi.mocked(fakeBrowser.runtime.sendMessage).mockResolvedValueOnce(undefined as never);
    expect(await background.tags({})).toHaveLength(1);
  });

  it('but a change of a draft is not sent again automatically: it might come after a newer one', async () => {
    answerPages(answers(), PAGE_CALLS);
    connectEnds();
    vi.mocked(fakeBrowser.runtime.sendMessage).mockResolvedValueOnce(undefined as never);
    await expect(background.changeDraft({ typed: '组' })).rejects.toMatchObject({ message: 'no answer' });
    expect(fakeBrowser.runtime.sendMessage).toHaveBeenCalledTimes(1);
  });

  it('does not ask a third time', async () => {
    const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue(undefined as never);
    await expect(background.tags({})).rejects.toMatchObject({ kind: 'broken', message: 'no answer' });
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('a script left behind by an update fails with: the extension is gone', async () => {
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(() => {
      throw new Error('Extension context invalidated.');
    });
    await expect(background.tags({})).rejects.toMatchObject({ kind: 'gone' });
  });

  it('a script whose runtime is missing fails likewise', async () => {
    connectEnds();
    vi.mocked(fakeBrowser.runtime.sendMessage).mockRejectedValue(new TypeError('undefined'));
    const { id } = fakeBrowser.runtime;
    fakeBrowser.runtime.id = '';
    await expect(background.tags({}))
      .rejects.toMatchObject({ kind: 'gone' })
      .finally(() => {
        fakeBrowser.runtime.id = id;
      });
  });
});

describe('the background refuses', () => {
  beforeEach(() => answerPages(answers(), PAGE_CALLS));

  it.each([
    ['another extension', { id: 'other' }],
    ['a sender without a name', { id: undefined }],
    ['a sub-frame', { frameId: 3 }],
    ['another site', { url: 'https://example.com/' }],
    ['a look-alike host', { url: 'https://caixin.com.example.org/' }],
    ['a host that only ends alike', { url: 'https://notcaixin.com/' }],
    ['Caixin Global', { url: 'https://www.caixinglobal.com/' }],
    ['a file', { url: 'file:///caixin.com/' }],
    ['an address hidden in another', { url: 'https://example.com/?https://blog.caixin.com/' }],
    ['a page without an address', { url: undefined }],
    ['a sender that is no tab', { tab: undefined }],
  ])('%s', async (_who, more) => {
    const sender = aContentScript(more as never);
    expect(await deliver(call('savePosts', [aPost(1)], {}), sender)).toEqual(refused(/^refused: not/));
    expect(asked).not.toHaveBeenCalled();
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'nothing', ''])(
    'the call %o, which is not in the contract',
    async (name) => {
      expect(await deliver(call(name), aContentScript())).toEqual(refused(/no such call/));
    },
  );

  const badPosts: [string, unknown][] = [
    ['no array', {}],
    ['a post that is null', [null]],
    ['a post without a title', [{ url: urlOf(1) }]],
    ['a title of spaces', [aPost(1, { title: ' \n' })]],
    ['a title that is no text', [{ ...aPost(1), title: { toString: 'x' } }]],
    ['a title without end', [aPost(1, { title: '长'.repeat(2001) })]],
    ['an address that is not canonical', [aPost(1, { url: 'http://yanjiawei.blog.caixin.com/archives/1' })]],
    ['a script for an address', [aPost(1, { url: 'javascript:alert(1)' })]],
    ['another site', [aPost(1, { url: 'https://example.com/archives/1' })]],
    ['a script for an image', [aPost(1, { image: 'javascript:alert(1)' })]],
    ['a date that is none', [aPost(1, { publishedAt: 'yesterday' })]],
    ['too many', Array.from({ length: 10_001 }, (_, n) => aPost(n + 1))],
  ];

  it.each(badPosts)('posts with an odd shape: %s', async (_what, posts) => {
    expect(await deliver(call('savePosts', posts, {}), aContentScript())).toEqual(refused(/^refused: /));
    expect(asked).not.toHaveBeenCalled();
  });

  it.each([
    ['savePosts', [[aPost(1)]]],
    ['savePosts', [[aPost(1)], { tags: '治理' }]],
    ['savePosts', [[aPost(1)], { queue: 'yes' }]],
    ['savePosts', [[aPost(1)], { tags: Array(101).fill('x') }]],
    ['marks', [['https://example.com/']]],
    ['marks', ['x']],
    ['tags', ['more']],
    ['undo', []],
    ['undo', [0]],
    ['undo', ['1']],
    ['redo', []],
    ['redo', [1.5]],
    ['draft', ['https://yanjiawei.blog.caixin.com/']],
    ['changeDraft', []],
    ['changeDraft', [{ tick: ['javascript:alert(1)'] }]],
    ['changeDraft', [{ tag: [7] }]],
    ['pageRead', [{ posts: -1, saved: 0 }]],
    ['pageRead', [{ posts: 1.5, saved: 0 }]],
    ['pageRead', []],
  ])('%s with %j', async (name, args) => {
    expect(await deliver(call(name, ...args), aContentScript())).toEqual(refused(/^refused: /));
  });

  it('nothing that is not meant for it: there it stays silent', async () => {
    for (const message of [
      null,
      'savePosts',
      7,
      {},
      { to: 'page', call: 'page', args: [] },
      { call: 'tags' },
    ])
      expect(await deliver(message, aContentScript())).toBeUndefined();
  });
});

describe('the background takes', () => {
  it('the known fields of a post, and drops the rest', async () => {
    answerPages(answers(), PAGE_CALLS);
    const odd = { ...aPost(1), savedAt: 5, tags: ['x'], queue: 'a0' };
    await deliver(call('savePosts', [odd], { queue: true, more: 1 }), aContentScript());
    expect(asked).toHaveBeenCalledWith(expect.anything(), [aPost(1)], { queue: true });
  });

  it('ten thousand posts at once', async () => {
    answerPages(answers(), PAGE_CALLS);
    connectEnds();
    const posts = Array.from({ length: 10_000 }, (_, n) => aPost(n + 1));
    expect((await background.savePosts(posts, {})).added).toHaveLength(10_000);
  });

  it('a change of a draft, with the document it came from', async () => {
    const changed = vi.fn();
    answerPages(answers({ changeDraft: async (caller, change) => void changed(caller, change) }), PAGE_CALLS);
    const sender = aContentScript({ documentId: 'A' });
    await deliver(call('changeDraft', { tick: [urlOf(1)], typed: '组', more: 1 }), sender);
    expect(changed).toHaveBeenCalledWith(
      { tabId: 7, frameId: 0, url: sender.url, documentId: 'A' },
      { tick: [urlOf(1)], typed: '组' },
    );
  });

  it('a prerendered page', async () => {
    answerPages(answers(), PAGE_CALLS);
    const sender = aContentScript({ frameId: 41, documentLifecycle: 'prerender' });
    expect(await deliver(call('tags', {}), sender)).toHaveProperty('value');
  });
});

describe('the extension asks a page', () => {
  const page: Handlers<PageApi> = {
    page: () => Promise.reject(new AppError('gone', 'left')),
    postAt: async (_caller, url) => (url === urlOf(1) ? aPost(1) : undefined),
    changed: async () => {},
    draftChanged: async () => {},
  };

  it('the answer comes back, even if it is undefined', async () => {
    answerExtension(page, new AbortController().signal);
    connectEnds();
    expect(await pageIn(7).postAt(urlOf(1))).toEqual(aPost(1));
    expect(await pageIn(7).postAt(urlOf(2))).toBeUndefined();
  });

  it('asks only the top frame of that tab', async () => {
    answerExtension(page, new AbortController().signal);
    connectEnds();
    await pageIn(7).changed([urlOf(1)]);
    expect(fakeBrowser.tabs.sendMessage).toHaveBeenCalledWith(7, expect.anything(), { frameId: 0 });
  });

  it('a failure in the page travels with its kind', async () => {
    answerExtension(page, new AbortController().signal);
    connectEnds();
    await expect(pageIn(7).page()).rejects.toEqual(new AppError('gone', 'left'));
  });

  it('a tab without our script is gone', async () => {
    const words = 'Could not establish connection. Receiving end does not exist.';
    vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockRejectedValue(new Error(words) as never);
    await expect(pageIn(7).page()).rejects.toMatchObject({ kind: 'gone', message: words });
  });

  it('a page that never answers is given up after three seconds', async () => {
    vi.useFakeTimers();
    vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockReturnValue(new Promise(() => {}) as never);
    const silent = expect(pageIn(7).page()).rejects.toMatchObject({ kind: 'broken' });
    await vi.advanceTimersByTimeAsync(3000);
    await silent;
  });

  it('a script that was told to stop answers no more', async () => {
    const leaving = new AbortController();
    answerExtension(page, leaving.signal);
    leaving.abort();
    const reply = await deliver(
      { to: 'page', call: 'postAt', args: [urlOf(1)] },
      { id: fakeBrowser.runtime.id },
    );
    expect(reply).toBeUndefined();
  });

  it('another extension is refused', async () => {
    answerExtension(page, new AbortController().signal);
    const reply = await deliver({ to: 'page', call: 'postAt', args: [urlOf(1)] }, { id: 'other' });
    expect(reply).toEqual(refused(/not this extension/));
  });
});

describe('an open panel hears that a page was read', () => {
  it('with the tab, and leaves the answer to the background', async () => {
    const heard = vi.fn();
    onPageRead(heard, new AbortController().signal);
    expect(await deliver(call('pageRead', { posts: 1, saved: 0 }), aContentScript())).toBeUndefined();
    expect(heard).toHaveBeenCalledExactlyOnceWith(7);
  });

  it('not from other calls, other senders, or after it has stopped', async () => {
    const heard = vi.fn();
    const stop = new AbortController();
    onPageRead(heard, stop.signal);
    await deliver(call('tags'), aContentScript());
    await deliver(call('pageRead', { posts: 1, saved: 0 }), aContentScript({ id: 'other' }));
    stop.abort();
    await deliver(call('pageRead', { posts: 1, saved: 0 }), aContentScript());
    expect(heard).not.toHaveBeenCalled();
  });
});
