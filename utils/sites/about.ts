import { cut } from '../domain/plain-text';
import { canonicalUrl, httpsUrl, parse } from '../domain/url';
import type { Dom } from './dom';
import { readContent } from './segments';
import { clean } from './text';

/** Longest heading or name, in UTF-16 units. */
const LIMIT = 100;

/** The text of the first element a selector finds, as one short line; undefined if there is none. */
export function textOf(dom: Dom, selector: string): string | undefined {
  for (const element of dom.all(selector)) {
    const text = cut(clean(cut(ownText(dom, element), 1000)), LIMIT);
    if (text) return text;
  }
  return undefined;
}

/** The text of an element without additions by tools of the reader. */
function ownText(dom: Dom, element: Element): string {
  return readContent({ dom, hidden: dom.added, urls: new Map(), stamps: new Map() }, [element])
    .segments.map(({ text }) => text)
    .join('');
}

/** The `<title>` of a document; some pages have two, then the first with text counts. */
export function documentTitle(dom: Dom): string {
  return textOf(dom, 'title') ?? '';
}

/** `唐涯的财新博客-财新网` (site.md 3.1) gives `唐涯`. */
export function bloggerOfTitle(title: string): string | undefined {
  return (/(?:^|-)([^-]{1,30})的财新博客/.exec(title) ?? /(?:^|-)([^-]{1,30})-财新博客-/.exec(title))?.[1];
}

/** The first part of a document title: `标题_频道_财新网`, `标题-财新网`. */
export function headingOfTitle(title: string): string | undefined {
  return clean(title.split(/[_|]|-(?=[^-]*财新)/)[0] ?? '') || undefined;
}

const NEXT = /^(?:[下后]一?页|next(?: page)?|[›»>])[\s›»>]*$/i;

/**
 * The address of the next page of a list: `rel=next`, WP-PageNavi's link, a link labelled so, or the link to the
 * next page number (site.md 2.2, 5).
 * @param paging the links whose address looks like that of a page of a list
 */
export function findNext(dom: Dom, paging: Element[], url: URL): string | undefined {
  const here = pageNumber(url);
  let numbered: string | undefined;
  for (const element of paging) {
    const address = parse(dom.attribute(element, 'href') ?? '', url);
    if (!address || address.hostname !== url.hostname || canonicalUrl(address.href)) continue;
    if (saysNext(dom, element)) return httpsUrl(address.href);
    if (pageNumber(address) === here + 1 && listOf(address) === listOf(url))
      numbered ??= httpsUrl(address.href);
  }
  return numbered;
}

function saysNext(dom: Dom, element: Element): boolean {
  const marks = `${dom.attribute(element, 'rel') ?? ''} ${dom.attribute(element, 'class') ?? ''}`;
  return /\bnext(?:postslink)?\b/.test(marks) || NEXT.test(clean(dom.text(element).slice(0, 100)));
}

/** The page number in an address; the first page has none. */
function pageNumber(url: URL): number {
  const found = /(?:\/page\/|index[-_])(\d{1,5})/.exec(url.pathname);
  return Number(found?.[1] ?? url.searchParams.get('page') ?? 1);
}

/** An address without its page number: that of the whole list. */
function listOf(url: URL): string {
  return url.pathname
    .replace(/\/page\/\d+|index(?:[-_]\d+)?\.html/, '')
    .replace(/\/$/, '')
    .toLowerCase();
}
