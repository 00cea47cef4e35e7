import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { AppError } from '../../utils/domain/errors';
import type { Handlers } from '../../utils/messaging/answer';
import { answerExtension } from '../../utils/messaging/answer-extension';
import { answerPages } from '../../utils/messaging/answer-pages';
import { background } from '../../utils/messaging/background';
import type { BackgroundApi, PageApi } from '../../utils/messaging/contract';
import { onPageRead } from '../../utils/messaging/on-page-read';
import { isOrphan, orphanError } from '../../utils/messaging/orphan';
import { pageIn } from '../../utils/messaging/page-in';
import { PAGE_CALLS } from '../../utils/messaging/shapes';
import { aContentScript, connectEnds, deliver } from './a-browser';
import { aPost, urlOf } from './a-library';

const called = vi.fn();

/** Handlers that record their arguments and return them. */
const HANDLERS = new Proxy({} as Handlers<BackgroundApi>, {
  get:
    (_target, name) =>
    async (...asked: unknown[]) => {
      called(name, ...asked);
      return name;
    },
  getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: 1 }),
});

beforeEach(() => {
  fakeBrowser.reset();
  called.mockClear();
});

afterEach(() => {
  vi.restoreAllMocks();
});

const ASKER = { tabId: 7, frameId: 0, url: aContentScript().url };

describe('what a content script asks of the background', () => {
  it.each([
    ['savePosts', [[aPost(1)], { queue: true }]],
    ['marks', [[urlOf(1)]]],
    ['tags', [{ author: '闫加伟' }]],
    ['undo', [3]],
    ['redo', [4]],
    ['draft', []],
    ['changeDraft', [{ typed: '甲' }]],
    ['pageRead', [{ posts: 2, saved: 1 }]],
  ] as const)('%s arrives with its arguments, and its answer comes back', async (name, args) => {
    answerPages(HANDLERS, PAGE_CALLS);
    connectEnds();
    const ask = background[name] as (...all: unknown[]) => Promise<unknown>;
    expect(await ask(...args)).toBe(name);
    expect(called.mock.calls).toStrictEqual([[name, ASKER, ...args]]);
  });

  it('the receiver knows the sender as far as the browser identifies it', async () => {
    answerPages(HANDLERS, PAGE_CALLS);
    const sender = { ...aContentScript({ documentLifecycle: 'prerender' }), documentId: 'D1' };
    await deliver({ to: 'background', call: 'draft', args: [] }, sender);
    await deliver({ to: 'background', call: 'draft', args: [] }, { ...sender, frameId: undefined } as never);
    expect(called.mock.calls.map(([, caller]) => caller)).toStrictEqual([
      { ...ASKER, documentId: 'D1' },
      { tabId: 7, url: ASKER.url, documentId: 'D1' },
    ]);
  });

  it.each([
    'Could not establish connection',
    'The message port closed',
    'the message channel closed',
    'Conduit is out of scope',
  ])('is sent twice if nobody received it: %s', async (words) => {
    const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockRejectedValue(new Error(words) as never);
    await expect(background.undo(1)).rejects.toMatchObject({ kind: 'broken' });
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('is sent once if it failed otherwise, or the extension is gone', async () => {
    const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockRejectedValue(new Error('odd') as never);
    await expect(background.undo(1)).rejects.toMatchObject({ kind: 'broken', message: 'odd' });
    expect(send).toHaveBeenCalledTimes(1);
    const { id } = fakeBrowser.runtime;
    fakeBrowser.runtime.id = '';
    send.mockClear().mockRejectedValue(new Error('no answer') as never);
    await expect(background.undo(1)).rejects.toMatchObject({ kind: 'gone' });
    fakeBrowser.runtime.id = id;
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('is sent once if the background failed, whatever its message', async () => {
    const reply = { failure: { kind: 'full', detail: 'no answer from the disk' } };
    const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue(reply as never);
    await expect(background.undo(1)).rejects.toMatchObject({ kind: 'full' });
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('a change of a draft is sent once: the second time might come after a newer one', async () => {
    const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue(undefined as never);
    await expect(background.changeDraft({})).rejects.toMatchObject({ kind: 'broken', message: 'no answer' });
    expect(send).toHaveBeenCalledTimes(1);
  });
});

describe('a script left behind', () => {
  it('is one whose runtime is gone, or throws', () => {
    expect(isOrphan()).toBe(false);
    const { id } = fakeBrowser.runtime;
    fakeBrowser.runtime.id = '';
    expect(isOrphan()).toBe(true);
    fakeBrowser.runtime.id = id;
    const runtime = vi.spyOn(fakeBrowser, 'runtime', 'get').mockImplementation(() => {
      throw new Error('Extension context invalidated.');
    });
    expect(isOrphan()).toBe(true);
    runtime.mockReturnValue(undefined as never);
    expect(isOrphan()).toBe(true);
  });

  it('reports that as its failure; any other failure keeps its kind and its text', () => {
    expect(orphanError(new Error('Extension context invalidated.'))).toMatchObject({ kind: 'gone' });
    expect(orphanError(new Error('odd'))).toEqual(new AppError('broken', 'odd'));
    expect(orphanError(new AppError('full', 'x'))).toEqual(new AppError('full', 'x'));
  });

  it('leaves its listener, which it can no longer remove', () => {
    const stop = new AbortController();
    answerExtension({} as Handlers<PageApi>, stop.signal);
    const remove = vi.spyOn(fakeBrowser.runtime.onMessage, 'removeListener');
    const { id } = fakeBrowser.runtime;
    fakeBrowser.runtime.id = '';
    stop.abort();
    fakeBrowser.runtime.id = id;
    expect(remove).not.toHaveBeenCalled();
  });
});

describe('what the extension asks of a page', () => {
  const page: Handlers<PageApi> = {
    page: async (...asked) => called('page', ...asked),
    postAt: async (...asked) => called('postAt', ...asked),
    changed: async (...asked) => called('changed', ...asked),
    draftChanged: async (...asked) => called('draftChanged', ...asked),
  };

  it.each([
    ['page', []],
    ['postAt', [urlOf(1)]],
    ['changed', [[urlOf(1), urlOf(2)]]],
    ['draftChanged', []],
  ] as const)('%s arrives with its arguments', async (name, args) => {
    answerExtension(page, new AbortController().signal);
    connectEnds();
    await (pageIn(7)[name] as (...all: unknown[]) => Promise<unknown>)(...args);
    expect(called.mock.calls).toStrictEqual([[name, {}, ...args]]);
  });

  it('no answer at all is the same as no content script', async () => {
    vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValue(undefined as never);
    await expect(pageIn(7).page()).rejects.toMatchObject({ kind: 'gone', message: 'no answer' });
  });

  it('another failure keeps its kind', async () => {
    vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockRejectedValue(new Error('odd') as never);
    await expect(pageIn(7).page()).rejects.toMatchObject({ kind: 'broken', message: 'odd' });
  });

  it('a page has three seconds, and no timer runs on after its answer', async () => {
    vi.useFakeTimers();
    const slow = Promise.withResolvers<unknown>();
    vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockReturnValue(slow.promise as never);
    const asked = pageIn(7).page();
    await vi.advanceTimersByTimeAsync(2999);
    slow.resolve({ value: 'late' });
    expect(await asked).toBe('late');
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  it('a sender that has left meanwhile does no harm', async () => {
    const rejected = vi.fn();
    process.on('unhandledRejection', rejected);
    answerExtension(page, new AbortController().signal);
    const respond = vi.fn(() => {
      throw new Error('the port is closed');
    });
    const message = { to: 'page', call: 'page', args: [] };
    await fakeBrowser.runtime.onMessage.trigger(
      message,
      { id: fakeBrowser.runtime.id } as never,
      respond as never,
    );
    await vi.waitFor(() => expect(respond).toHaveBeenCalled());
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', rejected);
    expect(rejected).not.toHaveBeenCalled();
  });

  it.each([
    { to: 'page', call: 'page' },
    { to: 'page', call: 'page', args: {} },
    { to: 'page', call: 1, args: [] },
    { to: 'background', call: 'page', args: [] },
    undefined,
  ])('it ignores what is not a message for it: %j', async (message) => {
    answerExtension(page, new AbortController().signal);
    expect(await deliver(message, { id: fakeBrowser.runtime.id })).toBeUndefined();
    expect(called).not.toHaveBeenCalled();
  });
});

describe('an open panel hears', () => {
  const read = { to: 'background', call: 'pageRead', args: [{ posts: 1, saved: 0 }] };

  it('of every page that is read, including the first tab', async () => {
    const heard = vi.fn();
    onPageRead(heard, new AbortController().signal);
    await deliver(read, aContentScript({ tab: { id: 0 } }));
    expect(heard.mock.calls).toEqual([[0]]);
  });

  it.each([{ tab: undefined }, { url: 'https://example.com/' }, { frameId: 2 }, { id: 'other' }])(
    'not from %j',
    async (odd) => {
      const heard = vi.fn();
      onPageRead(heard, new AbortController().signal);
      await deliver(read, aContentScript(odd as never));
      expect(heard).not.toHaveBeenCalled();
    },
  );

  it('not of what is meant for a page, or is not a message', async () => {
    const heard = vi.fn();
    onPageRead(heard, new AbortController().signal);
    await deliver({ ...read, to: 'page' }, aContentScript());
    await deliver({ ...read, args: undefined }, aContentScript());
    expect(heard).not.toHaveBeenCalled();
  });
});
