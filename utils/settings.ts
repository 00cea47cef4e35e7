import { browser } from 'wxt/browser';
import { EVERYTHING, type Filter } from './search/filter';

/** An extension page that remembers how it was left. */
export type Surface = 'popup' | 'panel';

const SHOWS: readonly Filter['show'][] = ['active', 'unread', 'read', 'archived', 'trash'];

/** The filter a surface was left with; everything where none is kept, or what is kept is damaged. */
export async function readFilter(surface: Surface): Promise<Filter> {
  const key = keyOf(surface);
  return filterFrom((await browser.storage.local.get(key))[key]) ?? EVERYTHING;
}

/** Keeps the filter of a surface for its next opening. */
export async function writeFilter(surface: Surface, filter: Filter): Promise<void> {
  await browser.storage.local.set({ [keyOf(surface)]: filter });
}

function keyOf(surface: Surface): string {
  return `filter:${surface}`;
}

function filterFrom(value: unknown): Filter | undefined {
  const { text, all, any, none, show } = (value ?? {}) as Partial<Record<keyof Filter, unknown>>;
  const known = SHOWS.find((one) => one === show);
  if (typeof text !== 'string' || !known) return undefined;
  if (!areStrings(all) || !areStrings(any) || !areStrings(none)) return undefined;
  return { text, all, any, none, show: known };
}

function areStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
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
