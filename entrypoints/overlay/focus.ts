import { keyOf } from '../../components/ui/key-of';

/**
 * Keeps the focus where the reader put it. Only the reader can take it from one of our elements: with Tab, the pointer, an
 * assistive tool, or by going to another window. A script of the page cannot.
 */
class Focus {
  /** Our element that has the focus, or had it when the page took it. */
  held: HTMLElement | null = null;
  /** Its value if it is a field, and whether the browser has announced a change. */
  #value = '';
  #isEdited = false;
  /** The key that is down in our controls. */
  #key = '';
  /** The address when our element got the focus; empty while the reader is in another window. */
  #address = '';
  #isReturning = false;

  /** Whether an event on one of our elements comes from the reader, not from a script's editing or copy command. */
  isReaders(event: Event, isScripted: boolean): boolean {
    const isCopied = /^(cut|copy)$/.test(event.type) && isScripted && !this.#key;
    return event.isTrusted && !isCopied && !this.#isCommand(event);
  }

  /** Called for each trusted event on our elements, after it was delivered. */
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

  /** Whether a trusted event on the page comes from a stolen focus; then the focus was given back. */
  isTheft(event: Event, root: ShadowRoot, isScripted: boolean): boolean {
    const { type, target } = event;
    if (!this.held) return false;
    const isWindow = !(target instanceof Node);
    // Browsers report less when a frame takes the focus. The cast: as above.
    if (type === 'blur' && (isWindow || !root.activeElement))
      this.#lost(event as FocusEvent, root, isScripted);
    if (isWindow || root.activeElement) return false;
    const isFocus = type.startsWith('focus');
    const isReaders = isFocus
      ? !isScripted && !this.#hasMoved()
      : /^(pointerdown|mousedown|touchstart|click)$/.test(type) ||
        ('key' in event && keyOf(event as KeyboardEvent) === 'Tab');
    if (isReaders) this.held = null;
    // Other keys go to the page: a reader can always scroll.
    const isLetter =
      'key' in event
        ? /^.?$/u.test(keyOf(event as KeyboardEvent))
        : /^(composition|text|paste)|input$/.test(type);
    if (!isFocus && !isLetter) return false;
    this.back();
    // If the focus could not be given back, the typed text goes nowhere.
    if (this.held && !root.activeElement) event.preventDefault();
    return this.held !== null;
  }

  /** Gives the focus to the element of ours that had it. */
  back(): void {
    // We removed or hid it ourselves.
    if (!this.held?.closest('.own') || this.held.closest('[hidden]')) this.held = null;
    if (this.#isReturning) return;
    this.#isReturning = true;
    this.held?.focus({ preventScroll: true });
    this.#isReturning = false;
  }

  /** Whether an editing command caused it: no event precedes it. Input by assistive tools has no `inputType`. */
  #isCommand(event: Event): boolean {
    return event.type === 'input' && 'inputType' in event && !this.#isEdited;
  }

  #lost({ relatedTarget }: FocusEvent, root: ShadowRoot, isScripted: boolean): void {
    // If a frame takes the focus, browsers continue with that after it was given back (seen in Chromium 156, Firefox 153).
    const check = () => {
      const { activeElement } = root;
      if (!this.held || !document.hasFocus() || (activeElement && activeElement !== this.held)) return;
      // In Chromium the frame gets the keys even while our element is active.
      if (!import.meta.env.FIREFOX) window.focus();
      this.back();
    };
    queueMicrotask(check);
    setTimeout(check);
    // A click into a frame is reported to the frame only.
    if (!isScripted && document.querySelector('iframe:hover')) this.held = null;
    if (!document.hasFocus()) {
      this.#address = '';
      return;
    }
    const isPages = isScripted || !relatedTarget || this.#hasMoved();
    if (this.#key === 'Tab' || !isPages) this.held = null;
    this.back();
  }

  /** Whether the page navigated within itself, which moves the focus. */
  #hasMoved(): boolean {
    return location.href !== this.#address;
  }
}

/** The focus guard of this page. */
export const focus = new Focus();
