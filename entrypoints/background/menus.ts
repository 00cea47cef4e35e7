import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { togglePanel } from '../../utils/browser/side-panel';
import type { Entries } from '../../utils/db/entries';
import { reporting } from './badge';
import { saveLink } from './save-link';
import { saveNew } from './save-new';

type Item = Parameters<typeof browser.contextMenus.create>[0];
type Click = Parameters<Parameters<typeof browser.contextMenus.onClicked.addListener>[0]>[0];

const CAIXIN = ['*://*.caixin.com/*'];

/** Addresses of articles: a number follows `/archives/`, where lists have `date/…` or `tag/…`. */
const ARTICLES = [
  ...Array.from({ length: 9 }, (_, digit) => `*://*.blog.caixin.com/archives/${digit + 1}*`),
  '*://*.blog.caixin.com/?p=*',
  '*://*.caixin.com/20*-*-*/*.html*',
  '*://*.caixin.com/m/20*-*-*/*.html*',
];

function items(): Item[] {
  const page = (id: string, title: string): Item => ({
    id,
    title,
    contexts: ['page'],
    documentUrlPatterns: CAIXIN,
  });
  const link = (id: string, title: string): Item => ({
    id,
    title,
    contexts: ['link'],
    targetUrlPatterns: ARTICLES,
  });
  return [
    page('save-page', i18n.t('menu.savePage')),
    page('queue-page', i18n.t('menu.queuePage')),
    link('save-link', i18n.t('menu.saveLink')),
    link('queue-link', i18n.t('menu.queueLink')),
    { id: 'toggle-panel', title: i18n.t('commandTogglePanel'), contexts: ['action'] },
  ];
}

/** Creates the context menus when the extension is installed; the browser remembers them. */
export function listenToMenus(entries: Entries): void {
  browser.runtime.onInstalled.addListener(() => void createMenus());
  browser.contextMenus.onClicked.addListener((click, tab) => {
    if (click.menuItemId === 'toggle-panel') {
      // Before anything is awaited: see `togglePanel`. A panel that does not open is visible enough.
      if (tab) togglePanel(tab.windowId).catch(() => {});
    } else void reporting(tab?.id, () => save(entries, click, tab?.id));
  });
}

async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const item of items()) browser.contextMenus.create(item);
}

async function save(entries: Entries, click: Click, tabId: number | undefined): Promise<void> {
  const options = { queue: /^queue-/.test(String(click.menuItemId)) };
  if (click.linkUrl) await saveLink(entries, linkOf(click, click.linkUrl, tabId), options);
  else if (tabId !== undefined) await saveNew(entries, tabId, options);
}

/** Firefox reports the text of a link; the types know only Chrome's fields. */
function linkOf(click: Click & { linkText?: unknown }, href: string, tabId: number | undefined) {
  const text = typeof click.linkText === 'string' ? click.linkText : undefined;
  return { href, ...(text !== undefined && { text }), ...(tabId !== undefined && { tabId }) };
}
