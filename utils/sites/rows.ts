import type { Dom } from './dom';
import type { Link } from './links';

/** The block around one post's links. */
export interface Row {
  url: string;
  element: Element;
  links: Element[];
}

/** An element that holds the links of more than one post. */
const MIXED = Symbol('mixed');

/**
 * The largest block around each post that holds no other post, in document order. Every element is passed at most
 * twice, however deep the nesting.
 * @param links permalinks inside `within`
 * @param within elements no row may contain: the containers of a list, or the root
 */
export function findRows(dom: Dom, links: Link[], within: Set<Element>): Row[] {
  const owners = new Map<Element, string | typeof MIXED>();
  for (const { element, url } of links) {
    let at: Element | null = element;
    while (at && !within.has(at)) {
      const owner = owners.get(at);
      if (owner === MIXED || owner === url) break;
      owners.set(at, owner === undefined ? url : MIXED);
      at = dom.parent(at);
    }
  }
  const tops = new Map<Element, Element>();
  const rows = new Map<Element, Row>();
  for (const { element, url } of links) {
    const top = topOf(dom, element, url, owners, tops);
    const row = rows.get(top);
    if (row) row.links.push(element);
    else rows.set(top, { url, element: top, links: [element] });
  }
  return [...rows.values()];
}

function topOf(
  dom: Dom,
  element: Element,
  url: string,
  owners: Map<Element, string | typeof MIXED>,
  tops: Map<Element, Element>,
): Element {
  const passed: Element[] = [];
  let top = element;
  for (let at: Element | null = element; at && owners.get(at) === url; at = dom.parent(at)) {
    const known = tops.get(at);
    top = known ?? at;
    if (known) break;
    passed.push(at);
  }
  for (const one of passed) tops.set(one, top);
  return top;
}
