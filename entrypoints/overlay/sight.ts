import { overlap } from '../caixin.content/boxes';
import type { PageActs } from '../caixin.content/page-acts';
import { raise } from './overlay';

/** How long a control must have been uncovered before it can be used, in milliseconds. */
const STILL = 300;

/** Longest a press waits for the browser to report visibility, in milliseconds. */
const PATIENCE = 1000;

/** A second press so soon and so near was meant for what was there at the first: milliseconds, pixels. */
const SOON = 500;
const NEAR = 8;

/** Size of the bar's shadow, in pixels: the browser counts what it falls on as covered. */
const SHADOW = 24;

/** Narrowest window in which the bar can be read, in pixels. */
const NARROWEST = 200;

/** Whether the browser reports covered elements (version 2 of the observer: only Chromium). */
const TELLS = 'isVisible' in IntersectionObserverEntry.prototype;

interface Sighting {
  /** Whether nothing of the page covers it; undefined if it is outside the window, or under another part of ours. */
  clear: boolean | undefined;
  /** When it was last known to be covered, and when this was reported, by `performance.now()`. */
  covered: number;
  at: number;
}

/** The types do not know it yet. */
type Entry = IntersectionObserverEntry & { isVisible?: boolean };

/**
 * Checks that the reader really sees our controls. A page could cover them with something that lets clicks through: such
 * clicks are refused.
 */
export class Sight {
  readonly #sightings = new WeakMap<Element, Sighting>();
  readonly #observer = new IntersectionObserver((entries) => this.#record(entries), {
    threshold: 0.5,
    ...{ trackVisibility: true, delay: 100 },
  });
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly host: () => HTMLElement | undefined,
    private readonly acts: PageActs,
    private readonly refuse: () => void,
    signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => this.#observer.disconnect());
  }

  /** Starts observing the visibility of one of our elements. */
  watch(element: Element): void {
    this.#observer.observe(element);
  }

  raise(): void {
    const host = this.host();
    if (!host) return;
    raise(host);
    this.acts.isNewer = false;
  }

  /** Acts once it is certain that one of our elements is visible, in the order of the reader's presses. */
  sure(element: Element, act: () => void): void {
    const turn = this.#turn.then(() => this.#isClear(element));
    this.#turn = turn;
    void turn.then((clear) => (clear ? act() : this.#refuse()));
  }

  /** Stops the second half of a double click that began on the page, before a control appeared there. */
  stopSecond(event: MouseEvent): void {
    const { x, y, at } = this.acts.press;
    const isNear = Math.hypot(event.clientX - x, event.clientY - y) < NEAR;
    if (event.detail === 0 || !isNear || performance.now() - at > SOON) return;
    event.stopImmediatePropagation();
    this.#refuse();
  }

  #refuse(): void {
    this.raise();
    this.refuse();
  }

  async #isClear(element: Element): Promise<boolean> {
    if (innerWidth < NARROWEST) return false;
    this.#record(this.#observer.takeRecords());
    const pressed = performance.now();
    // What is known may be outdated: observed again.
    this.#observer.unobserve(element);
    this.#observer.observe(element);
    const isFresh = () => (this.#sightings.get(element)?.at ?? 0) >= pressed;
    // A page that renders no frames gets no report: then the last known state counts.
    while (!isFresh() && performance.now() < pressed + PATIENCE) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      this.#record(this.#observer.takeRecords());
    }
    const { clear, covered = 0 } = this.#sightings.get(element) ?? {};
    // For a control outside the window or under the bar, the bar is checked instead.
    const bar = clear === undefined && rootOf(element).querySelector('.bar');
    if (bar && bar !== element) return this.#isClear(bar);
    return clear === true && pressed - covered > STILL && (TELLS || this.#isOnTop());
  }

  #record(entries: Entry[]): void {
    const now = performance.now();
    for (const { target, isIntersecting, isVisible = true } of entries) {
      const before = this.#sightings.get(target);
      const covered = before?.clear === false ? now : (before?.covered ?? -STILL);
      const isKnown = isIntersecting && (isVisible || !isUnderBar(target));
      this.#sightings.set(target, { clear: isKnown ? isVisible : undefined, covered, at: now });
      // Whatever the reader has just opened stays above.
      if (isVisible || !isKnown || navigator.userActivation.isActive) continue;
      this.raise();
    }
  }

  /** For browsers that do not report covered elements: whether nothing of the page can be above. */
  #isOnTop(): boolean {
    return (
      this.host()?.matches(':popover-open') === true &&
      !document.fullscreenElement &&
      !document.activeViewTransition &&
      // One of them is the host.
      !(this.acts.isNewer && document.querySelectorAll(':popover-open').length > 1) &&
      !isOpenInRoot(document, this.host())
    );
  }
}

/**
 * Whether the page has a popover open inside a shadow root, as its order relative to ours is unknown.
 * `openOrClosedShadowRoot`: Firefox gives it to extensions (MDN, "Element: openOrClosedShadowRoot property").
 */
function isOpenInRoot(tree: ParentNode, host: HTMLElement | undefined): boolean {
  const all: (Element & { openOrClosedShadowRoot?: ShadowRoot | null })[] = [...tree.querySelectorAll('*')];
  return all.some((one) => {
    const root = one !== host && one.openOrClosedShadowRoot;
    return root && (root.querySelector(':popover-open') !== null || isOpenInRoot(root, host));
  });
}

/** Whether the bar, or something it has open, covers a control. */
function isUnderBar(element: Element): boolean {
  if (!element.matches('.control')) return false;
  const box = element.getBoundingClientRect();
  const parts = [...rootOf(element).querySelectorAll('.bar,.said,.select,.tag-field-list')];
  return parts.some((part) => overlap(part.getBoundingClientRect(), box, -SHADOW));
}

function rootOf(element: Element): ShadowRoot {
  // The cast: all our elements are in the one shadow root.
  return element.getRootNode() as ShadowRoot;
}
