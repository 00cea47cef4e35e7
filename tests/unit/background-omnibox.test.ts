// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listenToOmnibox } from '../../entrypoints/background/omnibox';
import type { Entries } from '../../utils/db/entries';
import { saveView } from '../../utils/storage/saved-views';
import { speak } from './a-browser';
import { aPost, aRepository, urlOf } from './a-library';

interface Suggestion {
  content: string;
  description: string;
}

let entries: Entries;

function listen(markup = true): void {
  const { omnibox } = fakeBrowser;
  for (const event of [omnibox.onInputStarted, omnibox.onInputChanged, omnibox.onInputEntered])
    vi.spyOn(event, 'addListener').mockImplementation((() => {}) as never);
  listenToOmnibox(entries, { markup });
}

const listenerOf = (event: { addListener: unknown }) =>
  vi.mocked(event.addListener as (listener: (...args: unknown[]) => void) => void).mock.calls[0]?.[0];

const type = (text: string) =>
  new Promise<Suggestion[]>((resolve) => {
    listenerOf(fakeBrowser.omnibox.onInputChanged)?.(text, resolve);
  });

const enter = (text: string, disposition = 'currentTab') =>
  listenerOf(fakeBrowser.omnibox.onInputEntered)?.(text, disposition);

beforeEach(async () => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  await speak('zh_CN');
  ({ entries } = aRepository());
  await entries.save([
    aPost(1, { title: '社区团购何去何从', publishedAt: '2020-12-16T12:00+08:00' }),
    aPost(2, { title: '加装电梯', author: '某甲' }),
  ]);
  await entries.shelve([urlOf(2)], { addTags: ['物业'] });
});

describe('the address bar suggests', () => {
  it.each([
    ['团购', [urlOf(1)]],
    ['某甲', [urlOf(2)]],
    ['物业', [urlOf(2)]],
    ['没有这个', []],
  ])('for %o the entries that contain it', async (text, urls) => {
    listen();
    expect((await type(text)).map(({ content }) => content)).toEqual(urls);
  });

  it('for @ the saved views, and opens the library under the one chosen', async () => {
    await saveView({ name: '物业 & 电梯', filter: '#物业 "加装 电梯"' });
    await saveView({ name: '待读', filter: 'is:unread' });
    listen();
    expect(await type('@物')).toEqual([
      {
        content: '@物业 & 电梯',
        description: '视图 物业 &amp; 电梯 <dim>#物业 &quot;加装 电梯&quot;</dim>',
      },
    ]);
    const opened = vi.spyOn(fakeBrowser.tabs, 'update').mockResolvedValue({} as never);
    enter('@待读');
    const address = expect.stringMatching(/sidepanel\.html\?filter=is%3Aunread$/);
    await vi.waitFor(() => expect(opened).toHaveBeenCalledWith({ url: address }));
  });

  it('before anything is typed the newest', async () => {
    listen();
    expect((await type(' ')).map(({ content }) => content)).toEqual([urlOf(1), urlOf(2)]);
  });

  it('archived entries last, and six at most', async () => {
    listen();
    await entries.save(Array.from({ length: 8 }, (_, n) => aPost(n + 10, { title: `电梯 ${n}` })));
    await entries.shelve([urlOf(10), urlOf(11), urlOf(12)], { archived: true });
    const found = (await type('电梯')).map(({ content }) => content);
    expect(found).toHaveLength(6);
    expect(found).not.toContain(urlOf(10));
    await entries.remove([urlOf(13), urlOf(14), urlOf(15)]);
    expect((await type('电梯')).map(({ content }) => content).slice(-3)).toEqual([
      urlOf(10),
      urlOf(11),
      urlOf(12),
    ]);
  });

  it('in Chrome descriptions that are sound XML whatever a title holds', async () => {
    listen();
    await entries.save([aPost(3, { title: `<b>"A&B"</b> 'x' \u0000\u0008\uD800尾`, author: 'R&D' })]);
    const [found] = await type('尾');
    expect(found?.description).toBe(
      '&lt;b&gt;&quot;A&amp;B&quot;&lt;/b&gt; &apos;x&apos;   \uFFFD尾 <dim>R&amp;D</dim>',
    );
    const parsed = new DOMParser().parseFromString(`<d>${found?.description}</d>`, 'text/xml');
    expect(parsed.querySelector('parsererror')).toBeNull();
  });

  it('in Firefox plain text', async () => {
    listen(false);
    expect((await type('团购'))[0]?.description).toBe('社区团购何去何从 — 闫加伟 · 2020-12-16');
  });

  it('nothing if the database does not open', async () => {
    listen();
    vi.spyOn(entries, 'all').mockRejectedValue(new Error('no'));
    expect(await type('团购')).toEqual([]);
  });
});

describe('Enter in the address bar opens', () => {
  beforeEach(() => {
    listen();
    vi.spyOn(fakeBrowser.tabs, 'update').mockResolvedValue({} as never);
    vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);
  });

  const here = () => vi.mocked(fakeBrowser.tabs.update as (what: object) => Promise<unknown>);

  it('the entry that was chosen', async () => {
    enter(urlOf(2));
    await vi.waitFor(() => expect(here()).toHaveBeenCalledWith({ url: urlOf(2) }));
  });

  it('the first match, if the typed text was not completed', async () => {
    enter('团购');
    await vi.waitFor(() => expect(here()).toHaveBeenCalledWith({ url: urlOf(1) }));
  });

  it.each(['没有这个', '', 'javascript:alert(1)'])('for %o the library', async (text) => {
    enter(text);
    const url = fakeBrowser.runtime.getURL('/sidepanel.html');
    await vi.waitFor(() => expect(here()).toHaveBeenCalledWith({ url }));
  });

  it.each([
    ['newForegroundTab', true],
    ['newBackgroundTab', false],
  ])('in a %s if requested', async (disposition, active) => {
    enter(urlOf(1), disposition);
    await vi.waitFor(() => expect(fakeBrowser.tabs.create).toHaveBeenCalledWith({ url: urlOf(1), active }));
  });
});
