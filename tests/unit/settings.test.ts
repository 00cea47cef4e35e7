import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { appearance, styleOf } from '../../utils/storage/appearance';
import { readFilter, readPanelTab, writeFilter, writePanelTab } from '../../utils/storage/settings';

beforeEach(() => {
  fakeBrowser.reset();
});

describe('a filter', () => {
  it('is stored for each surface separately', async () => {
    await writeFilter('popup', '社区 #治理 is:unread');
    expect(await readFilter('popup')).toBe('社区 #治理 is:unread');
    expect(await readFilter('panel')).toBe('');
  });

  it.each([[null], [7], [{ text: 'x' }], [['社区']]])('is empty if %j is stored', async (value) => {
    await fakeBrowser.storage.local.set({ 'filter:popup': value });
    expect(await readFilter('popup')).toBe('');
  });
});

describe('the tab of the panel', () => {
  it('is the one it was left on, and the queue if none is stored', async () => {
    expect(await readPanelTab()).toBe('queue');
    await writePanelTab('page');
    expect(await readPanelTab()).toBe('page');
    await fakeBrowser.storage.local.set({ 'panel:tab': 'nothing' });
    expect(await readPanelTab()).toBe('queue');
  });
});

describe('the appearance', () => {
  it('is what the reader chose, and that of the browser where nothing is stored or it is damaged', async () => {
    const plain = { theme: 'system', size: 'standard' };
    expect(await appearance.read()).toEqual(plain);
    await appearance.put({ theme: 'dark', size: 'large' });
    expect(await appearance.read()).toEqual({ theme: 'dark', size: 'large' });
    for (const damaged of [null, 7, 'dark', [], { theme: 'red;display:none', size: 3 }]) {
      await fakeBrowser.storage.local.set({ appearance: damaged });
      expect(await appearance.read()).toEqual(plain);
    }
  });

  it('is a style of the root element, with nothing in it that is as it is by default', () => {
    expect(styleOf({ theme: 'system', size: 'standard' })).toBe('');
    expect(styleOf({ theme: 'dark', size: 'huge' })).toBe('color-scheme:dark;font-size:115%');
    expect(styleOf({ theme: 'light', size: 'standard' })).toBe('color-scheme:light');
  });
});
