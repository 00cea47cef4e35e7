import { browser } from 'wxt/browser';

/**
 * The reading panel: Chrome's side panel, Firefox's sidebar. Both open only while a click or a key press is being
 * handled, before anything is awaited; that is why nothing here is awaited first.
 */

/** The used part of Firefox's `sidebarAction` (Firefox 73 and newer). */
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

/** The used part of Chrome's `sidePanel`; `close` and `onOpened` came with Chrome 141, `onClosed` with 142. */
interface SidePanel {
  open(where: PanelWindow): Promise<void>;
  close?(where: PanelWindow): Promise<void>;
  onOpened?: PanelEvent;
  onClosed?: PanelEvent;
}

/** The API the browser has; the types know only Chrome's, and assume it is always there. */
function panels(): { sidebarAction?: Sidebar; sidePanel?: SidePanel } {
  return browser as unknown as { sidebarAction?: Sidebar; sidePanel?: SidePanel };
}

/** Opens the panel in a window. Must be called inside a click or a key press, before anything is awaited. */
export async function openPanel(windowId: number): Promise<void> {
  const { sidebarAction, sidePanel } = panels();
  if (sidebarAction) await sidebarAction.open();
  else await sidePanel?.open({ windowId });
}

/** Opens or closes the panel; if Chrome cannot close it, it stays open. */
export async function togglePanel(windowId: number): Promise<void> {
  const { sidebarAction, sidePanel } = panels();
  if (sidebarAction) return sidebarAction.toggle();
  if (!sidePanel) return;
  // Asked before it is opened, so the answer is from before; awaiting it here would lose the click.
  const before = isOpen(windowId);
  const opening = sidePanel.open({ windowId });
  if (await before) await sidePanel.close?.({ windowId });
  await opening;
}

/**
 * Remembers in which windows the panel is open, for `togglePanel`. Must be called while the background starts. Chrome
 * cannot be asked: the window of a side panel's context is -1 (seen in Chromium 156).
 */
export function followPanels(): void {
  const { sidePanel } = panels();
  const remember = (windowId: number, open: boolean) => {
    const stored = open
      ? browser.storage.session.set({ [keyOf(windowId)]: true })
      : browser.storage.session.remove(keyOf(windowId));
    // If this fails, the next key press does nothing, and the one after it closes the panel.
    stored.catch(() => {});
  };
  sidePanel?.onOpened?.addListener(({ windowId }) => remember(windowId, true));
  sidePanel?.onClosed?.addListener(({ windowId }) => remember(windowId, false));
}

async function isOpen(windowId: number): Promise<boolean> {
  const key = keyOf(windowId);
  return (await browser.storage.session.get(key))[key] === true;
}

function keyOf(windowId: number): string {
  return `panel:${windowId}`;
}
