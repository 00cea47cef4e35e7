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
    left >= 0 &&
    left + SIZE <= width &&
    !obstacles.some((box) =>
      overlap(box, { left, right: left + SIZE, top: top + 2, bottom: top + SIZE - 2 }),
    );
  if (isFree(before)) return before;
  if (isFree(after)) return after;
  return { left: Math.max(0, Math.min(first.left, width - SIZE)), top: first.top - SIZE };
}

/** Whether two rectangles share more than so many pixels, across and down. */
export function overlap(one: Box, other: Box, least = 0): boolean {
  return (
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > least &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > least
  );
}
