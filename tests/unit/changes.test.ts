import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { announce, onChange } from '../../utils/db/changes';

const CHANNEL = 'caixin-clipper';

let life = new AbortController();

beforeEach(() => {
  fakeBrowser.reset();
  life = new AbortController();
});

afterEach(() => life.abort());

/** Listens until the end of the test. */
function hear(): string[][] {
  const heard: string[][] = [];
  onChange((urls) => heard.push(urls), life.signal);
  return heard;
}

/** Another page of the extension. */
function another(): BroadcastChannel {
  const channel = new BroadcastChannel(CHANNEL);
  life.signal.addEventListener('abort', () => channel.close());
  return channel;
}

/** Open tabs of Caixin: what the browser is asked, and what each tab is sent. */
function tabs(ids: (number | undefined)[], fail = false) {
  const query = vi.spyOn(browser.tabs, 'query');
  // The browser reports more about a tab than is needed here.
  if (fail) query.mockRejectedValue(new Error('no tabs'));
  else query.mockResolvedValue(ids.map((id) => ({ id })) as never);
  const send = vi
    .spyOn(browser.tabs, 'sendMessage')
    .mockRejectedValue(new Error('Receiving end does not exist.'));
  return { query, send };
}

describe('that entries changed', () => {
  it('is heard at once in the same page, and by every other page once', async () => {
    const heard = hear();
    const elsewhere: unknown[] = [];
    another().addEventListener('message', ({ data }) => elsewhere.push(data));
    announce(['a', 'b']);
    expect(heard).toEqual([['a', 'b']]);
    announce(['c']);
    await vi.waitFor(() => expect(elsewhere).toEqual([['a', 'b'], ['c']]));
    expect(heard).toEqual([['a', 'b'], ['c']]);
  });

  it('is heard from another page; anything but a list of addresses is ignored', async () => {
    const heard = hear();
    const other = another();
    for (const said of ['a', { a: 1 }, undefined, new Uint8Array(2), ['b', 7, null, 'c']])
      other.postMessage(said);
    await vi.waitFor(() => expect(heard).toEqual([['b', 'c']]));
  });

  it('is not heard after listening has stopped', async () => {
    const heard = hear();
    const ended: string[][] = [];
    const own = new AbortController();
    onChange((urls) => ended.push(urls), own.signal);
    own.abort();
    announce(['a']);
    another().postMessage(['b']);
    await vi.waitFor(() => expect(heard).toContainEqual(['b']));
    expect(ended).toEqual([]);
  });

  it('is sent to every open tab of Caixin, whether it answers or not', async () => {
    const { query, send } = tabs([3, undefined, 5]);
    announce(['a']);
    await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(2));
    expect(query.mock.calls).toEqual([[{ url: '*://*.caixin.com/*' }]]);
    expect(send.mock.calls.map(([id, message]) => [id, message])).toEqual([
      [3, { to: 'page', call: 'changed', args: [['a']] }],
      [5, { to: 'page', call: 'changed', args: [['a']] }],
    ]);
  });

  it('is heard here even if the browser lists no tabs', async () => {
    const { send, query } = tabs([], true);
    const heard = hear();
    announce(['a']);
    await vi.waitFor(() => expect(query).toHaveBeenCalled());
    expect(heard).toEqual([['a']]);
    expect(send).not.toHaveBeenCalled();
  });
});
