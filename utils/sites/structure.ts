import type { Dom } from './dom';
import type { RowPost } from './row-post';

/** The rows of the main list, found by structure only, and the others. */
export interface Parts {
  main: RowPost[];
  rest: RowPost[];
}

/** Fewest rows of one shape that make a list. */
const FEWEST = 2;

/**
 * Finds the main list among all rows of a page. Rows of one shape belong together: same element, same parent, same path
 * down to the title. The list is the shape with most content: a date or an excerpt in at least half of its rows. If there
 * is none, the page consists of many boxes, and every row belongs to the main part.
 */
export function mainPart(dom: Dom, rows: RowPost[]): Parts {
  const shapes = Map.groupBy(rows, (row) => shapeOf(dom, row));
  const telling = [...shapes.values()].filter((group) => group.length >= FEWEST && tells(group));
  const largest = Math.max(0, ...telling.map((group) => group.length));
  if (largest === 0) return { main: rows, rest: [] };
  const main = new Set(telling.filter((group) => group.length * 4 >= largest).flat());
  return { main: rows.filter((row) => main.has(row)), rest: rows.filter((row) => !main.has(row)) };
}

function tells(group: RowPost[]): boolean {
  const telling = group.filter(({ post, date }) => date || post.excerpt);
  return telling.length * 2 >= group.length;
}

function shapeOf(dom: Dom, { place: { title, row } }: RowPost): string {
  const path: string[] = [];
  for (let at: Element | null = title; at && path.length < 12; at = dom.parent(at)) {
    path.push(dom.tag(at));
    if (at === row) break;
  }
  const parent = dom.parent(row);
  return `${parent ? dom.tag(parent) : ''}>${path.reverse().join('>')}`;
}
