import type { Dom } from './dom';
import type { Link } from './links';

/** The block around one post's links. */
export interface Row {
  url: string;
  element: Element;
  links: Element[];
  /** What follows the block and belongs to it, where rows have no element of their own. */
  after: Node[];
  /** A date that stands over several rows. */
  heading?: string;
}

/** An element that contains the links of more than one post. */
export const MIXED = Symbol('mixed');

/** The post each element around links belongs to, if only to one. */
export type Owners = Map<Element, string | typeof MIXED>;

/** Climbs from every link until two posts meet. Visits every element at most twice, however deep the nesting. */
export function findOwners(dom: Dom, links: Link[]): Owners {
  const owners: Owners = new Map();
  for (const { element, url } of links) {
    for (let at: Element | null = element; at; at = dom.parent(at)) {
      const owner = owners.get(at);
      if (owner === MIXED || owner === url) break;
      owners.set(at, owner === undefined ? url : MIXED);
    }
  }
  return owners;
}

/**
 * The largest block around each post that contains no other post of the page, in document order.
 * @param within elements no row may contain: the containers of a list, or the root
 */
export function findRows(dom: Dom, links: Link[], within: Set<Element>, owners: Owners): Row[] {
  const tops = new Map<Element, Element>();
  const rows = new Map<Element, Row>();
  for (const { element, url } of links) {
    const passed: Element[] = [];
    let top = element;
    for (let at: Element | null = element; at; at = dom.parent(at)) {
      if (within.has(at) || owners.get(at) !== url) break;
      const known = tops.get(at);
      top = known ?? at;
      if (known) break;
      passed.push(at);
    }
    for (const one of passed) tops.set(one, top);
    const row = rows.get(top);
    if (row) row.links.push(element);
    else rows.set(top, { url, element: top, links: [element], after: [] });
  }
  return [...rows.values()];
}
