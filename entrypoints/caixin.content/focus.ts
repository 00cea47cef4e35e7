import { keyOf } from '../../components/ui/key-of';

/**
 * Keeps the keyboard where the reader put it. While one of our elements has the focus, only the reader takes it away: with
 * Tab, with the pointer, with an aid that sets the focus, with another window. A script of the page does not.
 */
class Focus {
  /** Our element that has the focus, or had it when something of the page took it. */
  held: HTMLElement | null = null;
  /** What stands in it, if it is a field, and whether the browser has announced that it changes. */
  #value = '';
  #isEdited = false;
  /** The key that is down in our controls. */
  #key = '';
  /** Where the page was when our element got the focus; nothing while the reader is in another window. */
  #address = '';
  #isReturning = false;

  /** Whether an event on one of our elements is the reader's. A script edits and copies by commands. */
  isReaders(event: Event, isScripted: boolean): boolean {
    const isCopied = /^(cut|copy)$/.test(event.type) && isScripted && !this.#key;
    return event.isTrusted && !isCopied && !this.#isCommand(event);
  }

  /** A trusted event on one of our elements, after it was given to them. */
  follow(event: Event, root: ShadowRoot, isScripted: boolean): void {
    const { type } = event;
    const { activeElement: active } = root;
    // The casts: events of these types are of these kinds.
    if (type === 'blur') this.#lost(event as FocusEvent, root, isScripted);
    if (/^(keydown|keyup|focus)/.test(type))
      this.#key = type === 'keydown' ? keyOf(event as KeyboardEvent) : '';
    if (!(active instanceof HTMLElement)) return;
    this.held = active;
    this.#address = location.href;
    if (!(active instanceof HTMLInputElement)) return;
    if (this.#isCommand(event)) active.value = this.#value;
    if (/input$/.test(type)) this.#isEdited = type !== 'input';
    this.#value = active.value;
  }

  /** Whether a trusted event on the page comes of a theft of the focus; then it was given back. */
  isTheft(event: Event, root: ShadowRoot, isScripted: boolean): boolean {
    const { type, target } = event;
    if (!this.held) return false;
    const isWindow = !(target instanceof Node);
    // Browsers tell less of the way into a frame. The cast: as above.
    if (type === 'blur' && (isWindow || !root.activeElement))
      this.#lost(event as FocusEvent, root, isScripted);
    if (isWindow || root.activeElement) return false;
    const isFocus = type.startsWith('focus');
    const isReaders = isFocus
      ? !isScripted && !this.#hasMoved()
      : /^(pointerdown|mousedown|touchstart|click)$/.test(type) ||
        ('key' in event && keyOf(event as KeyboardEvent) === 'Tab');
    if (isReaders) this.held = null;
    // Other keys are the page's: a reader can always scroll.
    const isLetter =
      'key' in event
        ? /^.?$/u.test(keyOf(event as KeyboardEvent))
        : /^(composition|text|paste)|input$/.test(type);
    if (!isFocus && !isLetter) return false;
    this.back();
    // Where the focus could not be given back, what it would have written goes nowhere.
    if (this.held && !root.activeElement) event.preventDefault();
    return this.held !== null;
  }

  /** Gives the focus to the element of ours that had it. */
  back(): void {
    // We took it away or hid it ourselves.
    if (!this.held?.closest('.own') || this.held.closest('[hidden]')) this.held = null;
    if (this.#isReturning) return;
    this.#isReturning = true;
    this.held?.focus({ preventScroll: true });
    this.#isReturning = false;
  }

  /** What a command writes is announced by no event before. What an aid puts into a field is of no `inputType`. */
  #isCommand(event: Event): boolean {
    return event.type === 'input' && 'inputType' in event && !this.#isEdited;
  }

  #lost({ relatedTarget }: FocusEvent, root: ShadowRoot, isScripted: boolean): void {
    // Where a frame is to get it, browsers go on with that after it was given back here (seen in Chromium 156, Firefox 153).
    const check = () => {
      const { activeElement } = root;
      if (!this.held || !document.hasFocus() || (activeElement && activeElement !== this.held)) return;
      // In Chromium the frame has the keys while our element is the active one.
      if (!import.meta.env.FIREFOX) window.focus();
      this.back();
    };
    queueMicrotask(check);
    setTimeout(check);
    // A click into a frame is told to the frame alone.
    if (!isScripted && document.querySelector('iframe:hover')) this.held = null;
    if (!document.hasFocus()) {
      this.#address = '';
      return;
    }
    const isPages = isScripted || !relatedTarget || this.#hasMoved();
    if (this.#key === 'Tab' || !isPages) this.held = null;
    this.back();
  }

  /** The page went to another place in itself, which takes the focus along. */
  #hasMoved(): boolean {
    return location.href !== this.#address;
  }
}

/** The one keyboard of this page. */
export const focus = new Focus();
