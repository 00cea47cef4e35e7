import { type Box, overlap } from '../caixin.content/boxes';

/** Size of a control and its distance from the title, in pixels. */
export const SIZE = 20;
export const GAP = 4;

/**
 * The position of a control: left of the title's first line; if that is outside the viewport or taken by the row, after the
 * end of its last line; else above its beginning. It never covers the row.
 * @param first the title's first line, `last` its last
 * @param obstacles other text and pictures of the row
 * @param width of the viewport
 */
export function placeControl(
  first: Box,
  last: Box,
  obstacles: Box[],
  width: number,
): { left: number; top: number } {
  const middle = (line: Box) => (line.top + line.bottom - SIZE) / 2;
  const before = { left: first.left - SIZE - GAP, top: middle(first) };
  const after = { left: last.right + GAP, top: middle(last) };
  const isFree = ({ left, top }: { left: number; top: number }) =>
    left >= 0 &&
    left + SIZE <= width &&
    !obstacles.some((box) =>
      overlap(box, { left, right: left + SIZE, top: top + 2, bottom: top + SIZE - 2 }),
    );
  if (isFree(before)) return before;
  if (isFree(after)) return after;
  return { left: Math.max(0, Math.min(first.left, width - SIZE)), top: first.top - SIZE };
}
