/** The visible part of a list: its upper edge and height, in CSS pixels. */
export interface Viewport {
  from: number;
  height: number;
}

/** What a list scrolls in: the page, or a box around it. */
export class Scroller {
  list: HTMLElement | undefined;
  /** The viewport when it was last read. */
  seen: Viewport = { from: 0, height: innerHeight };
  #hasBox = false;
  /** Where the list begins in what scrolls. */
  #margin = 0;

  /** Calls back on scrolling and resizing until the signal; `isMoved`: the list begins somewhere else now. */
  follow(hasBox: boolean, signal: AbortSignal, onLook: (isMoved: boolean) => void): void {
    this.#hasBox = hasBox;
    const look = () => onLook(false);
    const scroller = this.#box ?? window;
    scroller.addEventListener('scroll', look, { passive: true, signal });
    window.addEventListener('resize', look, { signal });
    const { style } = document.body;
    // The list does its own scroll anchoring; that of the browser would add to it.
    if (!hasBox) style.overflowAnchor = 'none';
    // What is above the list may grow at any time.
    const measure = () => {
      look();
      onLook(this.#measureMargin());
    };
    const around = new ResizeObserver(measure);
    around.observe(this.#box ?? document.body);
    const end = () => {
      around.disconnect();
      if (!hasBox) style.overflowAnchor = '';
    };
    signal.addEventListener('abort', end, { once: true });
    measure();
  }

  get #box(): HTMLElement | undefined {
    return this.#hasBox ? (this.list?.parentElement ?? undefined) : undefined;
  }

  #measureMargin(): boolean {
    const before = this.#margin;
    if (!this.#box && this.list) this.#margin = this.list.getBoundingClientRect().top + scrollY;
    return this.#margin !== before;
  }

  /** Reads the viewport; may force layout. */
  viewport(): Viewport {
    const box = this.#box;
    this.seen = box
      ? { from: box.scrollTop, height: box.clientHeight || innerHeight }
      : { from: scrollY - this.#margin, height: innerHeight };
    return this.seen;
  }

  /** Scrolls so that this height of the list is the upper edge; returns whether that moved it. */
  scrollTo(from: number): boolean {
    const now = this.viewport().from;
    if (Math.abs(now - from) < 1) return false;
    (this.#box ?? window).scrollBy({ top: from - now, behavior: 'instant' });
    return true;
  }
}
