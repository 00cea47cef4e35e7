import { keyOf } from '../../components/key-of';

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
  #isEdited = false;
  /** The key that is down in our controls. */
  #key = '';
  #isAway = false;
  #isReturning = false;
  #address = '';

  /** Whether an event on one of our elements is the reader's. A script edits and copies by commands. */
  isReaders({ type, isTrusted }: Event, isScripted: boolean): boolean {
    if (!isTrusted) return false;
    if (/^(cut|copy)$/.test(type)) return !isScripted || this.#key !== '';
    // Before what a command writes the browser tells nothing.
    return type !== 'input' || this.#isEdited;
  }

  /** An event on one of our elements, after it was given to them. */
  follow(event: Event, root: ShadowRoot, isScripted: boolean): void {
    const { type } = event;
    const active = root.activeElement;
    if (type === 'blur') this.#lost(event as FocusEvent, isScripted);
    if (type === 'keydown') this.#key = (event as KeyboardEvent).key;
    if (type === 'keyup') this.#key = '';
    if (!(active instanceof HTMLElement)) return;
    this.held = active;
    this.#isAway = false;
    this.#address = location.href;
    if (!(active instanceof HTMLInputElement)) return;
    if (type === 'input' && !this.#isEdited) active.value = this.#value;
    if (/input$/.test(type)) this.#isEdited = type === 'beforeinput';
    this.#value = active.value;
  }

  /** Whether an event on the page is, or comes from, a theft of the focus; then it has been given back. */
  isTheft(event: Event, root: ShadowRoot, isScripted: boolean): boolean {
    const { type, target } = event;
    if (!this.held || root.activeElement || !(target instanceof Node)) return false;
    if (/^(pointerdown|mousedown|touchstart|click)$/.test(type) || isTab(event)) this.held = null;
    else if (/^focus/.test(type)) {
      if (isScripted || this.#isAway || this.#hasMoved()) this.#back();
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

  #lost(event: FocusEvent, isScripted: boolean): void {
    if (!document.hasFocus()) this.#isAway = true;
    else if (this.#key === 'Tab') this.held = null;
    else if (isScripted) this.#back();
    else if (document.querySelector('iframe:hover')) this.held = null;
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
  return event instanceof KeyboardEvent && keyOf(event) === 'Tab';
}
