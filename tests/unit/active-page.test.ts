import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followActivePage } from '../../utils/library/active-page';
import { changeDraft, draftAt } from '../../utils/storage/drafts';
import { aPost, urlOf } from './a-library';

const ADDRESS = 'https://yanjiawei.blog.caixin.com/usercategory/1832';

const aPage = (more: object = {}) => ({
  kind: 'list',
  site: 'test',
  posts: [aPost(1), aPost(2)],
  others: [],
  confidence: 'rules',
  doubts: [],
  ...more,
});

let stop: AbortController;

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  stop = new AbortController();
  // The fake browser has none of these.
  for (const event of [fakeBrowser.permissions.onAdded, fakeBrowser.permissions.onRemoved])
    for (const name of ['addListener', 'removeListener'] as const)
      vi.spyOn(event, name).mockImplementation(() => {});
  vi.spyOn(fakeBrowser.permissions, 'contains').mockResolvedValue(true as never);
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockResolvedValue([{ result: 'text/html' }] as never);
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 7, url: `${ADDRESS}#top` }] as never);
});

afterEach(() => stop.abort());

/** What a surface shows for a tab whose page sends this about itself. */
async function shown(told: unknown) {
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValue({ value: told } as never);
  const active = followActivePage({ signal: stop.signal });
  await vi.waitFor(() => expect(active.state.value).not.toBe('asking'));
  return active;
}

describe('a surface shows the page of its tab', () => {
  it('as it reports itself, with the draft of the address that the browser reports', async () => {
    await changeDraft(ADDRESS, { tick: [urlOf(1)], typed: '组' });
    const { page, draft } = await shown({ address: 'https://tangya.blog.caixin.com/', page: aPage() });
    expect(page.value).toEqual({ address: ADDRESS, page: aPage() });
    expect(draft.value).toEqual({ ticked: [urlOf(1)], tags: [], typed: '组' });
  });

  it.each([
    ['nothing', undefined],
    ['no page', { address: ADDRESS }],
    ['posts that are none', { address: ADDRESS, page: aPage({ posts: [{ title: 'x' }] }) }],
    [
      'a script for an address',
      { address: ADDRESS, page: aPage({ posts: [aPost(1, { url: 'javascript:x' })] }) },
    ],
    [
      'an element for a title',
      { address: ADDRESS, page: aPage({ posts: [{ ...aPost(1), title: { type: 'img' } }] }) },
    ],
    ['an element for a heading', { address: ADDRESS, page: aPage({ heading: { type: 'img', props: {} } }) }],
  ])('and no page where it tells %s', async (_what, told) => {
    const { state, page } = await shown(told);
    expect([state.value, page.value]).toEqual(['unwatched', undefined]);
  });

  it('and no page if it does not answer first, and answers oddly when asked again', async () => {
    const odd = { address: ADDRESS, page: aPage({ heading: { type: 'img', props: {} } }) };
    const gone = { failure: { kind: 'gone', detail: 'left' } };
    vi.spyOn(fakeBrowser.tabs, 'sendMessage')
      .mockResolvedValueOnce(gone as never)
      .mockResolvedValueOnce({ value: odd } as never);
    const active = followActivePage({ signal: stop.signal });
    await vi.waitFor(() => expect(active.state.value).not.toBe('asking'));
    expect([active.state.value, active.page.value]).toEqual(['unwatched', undefined]);
  });
});

describe('what is begun on a surface', () => {
  it('is kept, and follows what others do to the same page', async () => {
    const active = await shown({ address: ADDRESS, page: aPage() });
    active.setDraft({ ticked: [urlOf(1)] });
    active.setDraft({ typed: '组' });
    expect(active.draft.value).toEqual({ ticked: [urlOf(1)], tags: [], typed: '组' });
    await vi.waitFor(async () => expect((await draftAt(ADDRESS).read()).typed).toBe('组'));
    await changeDraft(ADDRESS, { tick: [urlOf(2)] });
    await vi.waitFor(() => expect(active.draft.value.ticked).toEqual([urlOf(1), urlOf(2)]));
  });
});
