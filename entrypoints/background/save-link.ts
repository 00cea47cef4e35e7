import type { Entries } from '../../utils/db/entries';
import type { Post } from '../../utils/domain/entry';
import { cut } from '../../utils/domain/plain-text';
import { canonicalUrl } from '../../utils/domain/url';
import type { SaveOptions } from '../../utils/messaging/contract';
import { pageIn } from '../../utils/messaging/page-in';
import { postsFrom } from '../../utils/messaging/shapes';
import { showSaved } from './badge';

/** A link the reader pointed at. */
export interface Link {
  href: string;
  /** The text of the link; Chrome does not report it. */
  text?: string;
  tabId?: number;
}

/** Longest title made of a link's text, in UTF-16 units. */
const LONGEST = 300;

/**
 * Saves the post a link leads to, as the page describes it, or with its address only. Throws an `AppError`.
 */
export async function saveLink(entries: Entries, link: Link, options: SaveOptions): Promise<void> {
  const url = canonicalUrl(link.href);
  if (url === undefined) return;
  const told = await postTold(link, url);
  const [known] = told ? [] : await entries.get([url]);
  // An address alone must not overwrite what was saved before.
  if (!known) await entries.save([told ?? { url, title: titleOf(link, url) }], options);
  else if (options.queue) await entries.shelve([url], { queued: true });
  if (!told && link.tabId !== undefined) await showSaved(link.tabId);
}

async function postTold({ href, tabId }: Link, url: string): Promise<Post | undefined> {
  if (tabId === undefined) return undefined;
  try {
    const told = await pageIn(tabId).postAt(href);
    return told && postsFrom([told]).find((post) => post.url === url);
  } catch {
    // Not a page of Caixin, or an invalid answer: the link itself is enough.
    return undefined;
  }
}

function titleOf({ text = '' }: Link, url: string): string {
  const title = cut(text.replace(/\s+/g, ' ').trim().toWellFormed(), LONGEST);
  return title || url.replace('https://', '');
}
