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
  /** Stands in a heading (2), or in a `dt` (1). */
  heading: number;
  /** Stands in a cell of a table. */
  cell: boolean;
  /** Stands below a line break inside a link. */
  below: boolean;
}

/** The visible content of a row: runs of text, pictures, and moments said by attributes. */
export interface Content {
  segments: Segment[];
  images: { element: Element; link?: Element }[];
  stamps: { element: Element; moment: string }[];
}

/** What is needed to walk a row. */
export interface Walk {
  dom: Dom;
  hidden: Set<Element>;
  /** Linking elements beside `a`. */
  urls: Map<Element, string>;
  stamps: Map<Element, string>;
}

const INLINE = new Set(
  'a abbr b bdi bdo code em font i label mark object rb ruby small span strong sub sup time u wbr'.split(' '),
);
const HEADING = /^h[1-6]$/;
/** Elements that are not content, or, as `rt` and `rp`, only tell the pronunciation. */
const SKIPPED = /^(script|style|template|noscript|textarea|select|button|svg|iframe|r[pt])$/;
/** Boxes without a line of their own: where nothing but such stands in an element, each is a line. */
const BOX = /^(?:span|time|small|label|i)$/;
/** What may stand beside boxes as one of them. */
const BOXED = /^(?:a|img|em|b|strong|object)$/;

/** Most nodes of one row that are examined. */
const MOST_NODES = 1500;

/** Walks the parts of a row once, without recursion. */
export function readContent(walk: Walk, roots: Node[]): Content {
  const content: Content = { segments: [], images: [], stamps: [] };
  const state: State = { block: 0, left: MOST_NODES, headings: 0, cells: 0, below: false, apart: new Set() };
  for (const root of roots) {
    state.block++;
    if (walk.dom.kind(root) === 1)
      // A node of kind 1 is an element.
      walkIn(walk, content, state, root as Element);
    else say(walk.dom, content, state, root, walk.dom.parent(root) ?? walk.dom.root);
  }
  return content;
}

interface State {
  block: number;
  left: number;
  headings: number;
  cells: number;
  link?: Element | undefined;
  below: boolean;
  /** Inline elements that are lines of their own. */
  apart: Set<Element>;
}

function enter(
  { dom, hidden, urls, stamps }: Walk,
  content: Content,
  state: State,
  element: Element,
  root: Element,
): boolean {
  const tag = dom.tag(element);
  if (SKIPPED.test(tag) || (hidden.has(element) && element !== root)) return false;
  if (isBlock(state, tag, element)) state.block++;
  if (tag === 'br' && state.link) state.below = true;
  if (tag === 'a' || urls.has(element)) {
    state.link = element;
    state.below = false;
  }
  if (tag === 'img') content.images.push({ element, ...(state.link && { link: state.link }) });
  count(state, tag, 1);
  const moment = stamps.get(element);
  if (moment) content.stamps.push({ element, moment });
  for (const box of boxesIn(dom, element)) state.apart.add(box);
  return true;
}

function leave({ dom, urls }: Walk, state: State, element: Element, root: Element): void {
  const tag = dom.tag(element);
  if (isBlock(state, tag, element)) state.block++;
  if (state.link === element) state.link = outerLink(dom, urls, element, root);
  count(state, tag, -1);
}

function count(state: State, tag: string, by: number): void {
  if (HEADING.test(tag)) state.headings += 2 * by;
  else if (tag === 'dt') state.headings += by;
  else if (tag === 'td') state.cells += by;
}

/** A line break inside a link breaks the title, not the line; custom elements are inline. */
function isBlock({ apart, link }: State, tag: string, element: Element): boolean {
  return (
    apart.has(element) || !(INLINE.has(tag) || tag.includes('-') || (tag === 'br' && link !== undefined))
  );
}

/** The children of an element, if all are boxes of their own and no text stands between them. */
function boxesIn(dom: Dom, element: Element): Element[] {
  const boxes: Element[] = [];
  let isApart = 0;
  for (let node = dom.first(element); node; node = dom.next(node)) {
    const kind = dom.kind(node);
    if (kind === 3 && dom.text(node).trim()) return [];
    if (kind !== 1) continue;
    // A node of kind 1 is an element.
    const child = node as Element;
    const tag = dom.tag(child);
    const isBox = BOX.test(tag);
    if (!isBox && !BOXED.test(tag)) return [];
    if (tag !== 'img' && dom.text(child).trim()) isApart += isBox ? 2 : 1;
    boxes.push(child);
  }
  return isApart > 2 ? boxes : [];
}

function say(dom: Dom, content: Content, state: State, node: Node, element: Element): void {
  const text = cut(dom.text(node), NODE_LIMIT);
  if (!text.trim()) return;
  const { block, link, headings, cells, below } = state;
  content.segments.push({
    text,
    block,
    element,
    heading: Math.min(headings, 2),
    cell: cells > 0,
    below: link !== undefined && below,
    ...(link && { link }),
  });
}

/** Walks depth first without recursion. */
function walkIn(walk: Walk, content: Content, state: State, root: Element): void {
  const { dom } = walk;
  let element = root;
  state.link = undefined;
  let node = enter(walk, content, state, root, root) ? dom.first(root) : null;
  for (let steps = 0; steps < MOST_NODES * 4; steps++) {
    while (!node) {
      leave(walk, state, element, root);
      if (element === root) return;
      node = dom.next(element);
      element = dom.parent(element) ?? root;
    }
    const kind = dom.kind(node);
    if (kind === 3) {
      say(dom, content, state, node, element);
      if (--state.left <= 0) return;
    }
    // A node of kind 1 is an element.
    const child = kind === 1 ? (node as Element) : undefined;
    if (child && enter(walk, content, state, child, root)) {
      element = child;
      node = dom.first(child);
    } else node = dom.next(node);
  }
}

/** The link around an element: a card that is one link may contain that of an author. */
function outerLink(
  dom: Dom,
  urls: Map<Element, string>,
  element: Element,
  top: Element,
): Element | undefined {
  if (element === top) return undefined;
  for (let at = dom.parent(element); at; at = dom.parent(at)) {
    if (dom.tag(at) === 'a' || urls.has(at)) return at;
    if (at === top) return undefined;
  }
  return undefined;
}
