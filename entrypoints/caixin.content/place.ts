/** A rectangle in pixels of the viewport. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Edge of a control and its distance from the title, in pixels. */
export const SIZE = 20;
export const GAP = 4;

/**
 * Where a control goes: left of the title's first line; where the viewport ends there, or something of the row stands
 * there, after the end of its last line; else above its beginning. It hides nothing of the row.
 * @param first the title's first line, `last` its last
 * @param obstacles what else the row shows
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
    left >= 0 && left + SIZE <= width && !obstacles.some((box) => overlaps(box, left, top));
  if (isFree(before)) return before;
  if (isFree(after)) return after;
  return { left: Math.max(0, Math.min(first.left, width - SIZE)), top: first.top - SIZE };
}

function overlaps(box: Box, left: number, top: number): boolean {
  return box.left < left + SIZE && box.right > left && box.top < top + SIZE - 2 && box.bottom > top + 2;
}
