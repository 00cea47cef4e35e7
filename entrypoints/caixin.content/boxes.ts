/** A rectangle in pixels of the viewport. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Whether two rectangles overlap by more than so many pixels, in both directions. */
export function overlap(one: Box, other: Box, least = 0): boolean {
  return (
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > least &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > least
  );
}

/** The rectangles of the lines an element shows. */
export function linesOf(node: Node): Box[] {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
}
