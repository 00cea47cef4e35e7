/** Where the upper edge of what is in sight stands in a list, and how high it is; in CSS pixels. */
export interface Sight {
  from: number;
  height: number;
}

/** What a list scrolls in: the page, or a box around it. */
export class Scroller {
  list: HTMLElement | undefined;
  /** What was in sight when it was last asked. */
  seen: Sight = { from: 0, height: innerHeight };
  #hasBox = false;
  /** How far below the top of what scrolls the list begins. */
  #margin = 0;

  /** Tells of scrolling and of sizes until it is stopped; `isMoved`: the list begins somewhere else now. */
  follow(hasBox: boolean, signal: AbortSignal, onLook: (isMoved: boolean) => void): void {
    this.#hasBox = hasBox;
    const look = () => onLook(false);
    const scroller = this.#box ?? window;
    scroller.addEventListener('scroll', look, { passive: true, signal });
    window.addEventListener('resize', look, { signal });
    const { style } = document.body;
    // The list keeps what is in sight where it is: the browser would do it once more.
    if (!hasBox) style.overflowAnchor = 'none';
    // What stands above the list may grow at any time.
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

  /** Lays the page out where that is due. */
  sight(): Sight {
    const box = this.#box;
    this.seen = box
      ? { from: box.scrollTop, height: box.clientHeight || innerHeight }
      : { from: scrollY - this.#margin, height: innerHeight };
    return this.seen;
  }

  /** Scrolls to where this height of the list is the upper edge; whether that was somewhere else. */
  scrollTo(from: number): boolean {
    const now = this.sight().from;
    if (Math.abs(now - from) < 1) return false;
    (this.#box ?? window).scrollBy({ top: from - now, behavior: 'instant' });
    return true;
  }
}
