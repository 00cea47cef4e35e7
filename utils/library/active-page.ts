import { type ReadonlySignal, signal as signalOf } from '@preact/signals';
import { browser } from 'wxt/browser';
import { type Draft, NO_DRAFT } from '../domain/draft';
import { SyncedDraft } from '../domain/synced-draft';
import { pageAddress } from '../domain/url';
import type { PageState } from '../messaging/contract';
import { onPageRead } from '../messaging/on-page-read';
import { pageIn } from '../messaging/page-in';
import { draftAt, onDraftChange } from '../storage/drafts';
import { type SilentPage, whySilent } from './silent-page';

const CAIXIN = { origins: ['*://*.caixin.com/*'] };

/** How long to wait before an unwatched page is asked again, in milliseconds: it may have been busy. */
const AGAIN = 3000;

type PageKind = 'asking' | 'page' | 'no-permission' | SilentPage;

/** The page in the active tab, as an extension page shows it. */
export interface ActivePage {
  /** `none`: no page of Caixin, or one that cannot have posts; `unwatched`: our content script does not answer. */
  state: ReadonlySignal<PageKind>;
  page: ReadonlySignal<PageState | undefined>;
  /** The draft of this page, the same in every surface. */
  draft: ReadonlySignal<Draft>;
  setDraft(change: Partial<Draft>): void;
  /** Asks for the site permission. Must be called inside a click. */
  askPermission(): Promise<void>;
  /** Reloads the page. */
  reload(): void;
}

interface ActivePageOptions {
  signal: AbortSignal;
  /** A fixed tab, instead of the active one of this window. */
  tabId?: number | undefined;
}

/** Follows the page in the active tab of this window: other tabs, other pages, "load more". */
export function followActivePage({ signal, tabId }: ActivePageOptions): ActivePage {
  const state = signalOf<PageKind>('asking');
  const page = signalOf<PageState | undefined>(undefined);
  const draft = followDraft(signal);
  let asked = 0;
  const ask = async () => {
    const mine = ++asked;
    const found = await askPage(tabId);
    // A newer question was asked meanwhile.
    if (mine !== asked || signal.aborted) return;
    // The draft is read before the page is shown, so that it cannot overwrite what the reader does.
    await draft.follow(typeof found === 'string' ? undefined : found.address);
    if (mine !== asked || signal.aborted) return;
    page.value = typeof found === 'string' ? undefined : found;
    state.value = typeof found === 'string' ? found : 'page';
    if (found === 'unwatched') setTimeout(() => mine === asked && !signal.aborted && void ask(), AGAIN);
  };
  onTabChange(() => void ask(), signal);
  onPageRead(() => void ask(), signal);
  void ask();
  return {
    state,
    page,
    draft: draft.value,
    setDraft: draft.set,
    async askPermission() {
      if (await browser.permissions.request(CAIXIN)) await ask();
    },
    reload() {
      // The tab may have been closed meanwhile.
      tabOf(tabId)
        .then((tab) => (tab?.id === undefined ? undefined : browser.tabs.reload(tab.id)))
        .catch(() => {});
    },
  };
}

async function askPage(tabId: number | undefined): Promise<PageState | PageKind> {
  if (!(await browser.permissions.contains(CAIXIN))) return 'no-permission';
  const { id, url } = (await tabOf(tabId)) ?? {};
  if (id === undefined) return 'none';
  const ask = async () => {
    // Loaded on demand: checking a page is not needed for the first rows.
    const [told, { pageFrom }] = await Promise.all([pageIn(id).page(), import('../messaging/shapes')]);
    const state = pageFrom(told);
    // The browser's address counts, not the page's: it decides whose draft this is.
    return { ...state, address: url === undefined ? state.address : pageAddress(url) };
  };
  return ask().catch((error: unknown) => whySilent(id, url, error, ask));
}

async function tabOf(tabId: number | undefined) {
  if (tabId !== undefined) return browser.tabs.get(tabId).catch(() => undefined);
  return (await browser.tabs.query({ active: true, currentWindow: true }))[0];
}

function onTabChange(listener: () => void, signal: AbortSignal): void {
  const events = [
    browser.tabs.onActivated,
    browser.tabs.onUpdated,
    browser.permissions.onAdded,
    browser.permissions.onRemoved,
  ];
  for (const event of events) {
    // Each of these events takes listeners of its own shape; this one looks at no argument.
    const one = event as unknown as { addListener(l: () => void): void; removeListener(l: () => void): void };
    one.addListener(listener);
    signal.addEventListener('abort', () => one.removeListener(listener), { once: true });
  }
}

/** The draft of one address after another. */
function followDraft(signal: AbortSignal) {
  const value = signalOf<Draft>(NO_DRAFT);
  let address: string | undefined;
  let draft: SyncedDraft | undefined;
  let life = new AbortController();
  return {
    value,
    set(change: Partial<Draft>) {
      // If it cannot be saved it is still shown, and sent again with the next change.
      void draft?.set(change).catch(() => {});
      value.value = draft?.now ?? { ...value.peek(), ...change };
    },
    async follow(next: string | undefined) {
      if (next === address) return;
      address = next;
      life.abort();
      life = new AbortController();
      value.value = NO_DRAFT;
      draft = undefined;
      if (next === undefined) return;
      const mine = new SyncedDraft(draftAt(next), (now) => {
        if (draft === mine) value.value = now;
      });
      draft = mine;
      const renew = () => void mine.renew().catch(() => {});
      onDraftChange(next, renew, AbortSignal.any([signal, life.signal]));
      await mine.renew().catch(() => {});
    },
  };
}
