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
  moments: string[];
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
/** Elements without content: a script can put nodes into them, which are not shown. */
const VOID = /^(?:br|hr|wbr|img|input|embed|area|source|track)$/;
/**
 * Boxes without a line of their own: where nothing but such stands in an element, each is a line. The first kind makes the others
 * boxes too; a name in bold makes none.
 */
const BOX = /^(?:(span|time|small|label|i)|a|img|em|b|strong|object)$/;

/** Most nodes of one row that are examined. */
const MOST_NODES = 1500;

/** Deepest nesting inside a row that is followed. */
const DEEPEST = 500;

/** Walks the parts of a row once. */
export function readContent({ dom, hidden, urls, stamps }: Walk, roots: Node[]): Content {
  const content: Content = { segments: [], images: [], moments: [] };
  const apart = new Set<Node>();
  let block = 0;
  let left = MOST_NODES;
  let below = false;
  const visit = (node: Node, above: Pick<Segment, 'heading' | 'cell' | 'link'>, depth: number): void => {
    const kind = dom.kind(node);
    // A node of kind 1 is an element, and text always stands in one.
    const element = (kind === 1 ? node : dom.parent(node)) as Element;
    const part = { ...above, text: '', block, element, below: false };
    if (kind === 3 && left-- > 0) {
      const text = cut(dom.text(node), NODE_LIMIT);
      if (text.trim()) content.segments.push({ ...part, text, below: below && !!part.link });
    }
    const tag = dom.tag(element);
    if (kind !== 1 || SKIPPED.test(tag) || depth > DEEPEST || (depth > 0 && hidden.has(element))) return;
    const isBlock =
      apart.has(element) || !(INLINE.has(tag) || tag.includes('-') || (tag === 'br' && !!part.link));
    if (isBlock) block++;
    if (tag === 'br') below = true;
    if (tag === 'a' || urls.has(element)) {
      part.link = element;
      below = false;
    }
    if (tag === 'img') content.images.push(part);
    if (HEADING.test(tag)) part.heading = 2;
    else if (tag === 'dt') part.heading ||= 1;
    part.cell ||= tag === 'td';
    const moment = stamps.get(element);
    if (moment) content.moments.push(moment);
    setApart(dom, element, apart);
    for (let child = VOID.test(tag) ? null : dom.first(element); child; child = dom.next(child))
      visit(child, part, depth + 1);
    if (isBlock) block++;
  };
  for (const root of roots) {
    block++;
    visit(root, { heading: 0, cell: false }, 0);
  }
  return content;
}

/** Finds the children of an element that are lines of their own: boxes, with no text between them. */
function setApart(dom: Dom, element: Element, apart: Set<Node>): void {
  const boxes: Node[] = [];
  let weight = 0;
  for (let node = dom.first(element); node; node = dom.next(node)) {
    // A node of kind 1 is an element.
    const child = dom.kind(node) === 1 ? (node as Element) : undefined;
    const box = child && BOX.exec(dom.tag(child));
    if (child && !box) return;
    const says = dom.kind(node) !== 8 && dom.text(node).trim();
    if (!child && says) return;
    if (says) weight += box?.[1] ? 2 : 1;
    boxes.push(node);
  }
  if (weight > 2) for (const box of boxes) apart.add(box);
}
