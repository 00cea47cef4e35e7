import type { Dom } from './dom';
import { isDateHeading } from './lines';
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
const MIXED = Symbol('mixed');

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

/** Most links to other posts in one row: more are a box of posts. */
const FEW = 2;

/**
 * Links inside the row of another post, as in its excerpt. A block of several posts is one row where a sibling begins with a link
 * in the same place, and it holds few others in other places.
 */
export function findMentions(dom: Dom, links: Link[], owners: Owners): Set<Link> {
  const blocks = new Map<Element, Link[]>();
  const firsts = new Map<Element, string>();
  const shapes = new Map<Element, Map<string, number>>();
  for (const link of links) {
    let at: Element | null = link.element;
    let path = '';
    for (let isMixed = false; at && !isMixed; at = dom.parent(at)) {
      isMixed = owners.get(at) === MIXED;
      path += ` ${dom.tag(at)}`;
      const parent = dom.parent(at);
      const block = blocks.get(at);
      if (isMixed && block) block.push(link);
      else if (isMixed) blocks.set(at, [link]);
      if (!parent || firsts.has(at) || (!isMixed && owners.get(parent) !== MIXED)) continue;
      firsts.set(at, path);
      const counts = shapes.get(parent) ?? new Map<string, number>();
      shapes.set(parent, counts.set(path, (counts.get(path) ?? 0) + 1));
    }
  }
  const mentions = new Set<Link>();
  for (const [block, [first, ...inside]] of blocks) {
    const parent = dom.parent(block);
    const path = firsts.get(block) ?? '';
    if (!first || !parent || (shapes.get(parent)?.get(path) ?? 0) < 2) continue;
    const own = pathOf(dom, first.element, block);
    const others = inside.filter(
      ({ url, element }) => url !== first.url && pathOf(dom, element, block) !== own,
    );
    if (new Set(others.map(({ url }) => url)).size <= FEW) for (const one of others) mentions.add(one);
  }
  return mentions;
}

/** The names of the elements from a block down to a link. */
export function pathOf(dom: Dom, element: Element, block: Element): string {
  const path: string[] = [];
  for (let at: Element | null = element; at && path.length < 12; at = dom.parent(at)) {
    path.push(dom.tag(at));
    if (at === block) break;
  }
  return path.reverse().join('>');
}

/** Of how many gaps between rows something must stand, for it to be part of the rows. */
const MOST = 0.6;

/** What is needed to tell what stands between rows. */
export interface Between {
  dom: Dom;
  owners: Owners;
  hidden: Set<Element>;
}

/**
 * Gives rows what stands beside them: rows without an element of their own are a title and what follows it up to the next
 * one; and dates may stand over several rows.
 */
export function joinSiblings(between: Between, rows: Row[]): void {
  for (const [parent, inside] of Map.groupBy(rows, (row) => between.dom.parent(row.element)))
    if (parent) joinIn(between, parent, inside);
}

function joinIn(between: Between, parent: Element, rows: Row[]): void {
  const { dom } = between;
  const byTop = new Map<Node, Row>(rows.map((row) => [row.element, row]));
  let heading = headOver(between, parent);
  let isLed = false;
  let current: Row | undefined;
  for (let node = dom.first(parent); node; node = dom.next(node)) {
    const row = byTop.get(node);
    if (row) {
      current = row;
      if (heading) row.heading = heading;
    } else if (isApart(between, node)) current = undefined;
    else if (saysSomething(between, node)) {
      const isDate = isDateHeading(dom.text(node));
      if (isDate && (!current || isLed)) {
        heading = dom.text(node);
        isLed = true;
      } else current?.after.push(node);
    }
  }
  const isFlat = rows.length > 1 && arePartsOfRows(dom, rows);
  const most = Math.max(...rows.slice(0, -1).map(({ after }) => after.length));
  // Behind the last row there may be more than belongs to it.
  for (const row of rows) row.after = isFlat ? row.after.slice(0, most) : [];
}

/** Whether what stands between rows is part of them: behind most, and of another kind than what is a row by itself. */
function arePartsOfRows(dom: Dom, rows: Row[]): boolean {
  const followed = rows.slice(0, -1).filter(({ after }) => after.length > 0);
  if (followed.length < (rows.length - 1) * MOST) return false;
  return followed.slice(0, 3).every(({ element, links, after: [first] }) => {
    const own = links.reduce((sum, link) => sum + dom.text(link).trim().length, 0);
    const isBare = dom.text(element).trim().length - own < 3;
    // A node of kind 1 is an element.
    return isBare || !first || dom.kind(first) !== 1 || dom.tag(first as Element) !== dom.tag(element);
  });
}

/** Whether a node belongs to other posts, or is not shown. */
function isApart({ dom, owners, hidden }: Between, node: Node): boolean {
  // A node of kind 1 is an element.
  return dom.kind(node) === 1 && (owners.has(node as Element) || hidden.has(node as Element));
}

/** Text, or an element, even an empty one: a script may say a moment in it. */
function saysSomething({ dom }: Between, node: Node): boolean {
  // A node of kind 1 is an element.
  if (dom.kind(node) === 1) return !/^(?:script|style|br)$/.test(dom.tag(node as Element));
  return dom.kind(node) === 3 && dom.text(node).trim() !== '';
}

/** How far above a block the date over it may stand. */
const HIGH = 3;

/** The date that stands right over a block of rows, or over one of the blocks around it. */
function headOver(between: Between, block: Element): string | undefined {
  const { dom } = between;
  let at: Element | null = block;
  for (let up = 0; at && up < HIGH; at = dom.parent(at), up++) {
    let node = dom.previous(at);
    while (node && !isApart(between, node) && !dom.text(node).trim()) node = dom.previous(node);
    if (node && isApart(between, node)) return undefined;
    const said = node ? dom.text(node).slice(0, 100) : '';
    if (said) return isDateHeading(said) ? said : undefined;
  }
  return undefined;
}
