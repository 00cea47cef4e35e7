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

/** As much of Chrome's `sidePanel` as is used; `close` came with Chrome 141. */
interface SidePanel {
  open(where: { windowId: number }): Promise<void>;
  close?(where: { windowId: number }): Promise<void>;
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
  const before = openPanels(windowId);
  const opening = sidePanel.open({ windowId });
  if ((await before) > 0) await sidePanel.close?.({ windowId });
  await opening;
}

async function openPanels(windowId: number): Promise<number> {
  const found = await browser.runtime.getContexts({ contextTypes: ['SIDE_PANEL'], windowIds: [windowId] });
  return found.length;
}
