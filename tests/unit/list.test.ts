// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pageAnswers } from '../../entrypoints/background/page-answers';
import type { Shared } from '../../entrypoints/caixin.content/core';
import { List } from '../../entrypoints/caixin.content/list';
import { paced } from '../../entrypoints/caixin.content/pace';
import { PageActs } from '../../entrypoints/caixin.content/page-acts';
import { PagePosts } from '../../entrypoints/caixin.content/page-posts';
import overlayScript from '../../entrypoints/overlay';
import type { Entries } from '../../utils/db/entries';
import { answerPages } from '../../utils/messaging/answer-pages';
import { PAGE_CALLS } from '../../utils/messaging/shapes';
import { aContentScript, connectEnds, speak } from './a-browser';
import { giveLayout } from './a-layout';
import { aPost, aRepository, urlOf } from './a-library';

const ADDRESS = 'https://yanjiawei.blog.caixin.com/usercategory/1832';

let entries: Entries;
let leaving: AbortController;
let takeBack: () => void;
let page: PagePosts;
let list: List;

/** Runs the requested script, as the browser does. */
const start = async (_injection: unknown) => {
  overlayScript.main();
  return [];
};
const run = vi.fn(start);

/** Shows a list of these posts; an article when there are none. */
function show(...numbers: number[]): void {
  const rows = numbers.map(
    (n) =>
      `<div class="post"><div class="post_date">2020-12-1${n} 12:00</div><h2><a href="${urlOf(n)}">第${n}篇</a></h2></div>`,
  );
  document.body.innerHTML = numbers.length ? `<div id="content">${rows.join('')}</div>` : '<p>没有列表</p>';
  page.reader.forget();
}

/** What was sent to the background, by call. */
const asked = (call: string) =>
  vi
    .mocked(fakeBrowser.runtime.sendMessage)
    .mock.calls.map(([message]) => message as unknown as { call: string; args: unknown[] })
    .filter((message) => message.call === call)
    .map(({ args }) => args);

const isShown = () => list.overlay?.own !== undefined;

beforeEach(async () => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  await speak('zh_CN');
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([] as never);
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation(run as never);
  run.mockReset().mockImplementation(start);
  ({ entries } = aRepository());
  answerPages(pageAnswers(entries), PAGE_CALLS);
  connectEnds(aContentScript({ url: ADDRESS, documentId: 'this one' }));
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(ADDRESS);
  takeBack = giveLayout();
  leaving = new AbortController();
  const { signal } = leaving;
  page = new PagePosts();
  const acts = new PageActs(() => undefined, signal);
  list = new List({ page, acts, paced, signal });
});

afterEach(() => {
  leaving.abort();
  takeBack();
  delete (globalThis as Shared).openOverlay;
});

describe('the script of the overlay', () => {
  it('is requested once, in the document that has posts, and shows them', async () => {
    show(1, 2);
    await Promise.all([list.show(), list.show()]);
    await list.show();
    expect(run.mock.calls).toEqual([
      [{ target: { tabId: 7, documentIds: ['this one'] }, injectImmediately: true, files: ['/overlay.js'] }],
    ]);
    expect(isShown()).toBe(true);
    expect(list.overlay?.own?.root.querySelector('.counts')?.textContent).toBe('本页 2 篇 · 已存 0 · 已选 0');
    expect(list.overlay?.own?.root.querySelector('style')).not.toBeNull();
  });

  it('is not requested if there is nothing to show', async () => {
    show();
    await list.show();
    expect(run).not.toHaveBeenCalled();
    expect(isShown()).toBe(false);
  });

  it('that could not be run is requested at the next reading; the background knows the page in any case', async () => {
    show(1);
    await entries.save([aPost(1)]);
    run.mockRejectedValueOnce(new Error('no such document'));
    await list.show();
    expect(isShown()).toBe(false);
    expect(asked('pageRead')).toEqual([[{ posts: 1, saved: 1 }]]);
    await list.show();
    expect(isShown()).toBe(true);
  });

  for (const [how, main] of [
    ['is empty', () => {}],
    [
      'does not open',
      () =>
        Object.assign(globalThis, {
          openOverlay: () => {
            throw new Error('broken');
          },
        }),
    ],
  ] as const)
    it(`that ${how} is reported once: to the badge, and to popup and panel when they ask`, async () => {
      show(1);
      run.mockImplementation(async () => {
        main();
        return [];
      });
      await list.show();
      expect(asked('unwatched')).toEqual([[]]);
      expect(() => list.state()).toThrow(expect.objectContaining({ kind: 'broken' }));
      await list.changed();
      // It would take the report from the badge.
      expect(asked('pageRead')).toEqual([]);
    });

  it('stays when the page is read again, and leaves with the body it was opened on', async () => {
    show(1);
    await list.show();
    const root = list.overlay?.own?.root;
    list.overlay?.leave();
    expect(list.overlay?.own?.root).toBe(root);
    const { body } = document;
    body.replaceWith(document.createElement('body'));
    list.overlay?.leave();
    expect(isShown()).toBe(false);
    document.body.replaceWith(body);
  });

  it('shows nothing for a copy that was replaced meanwhile', async () => {
    show(1);
    run.mockImplementationOnce(async () => {
      leaving.abort();
      overlayScript.main();
      return [];
    });
    await list.show();
    expect(list.overlay).toBeUndefined();
  });
});

describe('a page without an overlay', () => {
  it('hears of changes, and reports them only if they are its own', async () => {
    show();
    await list.show();
    await list.changed([urlOf(1)]);
    await list.changed();
    expect(asked('pageRead')).toEqual([]);
  });

  it('that fails to ask is silent', async () => {
    show(1);
    run.mockRejectedValue(new Error('no such document'));
    await list.show();
    vi.mocked(fakeBrowser.runtime.sendMessage).mockRejectedValue(new Error('odd') as never);
    await expect(list.changed()).resolves.toBeUndefined();
    page.reader.forget();
    await expect(list.show()).resolves.toBeUndefined();
  });

  it('reports again after it was in the background, and only then', async () => {
    show(1);
    run.mockRejectedValueOnce(new Error('no such document'));
    await list.show();
    expect(list.state().page.posts).toHaveLength(1);
    await list.changed([urlOf(1)]);
    expect(asked('pageRead')).toHaveLength(1);
    await list.changed();
    expect(asked('pageRead')).toHaveLength(2);
  });
});
