import { canonicalUrl, isCaixin, parse } from '../domain/url';
import type { Dom } from './dom';

/** A link to an article of Caixin. */
export interface Link {
  element: Element;
  /** Canonical. */
  url: string;
}

/** The links of a document. */
export interface Links {
  /** In document order. */
  posts: Link[];
  /** Canonical address of each linking element. */
  urls: Map<Element, string>;
  /** Links that may lead to the next page of a list. */
  paging: Element[];
}

const PAGING = /page|index[-_]\d|[?&]p(?:age)?=\d/;
/** Where a script is told what to open: `onclick="window.open('…')"` (seen 2026-08, site.md 9), `data-url`. */
const OPENERS = ['href', 'data-url', 'data-href', 'data-link', 'onclick'];

/** One pass over the links of a document, and over what a script opens. */
export function findLinks(dom: Dom, base: URL): Links {
  const links: Links = { posts: [], urls: new Map(), paging: [] };
  const self = canonicalUrl(base.href);
  for (const element of dom.all('a[href],[onclick],[data-url],[data-href],[data-link]')) {
    const address = addressOf(dom, element);
    if (address.length > 2000 || !address || address.startsWith('#')) continue;
    const url = canonicalUrl(address, base) ?? throughCounter(address, base);
    if (url && url !== self) {
      links.posts.push({ element, url });
      links.urls.set(element, url);
    } else if (PAGING.test(address)) links.paging.push(element);
  }
  return links;
}

function addressOf(dom: Dom, element: Element): string {
  for (const name of OPENERS) {
    const said = dom.attribute(element, name);
    if (!said || /^(?:javascript:|#$)/.test(said)) continue;
    const address = name === 'onclick' ? /['"]((?:https?:)?\/[^'"\s]*)['"]/.exec(said)?.[1] : said;
    if (address) return address;
  }
  return '';
}

/** A link may lead through an address of Caixin that counts it: `…/go?url=https%3A%2F%2F…`. Not through a login or a share. */
function throughCounter(href: string, base: URL): string | undefined {
  const url = href.includes('%2F') || href.includes('=http') ? parse(href, base) : undefined;
  if (!url || !isCaixin(url) || /login|share|comment|user/.test(url.host + url.pathname)) return undefined;
  for (const value of url.searchParams.values()) {
    const found = /^(?:https?:)?\/\//.test(value) && canonicalUrl(value, base);
    if (found) return found;
  }
  return undefined;
}

/** What may be hidden; names of icons that a font draws, and words that only a screen reader says, are not seen either. */
const HIDDEN =
  '[hidden],[style*="display" i],[style*="visibility" i],template,noscript,i[aria-hidden],.sr-only,.visually-hidden,.screen-reader-text';

/** Inline styles that count as hidden. */
export const HIDING = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** Whether an element is hidden by its own attributes: cheap, as no style is computed. */
export function findHidden(dom: Dom): Set<Element> {
  const isHidden = (element: Element) => {
    const style = dom.attribute(element, 'style');
    return (
      dom.attribute(element, 'hidden') !== null ||
      /^(template|noscript)$/.test(dom.tag(element)) ||
      (style
        ? HIDING.test(style)
        : // Where nothing else is said beside it, it is all there is to read.
          dom.text(element).trim() !== dom.text(dom.parent(element) ?? element).trim())
    );
  };
  return new Set(dom.all(HIDDEN).filter(isHidden));
}
