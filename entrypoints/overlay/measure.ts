import type { Place } from '../../utils/sites/site';
import { type Box, linesOf } from '../caixin.content/boxes';
import { placeControl } from './place';

/** Longer lists are placed by their titles only: measuring the rest of every row takes too long. */
const CAREFUL = 300;

/** Most nodes of a row that are measured. */
const PIECES = 40;

/** Positions of the controls in the viewport; undefined for titles not shown. Reads layout, writes none. */
export function measure(places: (Place | undefined)[]): ({ left: number; top: number } | undefined)[] {
  const width = document.documentElement.clientWidth;
  const isCareful = places.length <= CAREFUL;
  return places.map((place) => {
    const lines = place ? linesOf(place.title) : [];
    const [first, last] = [lines[0], lines.at(-1)];
    if (!place || !first || !last) return undefined;
    return placeControl(first, last, isCareful ? obstaclesOf(place) : [], width);
  });
}

/** Text and pictures of a row beside its title. */
function obstaclesOf({ title, row }: Place): Box[] {
  const boxes: Box[] = [];
  const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let left = PIECES; left > 0 && walker.nextNode(); left--) {
    const node = walker.currentNode;
    if (title.contains(node)) continue;
    if (node instanceof HTMLImageElement) boxes.push(node.getBoundingClientRect());
    else if (node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()) boxes.push(...linesOf(node));
  }
  return boxes;
}

/** The column of the rows: their common left edge and width in the viewport. */
export function columnOf(places: (Place | undefined)[]): { left: number; width: number } | undefined {
  const boxes = places.slice(0, 50).flatMap((place) => place?.row.getBoundingClientRect() ?? []);
  const shown = boxes.filter((box) => box.width > 1);
  if (shown.length === 0) return undefined;
  const left = Math.min(...shown.map((box) => box.left));
  return { left, width: Math.max(...shown.map((box) => box.right)) - left };
}
