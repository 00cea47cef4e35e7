import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openPanel, togglePanel } from '../../utils/panel';

const sidebar = { open: vi.fn(async () => {}), toggle: vi.fn(async () => {}) };
const open = () => vi.mocked(fakeBrowser.sidePanel.open as (where: object) => Promise<void>);
const close = () => vi.mocked(fakeBrowser.sidePanel.close as (where: object) => Promise<void>);

function openAlready(panels: number): void {
  const contexts = Array.from({ length: panels }, () => ({ contextType: 'SIDE_PANEL' }));
  vi.spyOn(fakeBrowser.runtime, 'getContexts').mockResolvedValue(contexts as never);
}

beforeEach(() => {
  vi.restoreAllMocks();
  vi.spyOn(fakeBrowser.sidePanel, 'open').mockResolvedValue(undefined as never);
  vi.spyOn(fakeBrowser.sidePanel, 'close').mockResolvedValue(undefined as never);
});

afterEach(() => {
  vi.clearAllMocks();
  Reflect.deleteProperty(fakeBrowser, 'sidebarAction');
});

describe('in Chrome', () => {
  it('the panel opens within the click', () => {
    void openPanel(3);
    expect(open()).toHaveBeenCalledExactlyOnceWith({ windowId: 3 });
  });

  it('the key opens a closed panel within the key press, and leaves it open', async () => {
    openAlready(0);
    const done = togglePanel(3);
    expect(open()).toHaveBeenCalledExactlyOnceWith({ windowId: 3 });
    await done;
    expect(close()).not.toHaveBeenCalled();
  });

  it('the key closes an open panel, in this window alone', async () => {
    openAlready(1);
    await togglePanel(3);
    expect(close()).toHaveBeenCalledExactlyOnceWith({ windowId: 3 });
    expect(fakeBrowser.runtime.getContexts).toHaveBeenCalledWith({
      contextTypes: ['SIDE_PANEL'],
      windowIds: [3],
    });
  });
});

describe('in Firefox', () => {
  beforeEach(() => {
    Object.assign(fakeBrowser, { sidebarAction: sidebar });
  });

  it('the sidebar opens and toggles within the click', () => {
    void openPanel(3);
    void togglePanel(3);
    expect(sidebar.open).toHaveBeenCalledOnce();
    expect(sidebar.toggle).toHaveBeenCalledOnce();
    expect(open()).not.toHaveBeenCalled();
  });
});
