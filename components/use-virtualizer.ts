import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  observeWindowOffset,
  observeWindowRect,
  type Range,
  Virtualizer,
  type VirtualizerOptions,
  windowScroll,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { VirtualListProps } from './virtual-list';

/** Rows made above and below those in sight. */
const NEAR = 6;

interface Virtual {
  /** Rows to be made, and where each stands in the list, in CSS pixels. */
  rows: { index: number; top: number }[];
  height: number;
  measure(element: HTMLLIElement | null): void;
}

type Scroller = Virtualizer<Window | HTMLElement, HTMLLIElement>;
type Options = VirtualizerOptions<Window | HTMLElement, HTMLLIElement>;

/** What of a long list is to be made; asks for another look when that changes. */
export function useVirtualizer<T>(
  list: RefObject<HTMLElement | null>,
  { items, keyOf, from, estimate, box }: VirtualListProps<T>,
): Virtual {
  const [, again] = useState(0);
  const [margin, setMargin] = useState(0);
  const held = useHeld(list, (index) => (items[index] === undefined ? undefined : keyOf(items[index])));
  const options = {
    ...(box === undefined ? BY_PAGE : BY_BOX),
    count: items.length,
    estimateSize: () => estimate,
    // The index is one of an item.
    getItemKey: useStable(items, (index: number) => keyOf(items[index] as T)),
    getScrollElement: () => (box === undefined ? window : (list.current?.parentElement ?? null)),
    rangeExtractor: (range: Range) =>
      withHeld(
        range,
        held.current === undefined ? -1 : items.findIndex((one) => keyOf(one) === held.current),
      ),
    scrollMargin: box === undefined ? margin : 0,
    overscan: NEAR,
    initialRect: { width: innerWidth, height: innerHeight },
    onChange: () => again((count) => count + 1),
  };
  const [scroller] = useState<Scroller>(() => new Virtualizer(options as Options));
  scroller.setOptions(options as Options);
  useLayoutEffect(() => scroller._didMount(), [scroller]);
  useLayoutEffect(() => scroller._willUpdate());
  useMargin(list, setMargin);
  useTop(scroller, from);
  const rows = scroller.getVirtualItems().map(({ index, start }) => ({
    index,
    top: start - scroller.options.scrollMargin,
  }));
  return { rows, height: scroller.getTotalSize(), measure: scroller.measureElement };
}

/** With the page. */
const BY_PAGE = {
  observeElementRect: observeWindowRect,
  observeElementOffset: observeWindowOffset,
  scrollToFn: windowScroll,
  initialOffset: () => scrollY,
};

/** In a box. */
const BY_BOX = {
  observeElementRect,
  observeElementOffset,
  scrollToFn: elementScroll,
};

/** The same function as long as the items are the same: another one has all rows measured anew. */
function useStable<F>(items: unknown, make: F): F {
  const kept = useRef({ items, make });
  if (kept.current.items !== items) kept.current = { items, make };
  return kept.current.make;
}

/** The key of the row that must stay though it is out of sight: the one that has the focus, or is dragged. */
function useHeld(
  list: RefObject<HTMLElement | null>,
  keyAt: (index: number) => string | undefined,
): RefObject<string | undefined> {
  const held = useRef<string | undefined>(undefined);
  const latest = useRef(keyAt);
  latest.current = keyAt;
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const hold = ({ target }: Event) => {
      const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
      held.current = row ? latest.current(Number(row.dataset.index)) : undefined;
    };
    const drop = () => {
      held.current = undefined;
    };
    for (const name of ['focusin', 'dragstart']) list.current?.addEventListener(name, hold, { signal });
    for (const name of ['focusout', 'dragend']) list.current?.addEventListener(name, drop, { signal });
    return () => stop.abort();
  }, []);
  return held;
}

function withHeld(range: Range, held: number): number[] {
  const near = defaultRangeExtractor(range);
  return held < 0 || near.includes(held) ? near : [...near, held].sort((a, b) => a - b);
}

/** How far below the top of the page the list begins: what stands above it may grow at any time. */
function useMargin(list: RefObject<HTMLElement | null>, setMargin: (margin: number) => void): void {
  useLayoutEffect(() => {
    const look = () => {
      if (list.current) setMargin(Math.round(list.current.getBoundingClientRect().top + scrollY));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
}

/** To the top of the list, where it begins anew and was left somewhere in it. */
function useTop(scroller: Scroller, from: unknown): void {
  const last = useRef(from);
  useLayoutEffect(() => {
    if (last.current === from) return;
    last.current = from;
    if ((scroller.scrollOffset ?? 0) > scroller.options.scrollMargin) scroller.scrollToIndex(0);
  }, [from]);
}
