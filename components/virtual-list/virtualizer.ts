import type { List } from '../../utils/runtime/lazy-list';
import { Heights, MeasuredHeights } from './heights';
import { Scroller, type Sight } from './scroller';

export interface VirtualOptions<T> {
  items: List<T>;
  /** The same for the same item, different for any other. */
  keyOf(item: T): string;
  /** The list begins anew at its top when this changes. */
  from?: unknown;
  /** Height of most rows before any was measured, in CSS pixels. */
  estimate: number;
  /** Where the list scrolls in a box around it; with the page where left out. */
  box?: string | undefined;
}

/** How much above and below what is in sight is made too, in CSS pixels: nothing at first, more once it stays. */
const NEAR = { first: 0, later: 500 };

/** How long the items have to stay for that, in milliseconds: while a word is typed they do not. */
const STAYED = 150;

/** Rows at the top of a list whose heights are looked up at once. */
const TOP = 300;

/**
 * Which rows of a long list are made, and where they stand. Whatever grows or goes above what is in sight, the first row in
 * sight stays where it is. Nothing here costs more for a longer list but finding one row again after the items changed.
 */
export class Virtualizer<T> {
  #options: VirtualOptions<T> = { items: [], keyOf: () => '', estimate: 1 };
  #heights = new Heights(0, 1);
  /** What rows of these keys were measured. */
  readonly #measured = new MeasuredHeights();
  readonly #scroller = new Scroller();
  #range = { first: 0, last: 0 };
  #near = NEAR.first;
  /** The first row in sight, while the list is scrolled, and how far above the edge it begins. */
  #anchor: { key: string; index: number; above: number } | undefined;
  /** The row that has the focus, or is dragged: it stays though it is out of sight. */
  #held: { key: string; index: number } | undefined;
  /** Rows that stay because something is open in them. */
  #open: { key: string; index: number }[] = [];
  /** Scrolling that is due once the rows stand where they belong. */
  #due: 'top' | 'anchor' | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #observer = new ResizeObserver((seen) => this.#resize(seen));
  /** Whose row an element was when it was measured last. */
  readonly #drawn = new WeakMap<Element, string>();

  constructor(readonly onChange: () => void) {}

  update(options: VirtualOptions<T>): void {
    const before = this.#options;
    const isAnew = before.from !== options.from;
    const isOther = before.items !== options.items;
    if (isOther && !isAnew) this.#note();
    this.#options = options;
    if (isAnew && this.#anchor) this.#due = 'top';
    if (!isOther && before.estimate === options.estimate) return;
    this.#begin();
    const { from, height } = this.#scroller.seen;
    // Not asked anew: a page that is half changed would be laid out as it never will be.
    this.#look({ from: this.#due === 'top' ? 0 : from, height });
  }

  /** The rows that are known to differ are few, and near the top or in sight: the others are measured when they come. */
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

  /** Most often an item is where it was. */
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

  /** Where the rows stand that stay though they are out of sight. */
  #kept(): number[] {
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
    return [...new Set([...this.#kept(), ...indexes])]
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

  /** Follows scrolling, sizes and the focus, until the list goes. */
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

  /** Once the rows stand where they belong: sees which are open, and scrolls where that is due. */
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

  /** Another row in the same element is measured, though it be as high as the one before. */
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
    const sight = this.#scroller.sight();
    this.#anchorAt(sight.from);
    if (this.#look(sight)) this.onChange();
  }

  /** Scrolled a moment ago, and not told of it yet: what is in sight now is what stays there, whatever changes next. */
  #note(): void {
    if (this.#scroller.list && !this.#due) this.#anchorAt(this.#scroller.sight().from);
  }

  /** Anchors the list at the row that stands at this height. */
  #anchorAt(from: number): void {
    const { items, keyOf } = this.#options;
    const index = this.#heights.at(from);
    const item = items.at(index);
    // At its top a list is not held: what comes first is seen.
    this.#anchor =
      from > 0 && item !== undefined
        ? { key: keyOf(item), index, above: from - this.#heights.top(index) }
        : undefined;
  }

  /** Whether other rows are to be made than were. */
  #look({ from, height }: Sight): boolean {
    const first = this.#heights.at(from - this.#near);
    const last = this.#heights.at(from + height + this.#near);
    if (first === this.#range.first && last === this.#range.last) return false;
    this.#range = { first, last };
    return true;
  }

  #resize(seen: ResizeObserverEntry[]): void {
    const { items, keyOf } = this.#options;
    this.#note();
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
    this.#look(this.#scroller.sight());
    this.onChange();
  }
}
