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
  const files = ['content-scripts/caixin.js'];

  interface Injection {
    target: { tabId: number; documentIds?: string[] };
    files?: string[];
  }

  let injections: Injection[];
  /** Tabs whose page answers. */
  let answering: Set<number>;
  /** What happens in a tab until its page is idle. */
  let onIdle: (tabId: number) => void;

  beforeEach(() => {
    injections = [];
    answering = new Set();
    onIdle = () => {};
    vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
      content_scripts: [{ matches, js: files }],
    } as never);
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 1 }, {}, { id: 2 }] as never);
    const execute = async (injection: Injection) => {
      onIdle(injection.target.tabId);
      injections.push(injection);
      return [{ documentId: `document ${injection.target.tabId}` }];
    };
    // The fake's types know no answers.
    vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation(execute as never);
    const answer = async (tabId: number) => {
      if (!answering.has(tabId)) throw new Error('Receiving end does not exist.');
      return { value: undefined };
    };
    vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(answer as never);
    reinjectWhenInstalled();
  });

  const install = (reason = 'install') => fakeBrowser.runtime.onInstalled.trigger({ reason } as never);
  const injected = () => injections.filter((one) => one.files);
  /** Waits until a tab's document got the script, and gives every tab that did. */
  const whenInjected = async (tabId: number) => {
    const target = { tabId, documentIds: [`document ${tabId}`] };
    await vi.waitFor(() => expect(injected()).toContainEqual({ target, files }));
    return injected().map(({ target }) => target.tabId);
  };

  it.each(['install', 'update'])('(%s) open Caixin tabs get the content script', async (reason) => {
    await install(reason);
    await whenInjected(1);
    expect(await whenInjected(2)).toEqual([1, 2]);
    expect(fakeBrowser.tabs.query).toHaveBeenCalledWith({ url: matches, discarded: false });
  });

  it('a tab that refuses the script does not keep it from the others', async () => {
    onIdle = (tabId) => {
      if (tabId === 1) throw new Error('Frame with ID 0 is showing error page');
    };
    await install();
    expect(await whenInjected(2)).toEqual([2]);
  });

  it('a page that loaded meanwhile keeps its own script', async () => {
    answering.add(1);
    await install();
    expect(await whenInjected(2)).toEqual([2]);
  });

  it('a page that is still loading gets no second script', async () => {
    // Its own script runs before the page is idle, and answers from then on.
    onIdle = (tabId) => tabId === 1 && answering.add(1);
    await install();
    expect(await whenInjected(2)).toEqual([2]);
  });

  it('an update of the browser changes nothing', async () => {
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'chrome_update' } as never);
    expect(fakeBrowser.tabs.query).not.toHaveBeenCalled();
  });
});
