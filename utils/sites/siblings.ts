import { isDateHeading } from './date-parts';
import type { Dom } from './dom';
import type { Owners, Row } from './rows';

/** Of how many gaps between rows something must stand, for it to be part of the rows. */
const MOST = 0.6;

/** What is needed to tell what stands between rows. */
interface Between {
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
  let isInRow = false;
  const before: Node[] = [];
  /** Where what comes next belongs. */
  let place = before;
  for (let node = dom.first(parent); node; node = dom.next(node)) {
    const row = byTop.get(node);
    if (row) {
      isInRow = true;
      place = row.after;
      if (heading) row.heading = heading;
    } else if (isApart(between, node)) {
      isInRow = false;
      place = [];
    } else if (saysSomething(between, node)) {
      const isDate = isDateHeading(dom.text(node));
      if (isDate && (!isInRow || isLed)) {
        heading = dom.text(node);
        isLed = true;
      } else place.push(node);
    }
  }
  giveOpeners(dom, rows, before.at(-1));
  const isFlat = rows.length > 1 && arePartsOfRows(dom, rows);
  const most = Math.max(...rows.slice(0, -1).map(({ after }) => after.length));
  // Behind the last row there may be more than belongs to it.
  for (const row of rows) row.after = isFlat ? row.after.slice(0, most) : [];
}

/** Where every row opens with the same kind of element before its title, it is of that row, not of the one before. */
function giveOpeners(dom: Dom, rows: Row[], opener: Node | undefined): void {
  const [kind, ...kinds] = [opener, ...rows.map(({ after }) => after.at(-1))].map(
    (node) => node && dom.markup(node).split(/[\d>]/)[0],
  );
  if (!opener || kinds.pop() === kind || kinds.some((one) => one !== kind)) return;
  for (let at = rows.length; at--; ) rows[at]?.after.push(rows[at - 1]?.after.pop() ?? opener);
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
