import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followPanels, openPanel, togglePanel } from '../../utils/browser/side-panel';

const sidebar = { open: vi.fn(async () => {}), toggle: vi.fn(async () => {}) };
const open = () => vi.mocked(fakeBrowser.sidePanel.open as (where: object) => Promise<void>);
const close = () => vi.mocked(fakeBrowser.sidePanel.close as (where: object) => Promise<void>);

/** What Chrome reports when the panel opens and closes. */
function listeners() {
  const opened = vi.spyOn(fakeBrowser.sidePanel.onOpened, 'addListener').mockImplementation(() => {});
  const closed = vi.spyOn(fakeBrowser.sidePanel.onClosed, 'addListener').mockImplementation(() => {});
  followPanels();
  const say = (spy: typeof opened | typeof closed) => (windowId: number) => {
    const listener = spy.mock.calls[0]?.[0] as ((where: object) => void) | undefined;
    listener?.({ windowId });
  };
  return { opened: say(opened), closed: say(closed) };
}

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
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
    const done = togglePanel(3);
    expect(open()).toHaveBeenCalledExactlyOnceWith({ windowId: 3 });
    await done;
    expect(close()).not.toHaveBeenCalled();
  });

  it('the key closes an open panel, in its window alone', async () => {
    listeners().opened(3);
    await togglePanel(4);
    expect(close()).not.toHaveBeenCalled();
    await togglePanel(3);
    expect(close()).toHaveBeenCalledExactlyOnceWith({ windowId: 3 });
  });

  it('the key opens again what was closed', async () => {
    const { opened, closed } = listeners();
    opened(3);
    closed(3);
    await togglePanel(3);
    expect(close()).not.toHaveBeenCalled();
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
