import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
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
