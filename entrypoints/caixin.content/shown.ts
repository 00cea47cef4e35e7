import type { Place } from '../../utils/sites/site';
import { type Box, overlap } from './place';

/** Least of a title that can be seen, in pixels: less is a trick to hide it. */
const LEAST = 3;

/** Least opacity that can be seen. */
const FAINT = 0.1;

/** How far what stands in an element can be seen, by what it is positioned against. */
interface Window {
  opacity: number;
  still: Box;
  absolute: Box;
  fixed: Box;
}

const EVERYWHERE = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

/**
 * Tells of one layout which places a reader can see or scroll to: not what is transparent, clipped away, without size or
 * out of reach beyond an edge. Reads layout, writes none.
 */
export function seesOf(): (place: Place) => boolean {
  const windows = new Map<Element, Window>();
  const windowOf = (element: Element): Window => {
    const found = windows.get(element) ?? narrowed(element, windowOf);
    windows.set(element, found);
    return found;
  };
  return ({ title }) => {
    const range = document.createRange();
    range.selectNodeContents(title);
    const { opacity, still } = windowOf(title);
    return (
      opacity > FAINT &&
      title.checkVisibility({ visibilityProperty: true }) &&
      [...range.getClientRects()].some((line) => isSeen(line, still))
    );
  };
}
