import type { Dom } from './dom';
import { pathOf } from './mentions';
import type { RowPost } from './row-post';
import { clean } from './text';

/** The rows of the main list, found by structure only, and the others. */
export interface Parts {
  main: RowPost[];
  rest: RowPost[];
}

/** What stands beside a list: by element, by role, by the names that sites give it. */
const BESIDE =
  'aside,nav,footer,[role="complementary"],[class*="side" i],[id*="side" i],[class*="widget" i],[class*="foot" i],.new-con';
/** What stands over a box beside a list. */
const HEADS =
  /^.{0,4}(?:热门|最热|热点|热文|排行|点击榜|阅读榜|相关|猜你喜欢|大家都在看|评论|随机|推荐(?:阅读|文章)|popular|related).{0,6}$/i;

/** Rows that are alike, in elements that are alike. */
interface Box {
  rows: RowPost[];
  /** 2 by what it is or is called, 1 by what stands over it, 0 if it may be the list. */
  beside: number;
  tells: boolean;
}

/**
 * Finds the main list among all rows of a page: the boxes with most rows, those first whose rows have a date or an excerpt, and
 * none that stands beside the list. Boxes nearly as large belong to it. If no rows tell more than a title, the page consists
 * of many boxes, and every row belongs to the main part.
 */
export function mainPart(dom: Dom, rows: RowPost[]): Parts {
  const boxes = boxesOf(dom, rows);
  const least = Math.min(...boxes.map(({ beside }) => beside));
  const listed = least > 1 ? [] : boxes.filter(({ beside, tells }) => beside === least && (tells || !least));
  const telling = listed.filter(({ tells }) => tells);
  const lists = telling.filter((box) => box.rows.length > 1);
  const chosen =
    lists.length > 0 ? lists : listed.some((box) => !box.tells && box.rows.length > 1) ? listed : telling;
  const largest = Math.max(0, ...chosen.map((box) => box.rows.length));
  const near = chosen === listed ? chosen : chosen.filter((box) => box.rows.length * 4 >= largest);
  const main = new Set(near.flatMap((box) => box.rows));
  // A block of one row beside the blocks of the list, as under a month with one post, is part of it.
  const around = new Set([...main].map(({ place }) => blockAround(dom, blockAround(dom, place.row))));
  for (const {
    rows: [row],
    tells,
  } of listed)
    if (tells && row && around.has(blockAround(dom, row.place.row))) main.add(row);
  return { main: rows.filter((row) => main.has(row)), rest: rows.filter((row) => !main.has(row)) };
}

const blockAround = (dom: Dom, element: Element | null) => element && dom.parent(element);

function boxesOf(dom: Dom, rows: RowPost[]): Box[] {
  const marked = new Set(dom.all(BESIDE));
  const boxes = new Map<string, Omit<Box, 'tells'>>();
  for (const [parent, inside] of Map.groupBy(rows, ({ place }) => dom.parent(place.row))) {
    const beside = parent ? besides(dom, parent, marked) : 0;
    const paths = [...Map.groupBy(inside, ({ place }) => pathOf(dom, place.title, place.row))];
    const [path] = paths.reduce((most, one) => (one[1].length > most[1].length ? one : most));
    const key = `${beside} ${parent ? dom.tag(parent) : ''}>${path}`;
    const box = boxes.get(key);
    if (box) box.rows.push(...inside);
    else boxes.set(key, { rows: [...inside], beside });
  }
  return [...boxes.values()].map((box) => {
    const telling = box.rows.filter(({ post, date }) => date || post.excerpt);
    return { ...box, tells: telling.length * 2 >= box.rows.length };
  });
}

/** How far above a row, and how far before it, the heading of its box may stand. */
const FAR = 3;

function besides(dom: Dom, box: Element, marked: Set<Element>): number {
  for (let at: Element | null = box; at; at = dom.parent(at)) if (marked.has(at)) return 2;
  let at: Element | null = box;
  for (let up = 0; at && up < FAR; at = dom.parent(at), up++) {
    let node = dom.previous(at);
    for (let back = 0; node && back < FAR; node = dom.previous(node), back++)
      if (HEADS.test(clean(dom.text(node).slice(0, 40)))) return 1;
  }
  return 0;
}
