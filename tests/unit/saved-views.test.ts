import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { cleanName, onViewsChange, readViews, removeView, saveView } from '../../utils/storage/saved-views';

beforeEach(() => {
  fakeBrowser.reset();
});

describe('saved views', () => {
  it('keep their order; one of the same name replaces the other', async () => {
    await saveView({ name: '待读', filter: 'is:unread ' });
    await saveView({ name: ' 宏观 ', filter: '#宏观' });
    await saveView({ name: '待读', filter: 'is:unread in:queue' });
    expect(await readViews()).toEqual([
      { name: '待读', filter: 'is:unread in:queue' },
      { name: '宏观', filter: '#宏观' },
    ]);
    await removeView('待读');
    expect((await readViews()).map(({ name }) => name)).toEqual(['宏观']);
  });

  it('report changes from everywhere, until listening stops', async () => {
    const stop = new AbortController();
    const heard: string[][] = [];
    onViewsChange((views) => heard.push(views.map(({ name }) => name)), stop.signal);
    await saveView({ name: '待读', filter: 'is:unread' });
    stop.abort();
    await saveView({ name: '宏观', filter: '#宏观' });
    expect(heard).toEqual([['待读']]);
  });

  it('without a name do not exist, and damaged ones in the store are ignored', async () => {
    await saveView({ name: ' \u200b ', filter: '#宏观' });
    expect(await readViews()).toEqual([]);
    await fakeBrowser.storage.local.set({ views: [null, { name: 7 }, { name: '好', filter: '' }, 'x'] });
    expect(await readViews()).toEqual([{ name: '好', filter: '' }]);
    await fakeBrowser.storage.local.set({ views: 'x' });
    expect(await readViews()).toEqual([]);
  });

  it('have names of one line, at most forty long', () => {
    expect(cleanName(`a\nb ${'长'.repeat(60)}`)).toHaveLength(40);
    expect(cleanName('a\nb')).toBe('a b');
  });
});
