import { browser } from 'wxt/browser';

/**
 * The reading panel: Chrome's side panel, Firefox's sidebar. Both open only while a click or a key press is being
 * handled, before anything is awaited; that is why nothing here is awaited first.
 */

/** As much of Firefox's `sidebarAction` as is used (Firefox 73 and newer). */
interface Sidebar {
  open(): Promise<void>;
  toggle(): Promise<void>;
}

interface PanelWindow {
  windowId: number;
}

interface PanelEvent {
  addListener(listener: (where: PanelWindow) => void): void;
}

/** As much of Chrome's `sidePanel` as is used; `close` and `onOpened` came with Chrome 141, `onClosed` with 142. */
interface SidePanel {
  open(where: PanelWindow): Promise<void>;
  close?(where: PanelWindow): Promise<void>;
  onOpened?: PanelEvent;
  onClosed?: PanelEvent;
}

/** Which of the two the browser has; the types know Chrome's alone, and have it always. */
function panels(): { sidebarAction?: Sidebar; sidePanel?: SidePanel } {
  return browser as unknown as { sidebarAction?: Sidebar; sidePanel?: SidePanel };
}

/** Opens the panel in a window. To be called inside a click or a key press, before anything is awaited. */
export async function openPanel(windowId: number): Promise<void> {
  const { sidebarAction, sidePanel } = panels();
  if (sidebarAction) await sidebarAction.open();
  else await sidePanel?.open({ windowId });
}

/** Opens the panel where it is closed and closes it where it is open; where Chrome cannot close it, it stays. */
export async function togglePanel(windowId: number): Promise<void> {
  const { sidebarAction, sidePanel } = panels();
  if (sidebarAction) return sidebarAction.toggle();
  if (!sidePanel) return;
  // Asked before the opening and answered as of then; waiting for the answer would lose the click.
  const before = isOpen(windowId);
  const opening = sidePanel.open({ windowId });
  if (await before) await sidePanel.close?.({ windowId });
  await opening;
}

/**
 * Notes in which windows the panel is open, for `togglePanel`. To be called while the background starts. Chrome does
 * not say when asked: the window of a side panel's context is -1 (seen in Chromium 156).
 */
export function followPanels(): void {
  const { sidePanel } = panels();
  const note = (windowId: number, open: boolean) => {
    const noted = open
      ? browser.storage.session.set({ [keyOf(windowId)]: true })
      : browser.storage.session.remove(keyOf(windowId));
    // Then the next key press opens what is open: nothing happens, and the one after it closes.
    noted.catch(() => {});
  };
  sidePanel?.onOpened?.addListener(({ windowId }) => note(windowId, true));
  sidePanel?.onClosed?.addListener(({ windowId }) => note(windowId, false));
}

async function isOpen(windowId: number): Promise<boolean> {
  const key = keyOf(windowId);
  return (await browser.storage.session.get(key))[key] === true;
}

function keyOf(windowId: number): string {
  return `panel:${windowId}`;
}
