import { oneOf, storedValue } from './stored-value';

/** An extension page that remembers how it was left. */
export type Surface = 'popup' | 'panel';

/** Longest stored filter, in UTF-16 units. */
const LONGEST = 10_000;

const filterOf = (surface: Surface) =>
  storedValue<string>(`filter:${surface}`, {
    from: (value) => (typeof value === 'string' ? value.slice(0, LONGEST) : ''),
    into: (filter) => filter,
  });

const filters: Record<Surface, ReturnType<typeof filterOf>> = {
  popup: filterOf('popup'),
  panel: filterOf('panel'),
};

/** The filter a surface was left with; empty if none is stored, or it is damaged. */
export function readFilter(surface: Surface): Promise<string> {
  return filters[surface].read();
}

/** Saves the filter of a surface for its next opening. */
export function writeFilter(surface: Surface, filter: string): Promise<void> {
  return filters[surface].put(filter);
}

const TABS = ['queue', 'library', 'page'] as const;

/** The tabs of the side panel. */
export type PanelTab = (typeof TABS)[number];

const panelTab = storedValue('panel:tab', oneOf<PanelTab>(TABS, 'queue'));

/** The tab the panel was left on. */
export const readPanelTab = panelTab.read;

/** Saves the tab for the panel's next opening. */
export const writePanelTab = panelTab.put;
