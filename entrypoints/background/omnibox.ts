import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { Entries } from '../../utils/db/entries';
import type { Entry } from '../../utils/domain/entry';
import { canonicalUrl } from '../../utils/domain/url';
import { filterEntries } from '../../utils/search/filter-entries';
import { parseQuery } from '../../utils/search/parse-query';
import { joined } from '../../utils/search/query-parts';
import { fold } from '../../utils/search/text/fold';
import { readViews, type View } from '../../utils/storage/saved-views';

/** As many suggestions as both browsers show (Firefox 6, Chrome 8 with the default one). */
const MOST = 6;

/** Control characters, which XML does not allow. */
const CONTROL = /\p{Cc}/gu;

type Disposition = Parameters<Parameters<typeof browser.omnibox.onInputEntered.addListener>[0]>[1];

interface Markup {
  /** Descriptions are XML (Chrome) or plain text (Firefox). */
  markup: boolean;
}

/** Searches the library from the address bar: the keyword, a space, and words. */
export function listenToOmnibox(entries: Entries, { markup }: Markup): void {
  browser.omnibox.onInputStarted.addListener(() => {
    const description = i18n.t('command.search');
    browser.omnibox.setDefaultSuggestion({ description: markup ? escapeXml(description) : description });
  });
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    suggestions(entries, text, markup)
      // The pages report a database that does not open; the address bar cannot.
      .catch(() => [])
      .then(suggest);
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    addressFor(entries, text)
      .then((address) => open(address, disposition))
      .catch(() => {});
  });
}

/** Views for text that begins with `@`, entries otherwise. */
async function suggestions(entries: Entries, text: string, markup: boolean) {
  if (text.startsWith('@')) return (await findViews(text)).map((view) => suggestionOf(view, markup));
  const found = await findEntries(entries, text);
  return found.map((entry) => ({ content: entry.url, description: describe(entry, markup) }));
}

async function findViews(text: string): Promise<View[]> {
  const wanted = fold(text.slice(1).trim());
  return (await readViews()).filter(({ name }) => fold(name).includes(wanted)).slice(0, MOST);
}

function suggestionOf({ name, filter }: View, markup: boolean): { content: string; description: string } {
  const words = i18n.t('views.described', [name]);
  const description = markup ? `${escapeXml(words)} <dim>${escapeXml(filter)}</dim>` : `${words} — ${filter}`;
  return { content: `@${name}`, description };
}

/** Entries that are not archived first, each group newest first. */
async function findEntries(entries: Entries, text: string): Promise<Entry[]> {
  if (!text.trim()) return entries.newest(MOST);
  const all = (await entries.all()).sort((a, b) => b.savedAt - a.savedAt);
  const { query } = parseQuery(text);
  const active = filterEntries(all, query);
  if (active.length >= MOST) return active.slice(0, MOST);
  const archived = filterEntries(all, joined('and', [query, { kind: 'is', state: 'archived' }]));
  return [...new Set([...active, ...archived])].slice(0, MOST);
}

/** The chosen post, or the first that matches; a view in the library; else the library. */
async function addressFor(entries: Entries, text: string): Promise<string> {
  const chosen = canonicalUrl(text.trim());
  if (chosen !== undefined) return chosen;
  if (text.startsWith('@')) {
    const [view] = await findViews(text);
    const page = browser.runtime.getURL('/sidepanel.html');
    return view ? `${page}?filter=${encodeURIComponent(view.filter)}` : page;
  }
  const [first] = text.trim() ? await findEntries(entries, text).catch(() => []) : [];
  return first?.url ?? browser.runtime.getURL('/sidepanel.html');
}

async function open(url: string, disposition: Disposition): Promise<void> {
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}

/** One line about an entry: title, author, date and tags. */
function describe({ title, author, publishedAt, tags }: Entry, markup: boolean): string {
  const more = [author, publishedAt?.slice(0, 10), tags.map((tag) => `#${tag}`).join(' ')]
    .filter(Boolean)
    .join(' · ');
  if (!markup) return more ? `${title} — ${more}` : title;
  return more ? `${escapeXml(title)} <dim>${escapeXml(more)}</dim>` : escapeXml(title);
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escapeXml(text: string): string {
  return text
    .replace(CONTROL, ' ')
    .toWellFormed()
    .replace(/[&<>"']/g, (char) => ENTITIES[char] ?? '');
}
