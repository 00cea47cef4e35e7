import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '../../entrypoints/background';
import { reinjectWhenInstalled } from '../../entrypoints/background/reinject';

const spied = <T extends { addListener: unknown }>(event: T) =>
  vi.spyOn(event as { addListener(listener: unknown): void }, 'addListener').mockImplementation(() => {});

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

describe('the background', () => {
  it('has every listener when its script has run once, and has opened nothing', () => {
    const { runtime, contextMenus, commands, omnibox, sidePanel } = fakeBrowser;
    const typing = [omnibox.onInputStarted, omnibox.onInputChanged, omnibox.onInputEntered];
    const panel = [sidePanel.onOpened, sidePanel.onClosed];
    const events = [runtime.onMessage, contextMenus.onClicked, commands.onCommand, ...typing, ...panel];
    const listeners = events.map(spied);
    const open = vi.spyOn(indexedDB, 'open');
    void background.main();
    for (const listener of listeners) expect(listener).toHaveBeenCalledOnce();
    expect(runtime.onInstalled.hasListeners()).toBe(true);
    expect(open).not.toHaveBeenCalled();
  });
});

describe('after an installation', () => {
  const matches = ['*://*.caixin.com/*'];
  const execute = () =>
    vi.mocked(fakeBrowser.scripting.executeScript as (injection: object) => Promise<unknown>);

  beforeEach(() => {
    vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
      content_scripts: [{ matches, js: ['content-scripts/caixin.js'] }],
    } as never);
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 1 }, {}, { id: 2 }] as never);
    vi.spyOn(fakeBrowser.scripting, 'executeScript').mockResolvedValue([] as never);
    vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockRejectedValue(new Error('Receiving end does not exist.'));
    reinjectWhenInstalled();
  });

  it.each(['install', 'update'])('(%s) open Caixin tabs get the content script', async (reason) => {
    await fakeBrowser.runtime.onInstalled.trigger({ reason } as never);
    await vi.waitFor(() => expect(execute()).toHaveBeenCalledTimes(2));
    expect(fakeBrowser.tabs.query).toHaveBeenCalledWith({ url: matches, discarded: false });
    expect(execute()).toHaveBeenLastCalledWith({
      target: { tabId: 2 },
      files: ['content-scripts/caixin.js'],
    });
  });

  it('a tab that takes no script does not keep it from the others', async () => {
    execute().mockRejectedValueOnce(new Error('Frame with ID 0 is showing error page'));
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' } as never);
    await vi.waitFor(() => expect(execute()).toHaveBeenCalledTimes(2));
  });

  it('a page that loaded meanwhile keeps the script it has', async () => {
    // The fake's types know no answer.
    vi.mocked(fakeBrowser.tabs.sendMessage).mockResolvedValueOnce({ value: undefined } as never);
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' } as never);
    await vi.waitFor(() => expect(execute()).toHaveBeenCalledTimes(1));
    expect(execute()).toHaveBeenCalledWith(expect.objectContaining({ target: { tabId: 2 } }));
  });

  it('an update of the browser changes nothing', async () => {
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'chrome_update' } as never);
    expect(fakeBrowser.tabs.query).not.toHaveBeenCalled();
  });
});
