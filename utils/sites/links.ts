import { canonicalUrl } from '../domain/url';
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

/** One pass over the links of a document. */
export function findLinks(dom: Dom, base: URL): Links {
  const links: Links = { posts: [], urls: new Map(), paging: [] };
  const self = canonicalUrl(base.href);
  for (const element of dom.all('a[href]')) {
    const href = dom.attribute(element, 'href') ?? '';
    if (href.length > 2000 || href.startsWith('#')) continue;
    const url = canonicalUrl(href, base);
    if (url && url !== self) {
      links.posts.push({ element, url });
      links.urls.set(element, url);
    } else if (PAGING.test(href)) links.paging.push(element);
  }
  return links;
}

/** Whether an element is hidden by its own attributes: cheap, as no style is computed. */
export function findHidden(dom: Dom): Set<Element> {
  const marked = dom.all('[hidden],[style*="display" i],[style*="visibility" i],template,noscript');
  const isHidden = (element: Element) => {
    const style = dom.attribute(element, 'style') ?? '';
    return (
      dom.attribute(element, 'hidden') !== null || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
    );
  };
  return new Set(
    marked.filter((element) => isHidden(element) || /^(template|noscript)$/.test(dom.tag(element))),
  );
}
