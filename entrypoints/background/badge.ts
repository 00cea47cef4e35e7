import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { type Failure, failureOf } from '../../utils/domain/errors';
import type { PageCounts } from '../../utils/messaging/contract';

/** Colours of the badge, as a worker has no style sheet. Contrast 8.5 : 1. */
export const BADGE_INK = { background: '#8a2b21', text: '#ffffff' };

/** Highest number shown: the badge fits about four characters. */
const MOST = 999;

/** Sets the colours of the badge in all tabs. The browser forgets them when it closes. */
export function paintBadge(): void {
  const painted = [
    browser.action.setBadgeBackgroundColor({ color: BADGE_INK.background }),
    browser.action.setBadgeTextColor({ color: BADGE_INK.text }),
  ];
  // Without its colours the badge is still readable.
  Promise.all(painted).catch(() => {});
}

/** Shows how many posts of a tab's page are not saved yet, in the title also how many are; of an article, that it is. */
export async function showCounts(tabId: number, { posts, saved }: PageCounts): Promise<void> {
  if (posts === 0 && saved > 0) return showSaved(tabId);
  const fresh = Math.max(0, posts - saved);
  const text = fresh > MOST ? `${MOST}+` : fresh > 0 ? String(fresh) : '';
  const title = posts > 0 ? i18n.t('badge.title', posts, [String(posts), String(saved)]) : undefined;
  await show(tabId, text, title);
}

/** Shows that an article is saved: that of the page, or one that no page shows. */
export async function showSaved(tabId: number): Promise<void> {
  await show(tabId, '✓', i18n.t('badge.saved'));
}

/** Shows that the content script does not run in a tab, and what to do. */
export async function showUnwatched(tabId: number): Promise<void> {
  await show(tabId, '!', i18n.t('badge.unwatched'));
}

/** Does some work for a tab; shows in its badge if it failed. */
export async function reporting(tabId: number | undefined, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (tabId !== undefined) await showFailure(tabId, failureOf(error));
  }
}

async function showFailure(tabId: number, { kind, detail }: Failure): Promise<void> {
  await show(tabId, '!', `${i18n.t(`trouble.${kind}`)} (${detail})`);
}

/** Sets text and title for one tab; the browser resets both when the tab goes to another page. */
async function show(tabId: number, text: string, words?: string): Promise<void> {
  const name = i18n.t('extensionName');
  const title = words === undefined ? name : `${name} · ${words}`;
  const shown = [browser.action.setBadgeText({ tabId, text }), browser.action.setTitle({ tabId, title })];
  // The tab may have been closed meanwhile.
  await Promise.all(shown).catch(() => {});
}
