import { cut } from '../domain/plain-text';
import type { Dom } from './dom';
import { NODE_LIMIT } from './text';

/** A run of text inside a row. */
export interface Segment {
  text: string;
  /** Runs with the same number are on one line; numbers grow down the row. */
  block: number;
  /** The element right around the text. */
  element: Element;
  /** The link around it. */
  link?: Element;
  /** Stands in a heading, or in a `dt`. */
  heading: boolean;
}

/** The visible content of a row: runs of text, and pictures. */
export interface Content {
  segments: Segment[];
  images: { element: Element; link?: Element }[];
}

const INLINE = new Set(
  'a abbr b bdi bdo code em font i label mark object rb ruby small span strong sub sup time u wbr'.split(' '),
);
const HEADING = /^(h[1-6]|dt)$/;
/** Elements that are not content, or, as `rt` and `rp`, only tell the pronunciation. */
const SKIPPED = /^(script|style|template|noscript|textarea|select|button|svg|iframe|r[pt])$/;

/** Most nodes of one row that are examined. */
const MOST_NODES = 1500;

/** Walks a row once, without recursion. */
export function readContent(dom: Dom, row: Element, hidden: Set<Element>): Content {
  const content: Content = { segments: [], images: [] };
  let block = 0;
  let link: Element | undefined;
  let headings = 0;
  let left = MOST_NODES;
  const enter = (element: Element) => {
    const tag = dom.tag(element);
    if (SKIPPED.test(tag) || (hidden.has(element) && element !== row)) return false;
    if (!isInline(tag, link)) block++;
    if (tag === 'a') link = element;
    if (tag === 'img') content.images.push({ element, ...(link && { link }) });
    if (HEADING.test(tag)) headings++;
    return true;
  };
  const leave = (element: Element) => {
    const tag = dom.tag(element);
    if (!isInline(tag, link)) block++;
    if (tag === 'a' && link === element) link = outerLink(dom, element, row);
    if (HEADING.test(tag)) headings--;
  };
  const say = (node: Node, element: Element) => {
    const text = cut(node.nodeValue ?? '', NODE_LIMIT);
    if (text.trim())
      content.segments.push({ text, block, element, heading: headings > 0, ...(link && { link }) });
  };
  walk(dom, row, enter, leave, (node, element) => {
    say(node, element);
    return --left > 0;
  });
  return content;
}

/** A line break inside a link breaks the title, not the line; custom elements are inline. */
function isInline(tag: string, link: Element | undefined): boolean {
  return INLINE.has(tag) || tag.includes('-') || (tag === 'br' && link !== undefined);
}

/** Walks depth first without recursion. `text` returns false to end the walk. */
function walk(
  dom: Dom,
  root: Element,
  enter: (element: Element) => boolean,
  leave: (element: Element) => void,
  text: (node: Node, element: Element) => boolean,
): void {
  let element = root;
  let node = enter(root) ? dom.first(root) : null;
  for (let steps = 0; steps < MOST_NODES * 4; steps++) {
    while (!node) {
      leave(element);
      if (element === root) return;
      node = dom.next(element);
      element = dom.parent(element) ?? root;
    }
    const kind = dom.kind(node);
    if (kind === 3 && !text(node, element)) return;
    // A node of kind 1 is an element.
    const child = kind === 1 ? (node as Element) : undefined;
    if (child && enter(child)) {
      element = child;
      node = dom.first(child);
    } else node = dom.next(node);
  }
}

/** The link around a link: a card that is one link may contain that of an author. */
function outerLink(dom: Dom, element: Element, row: Element): Element | undefined {
  for (let at = dom.parent(element); at && element !== row; at = dom.parent(at)) {
    if (dom.tag(at) === 'a') return at;
    if (at === row) return undefined;
  }
  return undefined;
}
