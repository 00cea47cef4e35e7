import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Draft, NO_DRAFT, onDraftChange, readDraft, writeDraft } from '../../utils/drafts';
import { readFilter, writeFilter } from '../../utils/settings';
import { urlOf } from './a-library';

const PAGE = 'https://yanjiawei.blog.caixin.com/usercategory/1832/page/2';

const aDraft = (more: Partial<Draft> = {}): Draft => ({
  ticked: [urlOf(1)],
  tags: ['治理'],
  typed: '组',
  ...more,
});

const stored = () => fakeBrowser.storage.local.get(null) as Promise<Record<string, unknown>>;

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

describe('a draft', () => {
  it('is there again as it was left', async () => {
    await writeDraft(PAGE, aDraft());
    expect(await readDraft(PAGE)).toEqual(aDraft());
  });

  it('belongs to one page', async () => {
    await writeDraft(PAGE, aDraft());
    expect(await readDraft(`${PAGE}0`)).toEqual(NO_DRAFT);
  });

  it('is forgotten where nothing is left of it', async () => {
    await writeDraft(PAGE, aDraft());
    await writeDraft(PAGE, NO_DRAFT);
    expect(Object.keys(await stored())).toEqual([]);
  });

  it('begun right after one was finished is kept', async () => {
    await writeDraft(PAGE, aDraft());
    await Promise.all([writeDraft(PAGE, NO_DRAFT), writeDraft(PAGE, aDraft({ typed: '新' }))]);
    expect((await readDraft(PAGE)).typed).toBe('新');
  });

  it('of typed text alone is kept', async () => {
    await writeDraft(PAGE, { ...NO_DRAFT, typed: '社' });
    expect((await readDraft(PAGE)).typed).toBe('社');
  });

  it.each([
    null,
    'text',
    7,
    [],
    {},
    { ticked: 'x', tags: [], typed: '' },
    { ticked: [1], tags: [], typed: '' },
    { ticked: [], tags: [], typed: 3 },
  ])('that is damaged reads as none: %j', async (value) => {
    await fakeBrowser.storage.local.set({ [`draft:${PAGE}`]: value });
    expect(await readDraft(PAGE)).toEqual(NO_DRAFT);
  });

  it('two writers for two pages do not disturb each other', async () => {
    const pages = Array.from({ length: 20 }, (_, n) => `${PAGE}/${n}`);
    await Promise.all(pages.map((page, n) => writeDraft(page, aDraft({ typed: String(n) }))));
    const typed = await Promise.all(pages.map(async (page) => (await readDraft(page)).typed));
    expect(typed).toEqual(pages.map((_page, n) => String(n)));
  });

  it('of two writers for one page one wins whole', async () => {
    const one = aDraft({ ticked: [urlOf(1)], typed: 'a' });
    const two = aDraft({ ticked: [urlOf(2)], typed: 'b' });
    await Promise.all([writeDraft(PAGE, one), writeDraft(PAGE, two)]);
    expect([one, two]).toContainEqual(await readDraft(PAGE));
  });

  it('trouble of a script left behind is named', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'get').mockImplementation(() => {
      throw new Error('Extension context invalidated.');
    });
    await expect(readDraft(PAGE)).rejects.toMatchObject({ kind: 'gone' });
  });
});

describe('of many drafts', () => {
  it('the newest hundred are kept, and nothing else is touched', async () => {
    let time = 1000;
    vi.spyOn(Date, 'now').mockImplementation(() => time++);
    await writeFilter('popup', '社区');
    for (let n = 0; n < 103; n++) await writeDraft(`${PAGE}/${n}`, aDraft());
    const keys = Object.keys(await stored());
    expect(keys.filter((key) => key.startsWith('draft:'))).toHaveLength(100);
    expect(keys).toContain('filter:popup');
    expect(await readDraft(`${PAGE}/2`)).toEqual(NO_DRAFT);
    expect(await readDraft(`${PAGE}/3`)).toEqual(aDraft());
  });

  it('one that was changed again counts as new', async () => {
    let time = 1000;
    vi.spyOn(Date, 'now').mockImplementation(() => time++);
    for (let n = 0; n < 100; n++) await writeDraft(`${PAGE}/${n}`, aDraft());
    await writeDraft(`${PAGE}/0`, aDraft({ typed: '新' }));
    await writeDraft(`${PAGE}/100`, aDraft());
    expect((await readDraft(`${PAGE}/0`)).typed).toBe('新');
    expect(await readDraft(`${PAGE}/1`)).toEqual(NO_DRAFT);
  });

  it('the one just written stays, even where the clock went back', async () => {
    let time = 5000;
    vi.spyOn(Date, 'now').mockImplementation(() => time--);
    for (let n = 0; n < 101; n++) await writeDraft(`${PAGE}/${n}`, aDraft());
    expect(await readDraft(`${PAGE}/100`)).toEqual(aDraft());
  });
});

describe('a change of a draft is heard', () => {
  it('by those who watch this page, also that it is gone', async () => {
    const heard = vi.fn();
    onDraftChange(PAGE, heard, new AbortController().signal);
    await writeDraft(PAGE, aDraft(), 'another surface');
    await writeDraft(`${PAGE}/other`, aDraft(), 'another surface');
    await writeDraft(PAGE, NO_DRAFT, 'another surface');
    expect(heard.mock.calls).toEqual([[aDraft()], [NO_DRAFT]]);
  });

  it('but not by the one who made it: the reader may have gone on meanwhile', async () => {
    const heard = vi.fn();
    onDraftChange(PAGE, heard, new AbortController().signal);
    await writeDraft(PAGE, aDraft());
    await writeDraft(PAGE, NO_DRAFT);
    expect(heard).not.toHaveBeenCalled();
  });

  it('until they stop', async () => {
    const heard = vi.fn();
    const stop = new AbortController();
    onDraftChange(PAGE, heard, stop.signal);
    stop.abort();
    await writeDraft(PAGE, aDraft(), 'another surface');
    expect(heard).not.toHaveBeenCalled();
  });
});

describe('a filter', () => {
  it('is kept for each surface by itself', async () => {
    await writeFilter('popup', '社区 #治理 is:unread');
    expect(await readFilter('popup')).toBe('社区 #治理 is:unread');
    expect(await readFilter('panel')).toBe('');
  });

  it.each([[null], [7], [{ text: 'x' }], [['社区']]])('of %j in the store is none', async (value) => {
    await fakeBrowser.storage.local.set({ 'filter:popup': value });
    expect(await readFilter('popup')).toBe('');
  });
});
