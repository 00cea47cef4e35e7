// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openFileStore } from '../../utils/db/backup/file-store';
import { AppError } from '../../utils/domain/errors';
import { openLibrary } from '../../utils/library';
import { openIndexStore } from '../../utils/library/index-store';
import { aPost, aRepository, aSafety, urlOf } from './a-library';

/** A library over a repository whose announcements reach it, as BroadcastChannel and `announce` do in the extension. */
function aLibrary(repository = aRepository(), first = 2) {
  const controller = new AbortController();
  const heard: ((urls: string[]) => void)[] = [];
  repository.announced.push = (...all) => {
    for (const urls of all) for (const hear of heard) hear(urls);
    return 0;
  };
  const library = openLibrary({
    entries: repository.entries,
    onChange: (listener) => heard.push(listener),
    signal: controller.signal,
    safety: aSafety(repository),
    indexStore: openIndexStore(openFileStore(repository.name)),
    first,
  });
  return { library, repository, tell: (urls: string[]) => heard.forEach((hear) => void hear(urls)) };
}

const urls = (entries: { url: string }[]) => entries.map((entry) => entry.url);

beforeEach(() => {
  fakeBrowser.reset();
});

describe('a library', () => {
  it('shows the newest first, then all the rest', async () => {
    const repository = aRepository();
    await repository.entries.save([aPost(1), aPost(2), aPost(3), aPost(4)], { tags: ['治理'] });
    const seen: [string, number][] = [];
    const { library } = aLibrary(repository);
    library.state.subscribe((state) => seen.push([state, library.shown.value.length]));
    await vi.waitFor(() => expect(library.state.value).toBe('complete'));
    expect(seen).toEqual([
      ['opening', 0],
      ['first', 2],
      ['complete', 4],
    ]);
    expect([...library.shown.value]).toEqual([1, 2, 3, 4].map(urlOf));
    expect(library.tagCounts.value.top(9)).toEqual([{ tag: '治理', count: 4 }]);
  });

  it('counts for a tag what it finds, with all tags below it, however it is written', async () => {
    const repository = aRepository();
    await repository.entries.save([aPost(1), aPost(2)], { tags: ['经济/宏观', '经济/金融'] });
    await repository.entries.save([aPost(3)], { tags: ['经济', 'AI'] });
    await repository.entries.save([aPost(4)], { tags: ['ＡＩ'] });
    const { library } = aLibrary(repository);
    await vi.waitFor(() => expect(library.state.value).toBe('complete'));
    const all = [
      { tag: '经济', count: 3 },
      { tag: 'ＡＩ', count: 2 },
      { tag: '经济/宏观', count: 2 },
      { tag: '经济/金融', count: 2 },
    ];
    expect(library.tagCounts.value.top(9)).toEqual(all);
    library.filter.value = '#ai';
    expect(library.shown.value).toHaveLength(2);
    expect(library.tagCounts.value.countOf('AI')).toBe(2);
    expect(library.findableTags.value).toEqual(all);
  });

  it('follows a change made in another window', async () => {
    const { library, repository, tell } = aLibrary();
    await vi.waitFor(() => expect(library.state.value).toBe('complete'));
    const other = repository.again();
    await other.entries.save([aPost(7)], { queue: true });
    tell([urlOf(7)]);
    await vi.waitFor(() => expect(urls(library.queue.value)).toEqual([urlOf(7)]));
    await other.entries.remove([urlOf(7)]);
    tell([urlOf(7)]);
    await vi.waitFor(() => expect([...library.shown.value]).toEqual([]));
  });

  it('an entry that changes many times in a row never disappears', async () => {
    const { library, repository, tell } = aLibrary();
    await library.save([aPost(1)], { queue: true });
    await vi.waitFor(() => expect(library.queue.value).toHaveLength(1));
    const seen = new Set<number>();
    library.queue.subscribe((queue) => seen.add(queue.length));
    for (let n = 0; n < 5; n++) {
      await repository.entries.shelve([urlOf(1)], { addTags: [`标签${n}`] });
      tell([urlOf(1)]);
      tell([urlOf(1)]);
    }
    await vi.waitFor(() => expect(library.queue.value[0]?.tags).toHaveLength(5));
    expect([...seen]).toEqual([1]);
  });

  it('undoing a removal brings back the same entries', async () => {
    const { library } = aLibrary();
    await library.save([aPost(1), aPost(2)], { tags: ['治理'], queue: true });
    await vi.waitFor(() => expect(library.shown.value).toHaveLength(2));
    const before = [...library.shown.value];
    await library.remove([urlOf(1)]);
    await vi.waitFor(() => expect([...library.shown.value]).toEqual([urlOf(2)]));
    expect(library.notice.value).toMatchObject({ what: 'remove', title: '第1篇', count: 1 });
    await library.undo();
    await vi.waitFor(() => expect([...library.shown.value]).toEqual(before));
    expect(library.notice.value).toMatchObject({ what: 'undone', title: '第1篇' });
  });

  it('undoing 读完 returns the entry to its place in the queue, unread', async () => {
    const { library } = aLibrary();
    await library.save([aPost(1), aPost(2), aPost(3)], { queue: true });
    await vi.waitFor(() => expect(library.queue.value).toHaveLength(3));
    await library.finish(urlOf(1));
    await vi.waitFor(() => expect(urls(library.queue.value)).toEqual([2, 3].map(urlOf)));
    await library.undo();
    await vi.waitFor(() => expect(urls(library.queue.value)).toEqual([1, 2, 3].map(urlOf)));
    expect(library.queue.value[0]).not.toHaveProperty('readAt');
  });

  it('knows which tags were used last, which are used together and how many each finds', async () => {
    const { library } = aLibrary();
    await library.save([aPost(1)], { tags: ['治理', '经济/宏观'] });
    await library.save([aPost(2)], { tags: ['治理', '组织'] });
    await library.save([aPost(3)], { tags: ['周刊'] });
    await vi.waitFor(() => expect(library.shown.value).toHaveLength(3));
    const hints = library.tagHints(['治理']);
    expect(hints.together).toEqual(
      new Map([
        ['经济/宏观', 1],
        ['组织', 1],
      ]),
    );
    expect(new Set(hints.recent)).toEqual(new Set(['周刊', '治理', '组织', '经济/宏观']));
    expect(library.tagHints(['治理'])).toBe(hints);
    expect(library.tagTotals.value).toContainEqual({ tag: '经济', count: 0, total: 1 });
    await library.retag(new Map([['组织', []]]));
    await vi.waitFor(() => expect(library.tagHints(['治理']).together.has('组织')).toBe(false));
  });

  it('a renamed tag keeps its colour, and its old name has it when that is undone', async () => {
    const { library } = aLibrary();
    await library.save([aPost(1)], { tags: ['治理'] });
    await vi.waitFor(() => expect(library.state.value).toBe('complete'));
    await library.colour(new Map([['治理', 'red']]));
    await vi.waitFor(() => expect(library.colours.value.get('治理')).toBe('red'));
    await library.retag(new Map([['治理', ['社区/治理']]]));
    await vi.waitFor(() => expect(library.colours.value.get('社区/治理')).toBe('red'));
    await library.undo();
    await vi.waitFor(() => expect(library.entries.value.get(urlOf(1))?.tags).toEqual(['治理']));
    expect(library.colours.value.get('治理')).toBe('red');
  });

  it('tags are renamed even if colours cannot be stored', async () => {
    const { library } = aLibrary();
    await library.save([aPost(1)], { tags: ['治理'] });
    await library.colour(new Map([['治理', 'red']]));
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('full'));
    expect(await library.retag(new Map([['治理', ['社区']]]))).toBe(true);
    await vi.waitFor(() => expect(library.entries.value.get(urlOf(1))?.tags).toEqual(['社区']));
  });

  it('shows what was found before while a term is being typed, and says what is missing', async () => {
    const repository = aRepository();
    await repository.entries.save([aPost(1)], { tags: ['治理'] });
    await repository.entries.save([aPost(2)], { tags: ['组织'] });
    const { library } = aLibrary(repository);
    await vi.waitFor(() => expect(library.state.value).toBe('complete'));
    const shown = () => [...library.shown.value];
    library.filter.value = 'tag:治理';
    expect(shown()).toEqual([urlOf(1)]);
    library.filter.value = 'tag:治理 is:unr';
    expect(shown()).toEqual([urlOf(1)]);
    expect(library.parsed.value.problems).toMatchObject([{ kind: 'state' }]);
    library.filter.value = 'tag:治理 is:unread';
    expect(shown()).toEqual([urlOf(1)]);
    library.filter.value = 'tag:';
    expect(shown()).toEqual([urlOf(1)]);
    library.filter.value = '';
    expect(shown()).toHaveLength(2);
  });

  it('a failed action is reported and changes nothing that is shown', async () => {
    const { library } = aLibrary();
    await library.save([aPost(1)]);
    await vi.waitFor(() => expect(library.shown.value).toHaveLength(1));
    expect(await library.save([{ url: 'https://evil.example/', title: 'x' }])).toBeUndefined();
    expect(library.failure.value).toMatchObject({ kind: 'broken' });
    expect(library.state.value).toBe('complete');
    expect([...library.shown.value]).toEqual([urlOf(1)]);
    library.dismissFailure();
    expect(library.failure.value).toBeUndefined();
  });

  it('a database that does not open is reported, with its kind', async () => {
    const repository = aRepository();
    const refuse = () => Promise.reject(new AppError('unavailable', 'never remember history'));
    repository.entries.newest = refuse;
    const { library } = aLibrary(repository);
    await vi.waitFor(() => expect(library.failure.value?.kind).toBe('unavailable'));
    expect(library.state.value).toBe('refused');
  });
});
