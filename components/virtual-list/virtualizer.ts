import type { List } from '../../utils/runtime/lazy-list';
import { Heights } from './heights';
import { MeasuredHeights } from './measured-heights';
import { Scroller, type Viewport } from './scroller';

export interface VirtualOptions<T> {
  items: List<T>;
  /** A unique key. */
  keyOf(item: T): string;
  /** When this changes, the list starts again at its top. */
  from?: unknown;
  /** Expected height of a row, in CSS pixels, before any was measured. */
  estimate: number;
  /** Class of a box that the list scrolls in; without one it scrolls with the page. */
  box?: string | undefined;
}

/** How much is rendered above and below the viewport, in CSS pixels: nothing at first, more once the items stay. */
const NEAR = { first: 0, later: 500 };

/** How long the items must stay the same for that, in milliseconds: during typing they do not. */
const STAYED = 150;

/** Rows at the top of a list whose heights are looked up immediately. */
const TOP = 300;

/**
 * Decides which rows of a long list are rendered, and where. Whatever changes above the viewport, the first visible row stays
 * in place. The cost does not depend on the length of the list, except for finding a row again after the items changed.
 */
export class Virtualizer<T> {
  #options: VirtualOptions<T> = { items: [], keyOf: () => '', estimate: 1 };
  #heights = new Heights(0, 1);
  /** Measured heights by key. */
  readonly #measured = new MeasuredHeights();
  readonly #scroller = new Scroller();
  #range = { first: 0, last: 0 };
  #near = NEAR.first;
  /** The first visible row of a scrolled list, and how far above the edge it begins. */
  #anchor: { key: string; index: number; above: number } | undefined;
  /** The row that has the focus or is dragged: it stays rendered out of view. */
  #held: { key: string; index: number } | undefined;
  /** Rows that stay rendered because something is open in them. */
  #open: { key: string; index: number }[] = [];
  /** Scrolling to do once the rows are in place. */
  #due: 'top' | 'anchor' | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #observer = new ResizeObserver((seen) => this.#resize(seen));
  /** The key of the row an element showed when it was last observed. */
  readonly #drawn = new WeakMap<Element, string>();

  constructor(readonly onChange: () => void) {}

  update(options: VirtualOptions<T>): void {
    const before = this.#options;
    const isAnew = before.from !== options.from;
    const isOther = before.items !== options.items;
    if (isOther && !isAnew) this.#reanchor();
    this.#options = options;
    if (isAnew && this.#anchor) this.#due = 'top';
    if (!isOther && before.estimate === options.estimate) return;
    this.#begin();
    const { from, height } = this.#scroller.seen;
    // Not read again: that would force layout of a half-updated page.
    this.#look({ from: this.#due === 'top' ? 0 : from, height });
  }

  /** Applies known heights near the top and the anchor only; other rows are measured when they appear. */
  #begin(): void {
    const { items, keyOf, estimate } = this.#options;
    this.#near = NEAR.first;
    this.#heights = new Heights(items.length, this.#measured.usual ?? estimate);
    const put = (index: number) => {
      const item = items.at(index);
      const height = item === undefined ? undefined : this.#measured.get(keyOf(item));
      if (height !== undefined) this.#heights.set(index, height);
    };
    for (let index = 0; index < Math.min(items.length, TOP); index++) put(index);
    if (!this.#anchor || this.#due) return;
    const index = this.#indexOf(this.#anchor.key, this.#anchor.index);
    if (index < 0) this.#anchor = undefined;
    else {
      for (let near = Math.max(0, index - 50); near < index + 50; near++) put(near);
      this.#anchor.index = index;
      this.#due = 'anchor';
    }
  }

  /** The index of an item, which mostly is where it was. */
  #indexOf(key: string, before: number): number {
    const { items, keyOf } = this.#options;
    const item = items.at(before);
    if (item !== undefined && keyOf(item) === key) return before;
    let index = 0;
    for (const one of items) {
      if (keyOf(one) === key) return index;
      index++;
    }
    return -1;
  }

  /** The indexes of rows that stay rendered out of view. */
  #pinned(): number[] {
    const rows = this.#held ? [this.#held, ...this.#open] : this.#open;
    for (const row of rows) row.index = this.#indexOf(row.key, row.index);
    return rows.map(({ index }) => index).filter((index) => index >= 0);
  }

  get height(): number {
    return this.#heights.total;
  }

  rows(): { index: number; top: number }[] {
    const { first, last } = this.#range;
    const indexes = Array.from({ length: last - first + 1 }, (_, n) => first + n);
    const count = this.#options.items.length;
    return [...new Set([...this.#pinned(), ...indexes])]
      .sort((a, b) => a - b)
      .filter((index) => index < count)
      .map((index) => ({ index, top: this.#heights.top(index) }));
  }

  get list(): HTMLElement | undefined {
    return this.#scroller.list;
  }

  readonly attach = (element: HTMLElement | null): void => {
    this.#scroller.list = element ?? undefined;
  };

  /** Follows scrolling, sizes and the focus until the returned function is called. */
  follow(): () => void {
    const end = new AbortController();
    const { signal } = end;
    const { list } = this.#scroller;
    this.#scroller.follow(this.#options.box !== undefined, signal, (isMoved) => {
      if (isMoved) this.#toAnchor();
      this.#scrolled();
    });
    for (const name of ['focusin', 'dragstart'])
      list?.addEventListener(name, ({ target }) => this.#hold(target), { signal });
    for (const name of ['focusout', 'dragend'])
      list?.addEventListener(name, () => this.#hold(null), { signal });
    return () => {
      end.abort();
      clearTimeout(this.#timer);
      this.#observer.disconnect();
    };
  }

  #hold(target: EventTarget | null): void {
    [this.#held] = target instanceof Element ? this.#rowOf(target) : [];
  }

  /** The row around an element. */
  #rowOf(within: Element): { key: string; index: number }[] {
    const index = Number(within.closest<HTMLElement>('[data-index]')?.dataset.index);
    const item = Number.isNaN(index) ? undefined : this.#options.items.at(index);
    return item === undefined ? [] : [{ key: this.#options.keyOf(item), index }];
  }

  /** After rendering: finds open rows, and does the scrolling that is due. */
  settle(): void {
    for (const row of this.#scroller.list?.children ?? []) this.#observe(row);
    this.#open = [...(this.#scroller.list?.querySelectorAll('[data-open]') ?? [])].flatMap((within) =>
      this.#rowOf(within),
    );
    clearTimeout(this.#timer);
    if (this.#near === NEAR.first) this.#timer = setTimeout(() => this.#widen(), STAYED);
    const due = this.#due;
    this.#due = undefined;
    if (due === 'top') this.#scrollTo(0);
    if (due === 'anchor') this.#toAnchor();
  }

  /** Observes an element again when it shows another row, which may have the same height. */
  #observe(row: Element): void {
    const [{ key } = { key: '' }] = this.#rowOf(row);
    if (this.#drawn.get(row) === key) return;
    this.#drawn.set(row, key);
    this.#observer.observe(row);
  }

  #toAnchor(): void {
    if (this.#anchor) this.#scrollTo(this.#heights.top(this.#anchor.index) + this.#anchor.above);
  }

  #widen(): void {
    this.#near = NEAR.later;
    this.#scrolled();
  }

  #scrollTo(from: number): void {
    if (this.#scroller.scrollTo(from)) this.#scrolled();
  }

  #scrolled(): void {
    const viewport = this.#scroller.viewport();
    this.#anchorAt(viewport.from);
    if (this.#look(viewport)) this.onChange();
  }

  /** Anchors at the current position, in case a scroll event is still pending. */
  #reanchor(): void {
    if (this.#scroller.list && !this.#due) this.#anchorAt(this.#scroller.viewport().from);
  }

  /** Anchors the list at the row at this height. */
  #anchorAt(from: number): void {
    const { items, keyOf } = this.#options;
    const index = this.#heights.at(from);
    const item = items.at(index);
    // At its top a list has no anchor, so that new first rows are seen.
    this.#anchor =
      from > 0 && item !== undefined
        ? { key: keyOf(item), index, above: from - this.#heights.top(index) }
        : undefined;
  }

  /** Updates the range of rows; returns whether it changed. */
  #look({ from, height }: Viewport): boolean {
    const first = this.#heights.at(from - this.#near);
    const last = this.#heights.at(from + height + this.#near);
    if (first === this.#range.first && last === this.#range.last) return false;
    this.#range = { first, last };
    return true;
  }

  #resize(seen: ResizeObserverEntry[]): void {
    const { items, keyOf } = this.#options;
    this.#reanchor();
    let isChanged = false;
    for (const { target, borderBoxSize } of seen) {
      const index = Number(target instanceof HTMLElement && target.dataset.index);
      const item = items.at(index);
      const height = borderBoxSize[0]?.blockSize;
      if (item === undefined || !height || !target.isConnected) continue;
      this.#measured.set(keyOf(item), height);
      if (this.#heights.set(index, height) !== 0) isChanged = true;
    }
    if (!isChanged) return;
    if (this.#anchor) this.#due = 'anchor';
    this.#look(this.#scroller.viewport());
    this.onChange();
  }
}
