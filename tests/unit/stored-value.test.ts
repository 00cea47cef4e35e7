import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { databaseStore } from '../../utils/storage/database-store';
import { closeToPages } from '../../utils/storage/local-store';
import { readViews, removeView, saveView } from '../../utils/storage/saved-views';
import { areaStore, type Store } from '../../utils/storage/store';
import { type Shape, storedValue } from '../../utils/storage/stored-value';

/** What the previous version left in `storage.local`, in its format. */
const OLD = {
  views: [{ name: '待读', filter: 'is:unread' }],
  'filter:popup': '社区 #治理',
  'panel:tab': 'library',
  'tag:colours': [['治理', 'red']],
  'tag:apart': ['治理\n治理学'],
  'export:often': 'weekly',
  'export:last': { at: 1_790_000_000_000, stamp: '3.0.1790000000000' },
  'check:last': { at: 1_790_000_000_000, rows: 7 },
  'draft:https://yanjiawei.blog.caixin.com/': {
    ticked: ['https://yanjiawei.blog.caixin.com/archives/1'],
    tags: [],
    typed: '组',
    at: 1_790_000_000_000,
    by: '6f1f8f1c-98b1-4a06-a4b5-0d8e9b3f5d7a',
  },
};

let count = 0;
let name: string;
let stop: AbortController;

beforeEach(() => {
  fakeBrowser.reset();
  name = `kept-${count++}`;
  stop = new AbortController();
});

afterEach(() => {
  stop.abort();
  vi.restoreAllMocks();
});

const LIST: Shape<readonly string[]> = {
  from: (value) => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []),
  into: (all) => (all.length > 0 ? all : undefined),
};

const stores: [string, () => Store][] = [
  ['where the browser closes its storage to pages', () => areaStore('local')],
  ['in a database of our own', () => databaseStore(name)],
];

describe.each(stores)('a stored value, %s', (_where, open) => {
  it('is there again, for another window too, until it is deleted', async () => {
    const store = open();
    await store.set('a', { text: '一', list: [1, null] });
    await store.set('b', 0);
    expect(await open().get('a')).toEqual({ text: '一', list: [1, null] });
    expect((await open().all()).sort()).toEqual([
      ['a', { text: '一', list: [1, null] }],
      ['b', 0],
    ]);
    await store.set('a', undefined);
    expect(await open().get('a')).toBeUndefined();
  });

  it('reports changes to all, here and elsewhere, until they stop listening', async () => {
    const store = open();
    const heard: unknown[] = [];
    const late: unknown[] = [];
    const leaving = new AbortController();
    open().onChange((key, value) => heard.push([key, value ?? undefined]), stop.signal);
    store.onChange((key, value) => heard.push([key, value ?? undefined]), stop.signal);
    store.onChange((key) => late.push(key), leaving.signal);
    await store.set('a', 1);
    await vi.waitFor(() => expect([heard.length, late.length]).toEqual([2, 1]));
    leaving.abort();
    await store.set('a', undefined);
    await vi.waitFor(() => expect(heard.length).toBe(4));
    expect(heard).toEqual([
      ['a', 1],
      ['a', 1],
      ['a', undefined],
      ['a', undefined],
    ]);
    expect(late).toEqual(['a']);
  });

  it('is changed in sequence, however many windows and values there are', async () => {
    const change = fc.record({ window: fc.nat({ max: 2 }), thing: fc.nat({ max: 1 }) });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 30 }), fc.scheduler(), async (changes, scheduler) => {
        const inside = open();
        // The same store, whose answers come in any order.
        const store: Store = {
          ...inside,
          get: async (key) => {
            await scheduler.schedule(Promise.resolve());
            return inside.get(key);
          },
          set: async (key, value) => {
            await scheduler.schedule(Promise.resolve());
            return inside.set(key, value);
          },
        };
        const keys = [`a ${run}`, `b ${run++}`];
        const windows = [0, 1, 2].map(() => keys.map((key) => storedValue(key, LIST, store)));
        const made = changes.map(({ window, thing }, n) =>
          windows[window]?.[thing]?.change((all) => [...all, `${window} ${n}`]),
        );
        await scheduler.waitFor(Promise.all(made));
        for (const [thing, key] of keys.entries()) {
          const all = LIST.from(await inside.get(key));
          const wanted = changes.flatMap((one, n) => (one.thing === thing ? [`${one.window} ${n}`] : []));
          expect(all.toSorted()).toEqual(wanted.toSorted());
          // Those of each window stay in their order.
          for (const window of ['0', '1', '2']) {
            const own = (list: readonly string[]) => list.filter((one) => one.startsWith(window));
            expect(own(all)).toEqual(own(wanted));
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is not written if a change changes nothing, and is written if told to', async () => {
    const store = open();
    const list = storedValue('list', LIST, store);
    await list.change((all) => [...all, 'a']);
    const set = vi.spyOn(store, 'set');
    await list.change((all) => all);
    expect(set).not.toHaveBeenCalled();
    await list.put(['b']);
    expect(await list.read()).toEqual(['b']);
    await list.put([]);
    expect(await store.get('list')).toBeUndefined();
  });

  it('stays as it is if it cannot be read, and the change reports that', async () => {
    const store = open();
    const list = storedValue('list', LIST, store);
    await list.put(['a']);
    vi.spyOn(store, 'get').mockRejectedValueOnce(new Error('cannot be read'));
    await expect(list.change((all) => [...all, 'b'])).rejects.toThrow('cannot be read');
    await list.change((all) => [...all, 'c']);
    expect(await list.read()).toEqual(['a', 'c']);
  });
});

describe('what an older version left in the storage that pages reach', () => {
  it('is moved completely, once, and nothing stays behind', async () => {
    await fakeBrowser.storage.local.set(OLD);
    const store = databaseStore(name);
    for (const [key, value] of Object.entries(OLD)) expect(await store.get(key)).toEqual(value);
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
    expect(Object.fromEntries(await store.all())).toEqual(OLD);
  });

  it('is no longer used afterwards: a page may have put it there', async () => {
    await fakeBrowser.storage.local.set(OLD);
    await databaseStore(name).set('views', undefined);
    await fakeBrowser.storage.local.set({ views: [{ name: '假', filter: '' }] });
    expect(await databaseStore(name).get('views')).toBeUndefined();
  });

  it('is moved once by two windows that open at once', async () => {
    await fakeBrowser.storage.local.set(OLD);
    const stores = [databaseStore(name), databaseStore(name), databaseStore(name)];
    await Promise.all(stores.map((store) => store.get('views')));
    for (const store of stores) expect(Object.fromEntries(await store.all())).toEqual(OLD);
  });

  it('does not replace newer values if the browser was closed in the middle', async () => {
    await fakeBrowser.storage.local.set(OLD);
    vi.spyOn(fakeBrowser.storage.local, 'clear').mockRejectedValueOnce(new Error('closed'));
    await expect(databaseStore(name).get('views')).rejects.toThrow('closed');
    const views = [{ name: '新', filter: '' }];
    const [first] = await Promise.allSettled([databaseStore(name).set('views', views)]);
    expect(first?.status).toBe('fulfilled');
    expect(await databaseStore(name).get('views')).toEqual(views);
    expect(await databaseStore(name).get('filter:popup')).toBe(OLD['filter:popup']);
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });

  it('is still read by its values', async () => {
    await fakeBrowser.storage.local.set(OLD);
    expect(await readViews()).toEqual(OLD.views);
  });
});

describe('the background', () => {
  it('closes the storage to pages', async () => {
    const close = vi.spyOn(fakeBrowser.storage.local, 'setAccessLevel').mockResolvedValue(undefined as never);
    await closeToPages();
    expect(close).toHaveBeenCalledExactlyOnceWith({ accessLevel: 'TRUSTED_CONTEXTS' });
  });
});

describe('two windows at once', () => {
  it('save and remove views, and all changes count', async () => {
    await saveView({ name: '旧', filter: '' });
    await Promise.all([
      saveView({ name: '待读', filter: 'is:unread' }),
      saveView({ name: '宏观', filter: '#宏观' }),
      removeView('旧'),
      saveView({ name: '待读', filter: 'is:unread in:queue' }),
    ]);
    expect(await readViews()).toEqual([
      { name: '待读', filter: 'is:unread in:queue' },
      { name: '宏观', filter: '#宏观' },
    ]);
  });
});
