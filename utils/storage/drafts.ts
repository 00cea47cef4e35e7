import { browser } from 'wxt/browser';
import { type Draft, type DraftChange, NO_DRAFT } from '../domain/draft';
import { cut } from '../domain/plain-text';
import type { DraftStore } from '../domain/synced-draft';
import { pageAddress } from '../domain/url';
import { pageIn } from '../messaging/page-in';
import { store } from './local-store';
import { type StoredValue, storedValue } from './stored-value';

/** Each page has its own key, so that writers for different pages never conflict. */
const PREFIX = 'draft:';

/** How many drafts are stored. */
const MOST = 100;

/** Most ticks and tags in one draft, of which the latest stay, and longest text in UTF-16 units. */
const MOST_TICKED = 10_000;
const MOST_TAGS = 100;
const LONGEST = 10_000;

/** Drafts being changed now; further changes of one are done together. */
const changing = new Map<string, StoredValue<Draft>>();

/** The draft of the page at this address (see `pageAddress`). */
export function draftAt(address: string): DraftStore {
  return {
    read: () => draftOf(address).read(),
    change: (change) => changeDraft(address, change),
  };
}

/**
 * Changes the draft of a page and tells the open pages at this address. An empty draft is deleted; the newest hundred stay.
 * @param from the tab that made the change, if it was one: it is not told
 */
export async function changeDraft(address: string, change: DraftChange, from?: number): Promise<void> {
  const draft = changing.get(address) ?? draftOf(address);
  changing.set(address, draft);
  let isNew = false;
  try {
    await draft.change((now) => {
      const then = changed(now, change);
      isNew = isEmpty(now) && !isEmpty(then);
      return then;
    });
  } finally {
    changing.delete(address);
  }
  if (isNew) await forgetSurplus(PREFIX + address);
  void tellPages(address, from);
}

/** Listens for every stored change of a page's draft, made anywhere. */
export function onDraftChange(address: string, listener: () => void, signal: AbortSignal): void {
  draftOf(address).onChange(listener, signal);
}

function draftOf(address: string): StoredValue<Draft> {
  return storedValue(PREFIX + address, { from: draftFrom, into: written });
}

function written(draft: Draft): unknown {
  return isEmpty(draft) ? undefined : { ...draft, at: Date.now() };
}

function isEmpty({ ticked, tags, typed }: Draft): boolean {
  return ticked.length + tags.length + typed.length === 0;
}

/** The draft after a change; the same object if nothing changed. */
function changed(draft: Draft, { tick, untick, tag, untag, typed = draft.typed }: DraftChange): Draft {
  const next = {
    ticked: merged(draft.ticked, tick, untick, MOST_TICKED),
    tags: merged(draft.tags, tag, untag, MOST_TAGS),
    typed: cut(typed, LONGEST),
  };
  const isSame = next.ticked === draft.ticked && next.tags === draft.tags && next.typed === draft.typed;
  return isSame ? draft : next;
}

function merged(all: string[], more: string[] = [], fewer: string[] = [], most: number): string[] {
  const next = new Set(all).difference(new Set(fewer)).union(new Set(more));
  const isSame = next.size === all.length && all.every((one) => next.has(one));
  return isSame ? all : [...next].slice(-most);
}

/** Deletes surplus drafts, first of the site that has the most, so that no site crowds out all others. */
async function forgetSurplus(newest: string): Promise<void> {
  const drafts = (await store.all()).filter(([key]) => key.startsWith(PREFIX));
  const dated = drafts.map(([key, value]) => ({ key, at: timeOf(value), site: siteOf(key) }));
  const oldestFirst = dated.sort((a, b) => a.at - b.at);
  while (oldestFirst.length > MOST) {
    const bySite = Map.groupBy(oldestFirst, ({ site }) => site);
    const most = [...bySite.values()].reduce((a, b) => (b.length > a.length ? b : a));
    // Never the one just written, whatever the clock says.
    const oldest = most.find(({ key }) => key !== newest);
    if (!oldest) return;
    oldestFirst.splice(oldestFirst.indexOf(oldest), 1);
    await store.set(oldest.key, undefined);
  }
}

function siteOf(key: string): string {
  return /^[a-z]+:\/\/[^/]*/.exec(key.slice(PREFIX.length))?.[0] ?? '';
}

function timeOf(value: unknown): number {
  const at = typeof value === 'object' && value !== null && 'at' in value ? value.at : 0;
  return typeof at === 'number' ? at : 0;
}

/** What is stored may be of another version, or damaged: then there is no draft. */
function draftFrom(value: unknown): Draft {
  const { ticked, tags, typed } = (value ?? {}) as Partial<Record<keyof Draft, unknown>>;
  if (!areStrings(ticked) || !areStrings(tags) || typeof typed !== 'string') return NO_DRAFT;
  return { ticked, tags, typed };
}

function areStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

async function tellPages(address: string, from: number | undefined): Promise<void> {
  const tabs = await browser.tabs.query({ url: '*://*.caixin.com/*' }).catch(() => []);
  for (const { id, url } of tabs) {
    // A page without a running script reads the draft when one starts.
    if (id !== undefined && id !== from && pageAddress(url ?? '') === address)
      void pageIn(id)
        .draftChanged()
        .catch(() => {});
  }
}
