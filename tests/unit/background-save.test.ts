import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listenToCommands } from '../../entrypoints/background/commands';
import { listenToMenus } from '../../entrypoints/background/menus';
import { pageAnswers } from '../../entrypoints/background/page-answers';
import type { Entries } from '../../utils/db/entries';
import type { Post } from '../../utils/domain/entry';
import { answerExtension } from '../../utils/messaging/answer-extension';
import { answerPages } from '../../utils/messaging/answer-pages';
import { background } from '../../utils/messaging/background';
import { PAGE_CALLS } from '../../utils/messaging/shapes';
import { aContentScript, connectEnds, speak } from './a-browser';
import { aPost, aRepository, urlOf } from './a-library';

type Listener = (...args: unknown[]) => void;

const tab = { id: 7, windowId: 3, url: 'https://yanjiawei.blog.caixin.com/usercategory/1832' };

let entries: Entries;
let leaving: AbortController;

/** A tab with our content script on a page of these posts. */
function aPage(posts: Post[]): void {
  const page = {
    kind: 'list' as const,
    site: 'test',
    posts,
    others: [],
    confidence: 'rules' as const,
    doubts: [],
  };
  const handlers = {
    page: async () => ({ address: tab.url, page }),
    postAt: async (_caller: unknown, url: string) =>
      posts.find((post) => post.url === url.replace('http:', 'https:')),
    draftChanged: async () => {},
    changed: async () => {},
  };
  answerExtension(handlers, leaving.signal);
  connectEnds();
}

/** Fires one of the events the background listens to, as the browser would. */
function fire(event: { addListener: unknown }): Listener {
  const [listener] = vi.mocked(event.addListener as Listener).mock.calls[0] ?? [];
  return listener as Listener;
}

beforeEach(async () => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  await speak('zh_CN');
  leaving = new AbortController();
  ({ entries } = aRepository());
  for (const event of [fakeBrowser.contextMenus.onClicked, fakeBrowser.commands.onCommand])
    vi.spyOn(event, 'addListener').mockImplementation((() => {}) as never);
  listenToMenus(entries);
  listenToCommands(entries);
});

afterEach(() => leaving.abort());

const click = (info: object, where: object | null = tab) =>
  fire(fakeBrowser.contextMenus.onClicked)(info, where);
const press = (command: string, where: object | null = tab) =>
  fire(fakeBrowser.commands.onCommand)(command, where);
const badge = () => fakeBrowser.action.getBadgeText({ tabId: 7 });

describe('saving everything new on a page', () => {
  it('by key saves what is not saved yet, and leaves the rest alone', async () => {
    await entries.save([aPost(1, { title: '旧题' })]);
    aPage([aPost(1), aPost(2), aPost(3)]);
    press('save-new');
    await vi.waitFor(async () => expect(await entries.count()).toBe(3));
    expect((await entries.get([urlOf(1)]))[0]?.title).toBe('旧题');
    expect(await entries.queue()).toEqual([]);
  });

  it('by menu puts the new ones in the queue in the order of the page', async () => {
    await entries.save([aPost(1)]);
    aPage([aPost(3), aPost(1), aPost(2)]);
    click({ menuItemId: 'queue-page' });
    await vi.waitFor(async () =>
      expect((await entries.queue()).map(({ url }) => url)).toEqual([urlOf(3), urlOf(2)]),
    );
  });

  it('does nothing if the tab is not on Caixin', async () => {
    const ask = vi.spyOn(fakeBrowser.tabs, 'sendMessage');
    press('save-new', { ...tab, url: undefined });
    press('save-new', { ...tab, url: 'https://example.com/' });
    press('save-new', null);
    expect(ask).not.toHaveBeenCalled();
  });

  it('reports it if the page does not answer', async () => {
    vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockRejectedValue(
      new Error('Could not establish connection.') as never,
    );
    press('save-new');
    await vi.waitFor(async () => expect(await badge()).toBe('!'));
  });

  it('saves nothing if the page sends odd data', async () => {
    aPage([aPost(1), aPost(2, { url: 'https://example.com/' })]);
    press('save-new');
    await vi.waitFor(async () => expect(await badge()).toBe('!'));
    expect(await entries.count()).toBe(0);
  });
});

describe('saving the post a link leads to', () => {
  const link = (more: object) => ({ menuItemId: 'save-link', linkUrl: urlOf(1), ...more });

  it('uses the post as the page describes it', async () => {
    aPage([aPost(1, { category: '社区治理' })]);
    click(link({ linkUrl: 'http://yanjiawei.blog.caixin.com/archives/1' }));
    await vi.waitFor(async () => expect(await entries.all()).toMatchObject([aPost(1)]));
    expect((await entries.all())[0]?.category).toBe('社区治理');
    expect(await badge()).toBe('');
  });

  it('uses the text of the link if no page describes it, and shows in the badge that it did', async () => {
    click(link({ linkText: '  社区团购\n 何去何从  ' }));
    await vi.waitFor(async () => expect(await badge()).toBe('✓'));
    expect(await entries.all()).toMatchObject([{ url: urlOf(1), title: '社区团购 何去何从' }]);
  });

  it('uses the address if there is no text either', async () => {
    click(link({ linkUrl: `${urlOf(1)}?utm_source=x#more` }));
    await vi.waitFor(async () => expect(await badge()).toBe('✓'));
    expect(await entries.all()).toMatchObject([
      { url: urlOf(1), title: 'yanjiawei.blog.caixin.com/archives/1' },
    ]);
  });

  it('ignores a page that describes another post', async () => {
    connectEnds();
    vi.mocked(fakeBrowser.tabs.sendMessage).mockResolvedValue({ value: aPost(2) } as never);
    click(link({ linkText: '第一篇' }));
    await vi.waitFor(async () => expect(await badge()).toBe('✓'));
    expect(await entries.all()).toMatchObject([{ url: urlOf(1), title: '第一篇' }]);
  });

  it('a bare link never overwrites what is known; queueing it queues the entry', async () => {
    await entries.save([aPost(1)], { tags: ['治理'] });
    click(link({ menuItemId: 'queue-link', linkText: '阅读全文' }));
    await vi.waitFor(async () => expect(await entries.queue()).toHaveLength(1));
    expect(await entries.all()).toMatchObject([{ ...aPost(1), tags: ['治理'] }]);
  });

  it('a link to a list saves nothing', async () => {
    const save = vi.spyOn(entries, 'save');
    click(link({ linkUrl: 'https://yanjiawei.blog.caixin.com/archives/date/2020/12' }));
    expect(save).not.toHaveBeenCalled();
  });
});

describe('the menus', () => {
  it('are created again at each installation', async () => {
    const order: string[] = [];
    vi.spyOn(fakeBrowser.contextMenus, 'removeAll').mockImplementation((async () => {
      order.push('removeAll');
    }) as never);
    vi.spyOn(fakeBrowser.contextMenus, 'create').mockImplementation(((item: { id: string }) => {
      order.push(item.id);
    }) as never);
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'update' } as never);
    await vi.waitFor(() => expect(order).toHaveLength(6));
    expect(order).toEqual([
      'removeAll',
      'save-page',
      'queue-page',
      'save-link',
      'queue-link',
      'toggle-panel',
    ]);
  });
});

describe('the answers to content scripts', () => {
  beforeEach(() => {
    answerPages(pageAnswers(entries), PAGE_CALLS);
    connectEnds();
  });

  it('a save is committed before it is answered', async () => {
    const result = await background.savePosts([aPost(1)], { tags: ['治理'], queue: true });
    expect(result.added).toEqual([urlOf(1)]);
    expect(await background.marks([urlOf(1), urlOf(2)])).toEqual([
      { url: urlOf(1), tags: ['治理'], queued: true, read: false },
    ]);
    expect(await background.tags({})).toEqual([{ tag: '治理', count: 1 }]);
  });

  it('tags are offered: recent ones, author and category of the posts, then the most used', async () => {
    for (const one of [1, 2, 3]) await background.savePosts([aPost(one)], { tags: ['治理', '周刊'] });
    await background.savePosts([aPost(4)], { tags: ['新的', '另一个', '第三个'] });
    const offered = await background.tags({ author: '闫加伟', category: '社区治理' });
    expect(offered.map(({ tag }) => tag)).toEqual([
      ...['新的', '另一个', '第三个'],
      ...['社区治理', '闫加伟'],
      ...['周刊', '治理'],
    ]);
    expect(offered.map(({ count }) => count)).toEqual([1, 1, 1, 0, 0, 3, 3]);
  });

  it('reading a page sets the badge of its own tab', async () => {
    await background.pageRead({ posts: 20, saved: 5 });
    expect(await badge()).toBe('15');
  });

  it('a prerendered page does not set the badge of the page that is shown', async () => {
    connectEnds(aContentScript({ frameId: 41, documentLifecycle: 'prerender' }));
    await background.pageRead({ posts: 20, saved: 5 });
    expect(await badge()).toBe('');
  });
});
