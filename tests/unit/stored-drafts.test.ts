import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Draft, type DraftChange, NO_DRAFT } from '../../utils/domain/draft';
import { changeDraft, draftAt, onDraftChange } from '../../utils/storage/drafts';
import { writeFilter } from '../../utils/storage/settings';
import { urlOf } from './a-library';

const PAGE = 'https://yanjiawei.blog.caixin.com/usercategory/1832/page/2';

const DRAFT: Draft = { ticked: [urlOf(1)], tags: ['治理'], typed: '组' };
const BEGIN: DraftChange = { tick: [urlOf(1)], tag: ['治理'], typed: '组' };
const END: DraftChange = { untick: [urlOf(1)], untag: ['治理'], typed: '' };

const read = (page: string) => draftAt(page).read();

const stored = () => fakeBrowser.storage.local.get(null) as Promise<Record<string, unknown>>;

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([] as never);
});

describe('a draft', () => {
  it('is there again as it was left', async () => {
    await changeDraft(PAGE, BEGIN);
    expect(await read(PAGE)).toEqual(DRAFT);
  });

  it('belongs to one page', async () => {
    await changeDraft(PAGE, BEGIN);
    expect(await read(`${PAGE}0`)).toEqual(NO_DRAFT);
  });

  it('is deleted if nothing is left of it', async () => {
    await changeDraft(PAGE, BEGIN);
    await changeDraft(PAGE, END);
    expect(await stored()).toEqual({});
  });

  it('begun right after one was finished is kept', async () => {
    await changeDraft(PAGE, BEGIN);
    await Promise.all([changeDraft(PAGE, END), changeDraft(PAGE, { typed: '新' })]);
    expect(await read(PAGE)).toEqual({ ...NO_DRAFT, typed: '新' });
  });

  it('in the format of the previous version is read and continued', async () => {
    const old = { ...DRAFT, at: 1_790_000_000_000, by: '6f1f8f1c-98b1-4a06-a4b5-0d8e9b3f5d7a' };
    await fakeBrowser.storage.local.set({ [`draft:${PAGE}`]: old });
    await changeDraft(PAGE, { tick: [urlOf(2)] });
    expect(await read(PAGE)).toEqual({ ...DRAFT, ticked: [urlOf(1), urlOf(2)] });
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
  ])('that is damaged reads as none, and a new one replaces it: %j', async (value) => {
    await fakeBrowser.storage.local.set({ [`draft:${PAGE}`]: value });
    expect(await read(PAGE)).toEqual(NO_DRAFT);
    await changeDraft(PAGE, BEGIN);
    expect(await read(PAGE)).toEqual(DRAFT);
  });

  it('of two windows keeps the ticks and tags of both, and the text typed last', async () => {
    await changeDraft(PAGE, { tick: [urlOf(1), urlOf(2)] });
    await Promise.all([
      changeDraft(PAGE, { tick: [urlOf(3)], tag: ['甲'], typed: 'a' }),
      changeDraft(PAGE, { untick: [urlOf(1)], tag: ['乙'], typed: 'b' }),
    ]);
    expect(await read(PAGE)).toEqual({ ticked: [urlOf(2), urlOf(3)], tags: ['甲', '乙'], typed: 'b' });
  });

  it('has bounds: what was added last is kept', async () => {
    const tags = Array.from({ length: 130 }, (_, n) => `标签${n}`);
    await changeDraft(PAGE, { tag: tags.slice(0, 90), typed: '长'.repeat(20_000) });
    await changeDraft(PAGE, { tag: tags.slice(90) });
    const kept = await read(PAGE);
    expect(kept.tags).toEqual(tags.slice(30));
    expect(kept.typed).toHaveLength(10_000);
    const urls = Array.from({ length: 10_000 }, (_, n) => urlOf(n + 1));
    await changeDraft(PAGE, { tick: urls });
    await changeDraft(PAGE, { tick: [urlOf(10_001)] });
    const { ticked } = await read(PAGE);
    expect([ticked.length, ticked.at(-1)]).toEqual([10_000, urlOf(10_001)]);
  });

  it('that changes nothing is not written', async () => {
    await changeDraft(PAGE, BEGIN);
    const heard = vi.fn();
    fakeBrowser.storage.onChanged.addListener(heard);
    await changeDraft(PAGE, BEGIN);
    expect(heard).not.toHaveBeenCalled();
  });

  it('of a hundred letters at once is written a few times, the last letter among them', async () => {
    const heard = vi.fn();
    fakeBrowser.storage.onChanged.addListener(heard);
    const letters = Array.from({ length: 100 }, (_, n) => '长'.repeat(n + 1));
    await Promise.all(letters.map((typed) => changeDraft(PAGE, { typed })));
    expect((await read(PAGE)).typed).toHaveLength(100);
    expect(heard.mock.calls.length).toBeLessThan(5);
  });
});

describe('of many drafts', () => {
  let time: number;

  beforeEach(() => {
    time = 1000;
    vi.spyOn(Date, 'now').mockImplementation(() => time++);
  });

  const begin = async (site: string, from: number, to: number) => {
    for (let n = from; n < to; n++) await changeDraft(`${site}/${n}`, BEGIN);
  };

  it('the newest hundred are kept, and nothing else is touched', async () => {
    await writeFilter('popup', '社区');
    await begin(PAGE, 0, 103);
    const keys = Object.keys(await stored());
    expect(keys.filter((key) => key.startsWith('draft:'))).toHaveLength(100);
    expect(keys).toContain('filter:popup');
    expect(await read(`${PAGE}/2`)).toEqual(NO_DRAFT);
    expect(await read(`${PAGE}/3`)).toEqual(DRAFT);
  });

  it('one that was changed again counts as new', async () => {
    await begin(PAGE, 0, 100);
    await changeDraft(`${PAGE}/0`, { typed: '新' });
    await changeDraft(`${PAGE}/100`, BEGIN);
    expect((await read(`${PAGE}/0`)).typed).toBe('新');
    expect(await read(`${PAGE}/1`)).toEqual(NO_DRAFT);
  });

  it('the one just written stays, even if the clock went back', async () => {
    vi.spyOn(Date, 'now').mockImplementation(() => time--);
    await begin(PAGE, 0, 101);
    expect(await read(`${PAGE}/100`)).toEqual(DRAFT);
  });

  it('those of one site do not drive out those of another', async () => {
    await begin(PAGE, 0, 10);
    await begin('https://tangya.blog.caixin.com', 0, 300);
    for (let n = 0; n < 10; n++) expect(await read(`${PAGE}/${n}`)).toEqual(DRAFT);
    expect(Object.keys(await stored())).toHaveLength(100);
  });
});

describe('a change of a draft is heard', () => {
  it('by extension pages that show this page, until they stop', async () => {
    const heard = vi.fn();
    const stop = new AbortController();
    onDraftChange(PAGE, heard, stop.signal);
    await changeDraft(PAGE, BEGIN);
    await changeDraft(`${PAGE}/other`, BEGIN);
    await changeDraft(PAGE, END);
    stop.abort();
    await changeDraft(PAGE, BEGIN);
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('by the other tabs at this address, whatever their fragment', async () => {
    const urls = [PAGE, `${PAGE}#comments`, `${PAGE}0`, undefined, PAGE];
    const tabs = urls.map((url, id) => ({ id, ...(url && { url }) }));
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue(tabs as never);
    const tell = vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValue({} as never);
    await changeDraft(PAGE, BEGIN, 4);
    await vi.waitFor(() => expect(tell).toHaveBeenCalledTimes(2));
    const told = tell.mock.calls.map(([id, message]) => [id, (message as { call: string }).call]);
    expect(told).toEqual([
      [0, 'draftChanged'],
      [1, 'draftChanged'],
    ]);
  });
});
