import { type ReadonlySignal, signal as signalOf } from '@preact/signals';
import { browser } from 'wxt/browser';
import { type Draft, FollowedDraft, NO_DRAFT } from '../domain/draft';
import { pageAddress } from '../domain/url';
import type { PageState } from '../messaging/contract';
import { onPageRead, pageIn } from '../messaging/transport';
import { draftAt, onDraftChange } from '../storage/drafts';
import { type SilentPage, whySilent } from './silent-page';

const CAIXIN = { origins: ['*://*.caixin.com/*'] };

/** How long a page that is not watched is left alone before it is asked again, in milliseconds: it may have been busy. */
const AGAIN = 3000;

type PageKind = 'asking' | 'page' | 'no-permission' | SilentPage;

/** The page in the active tab, as an extension page shows it. */
export interface ActivePage {
  /** `none`: no page of Caixin, or none that could have posts; `unwatched`: one where our own script does not answer. */
  state: ReadonlySignal<PageKind>;
  page: ReadonlySignal<PageState | undefined>;
  /** What is begun on it, the same in every surface. */
  draft: ReadonlySignal<Draft>;
  setDraft(change: Partial<Draft>): void;
  /** Asks for the site permission. To be called inside a click. */
  askPermission(): Promise<void>;
  /** Loads the page again. */
  reload(): void;
}

export interface ActivePageOptions {
  signal: AbortSignal;
  /** One tab for good, instead of the active one of this window. */
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
    // An answer that was overtaken says nothing any more.
    if (mine !== asked || signal.aborted) return;
    // What is begun on it is read before it is shown: nothing the reader does can be overtaken by what was kept.
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
      // A tab that was closed meanwhile needs nothing.
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
    // Loaded by need: what checks a page is no part of what a surface begins with.
    const [told, { pageFrom }] = await Promise.all([pageIn(id).page(), import('../messaging/shapes')]);
    const state = pageFrom(told);
    // The browser's word counts more than the page's: it says whose draft this is.
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
  let draft: FollowedDraft | undefined;
  let life = new AbortController();
  return {
    value,
    set(change: Partial<Draft>) {
      // Where it cannot be kept it is still shown; the next change carries it too.
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
      const mine = new FollowedDraft(draftAt(next), (now) => {
        if (draft === mine) value.value = now;
      });
      draft = mine;
      const renew = () => void mine.renew().catch(() => {});
      onDraftChange(next, renew, AbortSignal.any([signal, life.signal]));
      await mine.renew().catch(() => {});
    },
  };
}
