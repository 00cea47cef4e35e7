import { browser } from 'wxt/browser';

/** An extension page that remembers how it was left. */
export type Surface = 'popup' | 'panel';

/** The filter a surface was left with, as its sentence; empty where none is kept, or what is kept is damaged. */
export async function readFilter(surface: Surface): Promise<string> {
  const key = keyOf(surface);
  const kept: unknown = (await browser.storage.local.get(key))[key];
  return typeof kept === 'string' ? kept.slice(0, LONGEST) : '';
}

/** Keeps the filter of a surface for its next opening. */
export async function writeFilter(surface: Surface, filter: string): Promise<void> {
  await browser.storage.local.set({ [keyOf(surface)]: filter });
}

/** Longest filter kept, in UTF-16 units. */
const LONGEST = 10_000;

function keyOf(surface: Surface): string {
  return `filter:${surface}`;
}

const TABS = ['queue', 'library', 'page'] as const;

/** The tabs of the side panel. */
export type PanelTab = (typeof TABS)[number];

/** The tab the panel was left on. */
export async function readPanelTab(): Promise<PanelTab> {
  const kept: unknown = (await browser.storage.local.get('panel:tab'))['panel:tab'];
  return TABS.find((tab) => tab === kept) ?? 'queue';
}

/** Keeps the tab for the panel's next opening. */
export async function writePanelTab(tab: PanelTab): Promise<void> {
  await browser.storage.local.set({ 'panel:tab': tab });
}
