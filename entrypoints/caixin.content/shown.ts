import type { Place } from '../../utils/sites/site';
import { type Box, linesOf, overlap } from './boxes';

/** Least visible part of a title, in pixels: less is a way to hide it. */
const LEAST = 2;

/** Opacity up to which nothing can be seen. */
const FAINT = 0.1;

/** Clips that leave nothing, as browsers serialise them. */
const NOTHING = /rect\((\S+), \1, \1|inset\((.*\d{3}|[5-9]\d)|(circle|ellipse)\(0|polygon\((\S+ \S+), \4/;

/** How an element limits the visibility of its content. */
interface Frame {
  position: string;
  opacity: number;
  /** Where content is visible, also after scrolling; absent: everywhere. */
  box?: Box;
  /** The visible box of a scrolling element. */
  pane?: Box;
}

/**
 * Returns a test for the current layout: whether a reader can see a place or scroll to it. Transparent, clipped, empty or
 * unreachable ones fail. Reads layout, writes none.
 */
export function shownNow(): (place: Place | undefined) => boolean {
  const frames = new Map<Element, Frame>();
  return (place) => {
    if (!place?.title.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    let lines = linesOf(place.title);
    let seen = 1;
    for (let element: Element | null = place.title; element; ) {
      const frame: Frame = frames.get(element) ?? frameOf(element);
      frames.set(element, frame);
      const { position, opacity, box, pane } = frame;
      seen *= opacity;
      if (box) lines = lines.filter((line) => overlap(line, box, LEAST));
      if (lines.length === 0 || seen < FAINT) return false;
      if (pane) lines = [pane];
      if (position === 'fixed') return lines.some((line) => overlap(line, theWindow(), LEAST));
      element =
        position === 'absolute' && element instanceof HTMLElement
          ? element.offsetParent
          : element.parentElement;
    }
    return true;
  };
}

function theWindow(): Box {
  return { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
}

function frameOf(element: Element): Frame {
  const { position, overflow, opacity, direction, clip, clipPath } = getComputedStyle(element);
  const frame = { position, opacity: NOTHING.test(clip + clipPath) ? 0 : Number(opacity) };
  const root = document.documentElement;
  const isPage = element === root;
  // The overflow of the body applies to the window.
  const isWindows = element === document.body && getComputedStyle(root).overflow === 'visible';
  if (!isPage && (isWindows || overflow === 'visible')) return frame;
  const box = element.getBoundingClientRect();
  if (!isPage && !/auto|scroll/.test(overflow)) return { ...frame, box };
  const left = isPage ? -scrollX : box.left - element.scrollLeft;
  const top = isPage ? -scrollY : box.top - element.scrollTop;
  const isLeftward = direction === 'rtl';
  const all = { left: isLeftward ? -Infinity : left, top, right: Infinity, bottom: Infinity };
  return { ...frame, box: all, pane: box };
}
