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
/** Over links that belong to a row whatever their number. */
const RELATED = /(?:相关|相關|延伸|往期|扩展)(?:阅读|閱讀|文章|链接|鏈接|报道|新闻|博文)|related/i;

/**
 * Links inside the row of another post: in its excerpt, below 相关阅读. A block of several posts is one row where its siblings
 * begin with a link in the same place, and it holds few others.
 */
export function findMentions(dom: Dom, links: Link[], owners: Owners): Set<Link> {
  const blocks = Map.groupBy(links, (link) => blockOf(dom, link.element, owners));
  const shapes = new Map<string, number>();
  const rowOf = new Map<Element, { shape: string; first: Link }>();
  const seen = new Set<Element>();
  const ids = new Map<Element, number>();
  const note = (child: Element, first: Link, keep: boolean) => {
    const parent = dom.parent(child);
    if (!parent || seen.has(child)) return;
    seen.add(child);
    if (!ids.has(parent)) ids.set(parent, ids.size);
    const shape = `${ids.get(parent)} ${pathOf(dom, first.element, child)}`;
    shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
    if (keep) rowOf.set(child, { shape, first });
  };
  for (const [block, inside] of blocks) {
    const [first] = inside;
    if (block && first) note(block, first, true);
    for (const link of inside) note(topBelow(dom, link.element, block), link, false);
  }
  const mentions = new Set<Link>();
  for (const [block, inside] of blocks) {
    const { row, first } = rowAround(dom, block, rowOf, shapes);
    if (!row || !first) continue;
    const path = pathOf(dom, first.element, row);
    const others = inside.filter(
      ({ url, element }) => url !== first.url && pathOf(dom, element, row) !== path,
    );
    if (others.length === 0) continue;
    const isFew = row === block && new Set(others.map(({ url }) => url)).size <= FEW;
    if (isFew || RELATED.test(dom.text(row).slice(0, 2000))) for (const one of others) mentions.add(one);
  }
  return mentions;
}

/** The first element above a link that holds several posts. */
function blockOf(dom: Dom, element: Element, owners: Owners): Element | null {
  let at: Element | null = element;
  while (at && owners.get(at) !== MIXED) at = dom.parent(at);
  return at;
}

function topBelow(dom: Dom, element: Element, block: Element | null): Element {
  let top = element;
  for (let at = dom.parent(element); at && at !== block; at = dom.parent(at)) top = at;
  return top;
}

/** How deep a box of related posts may stand in a row. */
const DEEP = 3;

/** The row a block of several posts is, or stands in: its siblings are like it. */
function rowAround(
  dom: Dom,
  block: Element | null,
  rowOf: Map<Element, { shape: string; first: Link }>,
  shapes: Map<string, number>,
): { row?: Element; first?: Link } {
  let at = block;
  for (let up = 0; at && up <= DEEP; at = dom.parent(at), up++) {
    const known = rowOf.get(at);
    if (known && (shapes.get(known.shape) ?? 0) > 1) return { row: at, first: known.first };
  }
  return {};
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
  /** Elements that say a moment in an attribute. */
  stamps: Map<Element, string>;
}

/**
 * Gives rows what stands beside them: rows without an element of their own are a title and what follows it up to the next
 * one; and dates may stand over several rows.
 */
export function joinSiblings(between: Between, rows: Row[]): void {
  const { dom } = between;
  const heads = new Map<Element, string>();
  for (const [parent, inside] of Map.groupBy(rows, (row) => dom.parent(row.element))) {
    if (parent) joinIn(between, parent, inside, headOver(between, parent, heads));
  }
}

function joinIn(between: Between, parent: Element, rows: Row[], over: string | undefined): void {
  const { dom } = between;
  const byTop = new Map<Node, Row>(rows.map((row) => [row.element, row]));
  let heading = over;
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

function saysSomething({ dom, stamps }: Between, node: Node): boolean {
  const kind = dom.kind(node);
  if (kind === 3) return dom.text(node).trim() !== '';
  // A node of kind 1 is an element.
  if (kind !== 1 || /^(?:script|style)$/.test(dom.tag(node as Element))) return false;
  return dom.text(node).trim() !== '' || stamps.has(node as Element);
}

/** The date that stands right over a block of rows, or over one of the blocks around it. */
function headOver(between: Between, block: Element, known: Map<Element, string>): string | undefined {
  const { dom } = between;
  let at: Element | null = block;
  for (let up = 0; at && up < DEEP; at = dom.parent(at), up++) {
    const said = known.get(at) ?? textBefore(between, at);
    known.set(at, said);
    if (isDateHeading(said)) return said;
    if (said) return undefined;
  }
  return undefined;
}

/** The text of what stands right before an element and belongs to no post. */
function textBefore(between: Between, element: Element): string {
  const { dom } = between;
  let node = dom.previous(element);
  while (node && !isApart(between, node) && !saysSomething(between, node)) node = dom.previous(node);
  return node && !isApart(between, node) ? dom.text(node).slice(0, 100).trim() : '';
}
