/** What brings letters, or is about to. */
const LETTERS = /^(key|composition|text|paste)|input$/;

/**
 * Keeps the keyboard where the reader put it. While one of our elements has the focus, only the reader takes it away: with
 * Tab, with the pointer, with an aid that sets the focus, with another window. A script of the page does not.
 */
class Focus {
  /** Our element that has the focus, or had it when something of the page took it. */
  held: HTMLElement | null = null;
  /** What stands in it. */
  #value = '';
  #isLeaving = false;
  #isAway = false;
  #isReturning = false;
  #address = '';

  /** An event on one of our elements; `isPages` where a script of the page caused it. */
  follow(event: Event, root: ShadowRoot, isPages: boolean): void {
    const { type } = event;
    if (type === 'blur') {
      this.#lost(event as FocusEvent, isPages);
      return;
    }
    const active = root.activeElement;
    if (!(active instanceof HTMLElement)) return;
    this.held = active;
    this.#isAway = false;
    this.#address = location.href;
    if (active instanceof HTMLInputElement) {
      // A page can edit the field that has the focus by a command.
      if (isPages && type === 'input') active.value = this.#value;
      this.#value = active.value;
    }
    if (type.startsWith('key')) this.#isLeaving = type === 'keydown' && isTab(event);
  }

  /** Whether an event on the page is, or comes from, a theft of the focus; then it has been given back. */
  isTheft(event: Event, root: ShadowRoot, isPages: boolean): boolean {
    const { type, target } = event;
    if (!this.held || root.activeElement || !(target instanceof Node)) return false;
    if (/^(pointerdown|mousedown|touchstart|click)$/.test(type) || isTab(event)) this.held = null;
    else if (/^focus/.test(type)) {
      if (isPages || this.#isAway || this.#hasMoved()) this.#back();
      else this.held = null;
    } else if (LETTERS.test(type)) {
      this.#back();
      // What it would have written goes nowhere, where the focus could not be given back.
      if (this.held && !root.activeElement) event.preventDefault();
    } else return false;
    return this.held !== null;
  }

  /** Our elements were taken out and are there again. */
  again(): void {
    this.held?.blur();
    this.#back();
  }

  #lost(event: FocusEvent, isPages: boolean): void {
    if (!document.hasFocus()) this.#isAway = true;
    else if (isPages) this.#back();
    else if (this.#isLeaving || document.querySelector('iframe:hover')) this.held = null;
    else if (!event.relatedTarget || this.#hasMoved()) this.#back();
    else this.held = null;
  }

  /** The page went to another place in itself, which takes the focus along. */
  #hasMoved(): boolean {
    return location.href !== this.#address;
  }

  #back(): void {
    if (!this.held?.checkVisibility()) this.held = null;
    if (this.#isReturning) return;
    this.#isReturning = true;
    this.held?.focus({ preventScroll: true });
    this.#isReturning = false;
  }
}

/** The one keyboard of this page. */
export const focus = new Focus();

function isTab(event: Event): boolean {
  return event instanceof KeyboardEvent && event.key === 'Tab';
}
