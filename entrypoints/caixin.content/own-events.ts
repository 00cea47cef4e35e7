import { focus } from './focus';

/** What of ours stands on the page. */
export interface Own {
  host: Element;
  root: ShadowRoot;
}

/** Types that have no handler attribute to be known by; touch has one only where there is a touch screen. */
const NAMELESS = `focusin focusout compositionstart compositionupdate compositionend textInput touchstart touchmove touchend touchcancel DOMActivate DOMFocusIn DOMFocusOut${
  import.meta.env.FIREFOX ? ' DOMMouseScroll MozMousePixelScroll' : ''
}`;

/** What comes many times a second and is nothing to our controls. */
const IDLE = /move|over|out$|enter|leave|wheel|raw/;

/** Copies given to the inside: the only events made by a script that count there. */
const copies = new WeakSet<Event>();

let isActing = false;

/** Every type of event that the browser may send to an element. */
function eventTypes(): string[] {
  const types = NAMELESS.split(' ');
  for (const name in HTMLElement.prototype) if (/^on/.test(name)) types.push(name.slice(2));
  return types;
}

/**
 * Takes all events on our own controls away from the page and gives those that are the reader's to the controls. Registered
 * on the window at document start, before any script of the page: it neither hears of what is done in our controls nor can
 * stop it. What a script of the page brought about is dropped, trusted or not: its own events, a focus, a command that edits.
 */
export function takeOwnEvents(find: () => Own | undefined, signal: AbortSignal): void {
  let isScripted = false;
  // Between two listeners the browser does what waits (microtasks), unless a script is running that caused the event.
  const sense = () => {
    isScripted = true;
    queueMicrotask(() => {
      isScripted = false;
    });
  };
  const take = (event: Event) => {
    const own = find();
    if (!own) return;
    const isPages = isScripted && !isActing;
    if (!isOf(event, own)) {
      if (event.isTrusted && focus.isTheft(event, own.root, isPages)) event.stopImmediatePropagation();
      return;
    }
    event.stopImmediatePropagation();
    if (focus.isReaders(event, isPages)) give(event, own.root, focus.held);
    else event.preventDefault();
    if (event.isTrusted) focus.follow(event, own.root, isPages);
    if (import.meta.env.FIREFOX) unselect(own.root);
  };
  for (const type of eventTypes()) {
    const passive = /wheel|touch/i.test(type);
    window.addEventListener(type, sense, { capture: true, passive, signal });
    window.addEventListener(type, take, { capture: true, passive, signal });
  }
}

/** Whether an event tells of our controls. What is selected in a field of ours is told to the document as well. */
function isOf(event: Event, { host, root }: Own): boolean {
  if (event.target === host || (event.type === 'selectionchange' && root.activeElement)) return true;
  // A finger on ours enters all that ours stands in, too.
  if (event instanceof MouseEvent && /enter|leave/.test(event.type))
    return document.elementFromPoint(event.clientX, event.clientY) === host;
  // Firefox names the very element, to pages too, where the window loses the focus (seen in 153).
  return (
    import.meta.env.FIREFOX &&
    root.contains((event as { explicitOriginalTarget?: Node }).explicitOriginalTarget ?? null)
  );
}

/** A field that gets the focus takes the page's selection along in Firefox, to where the page would find it (seen in 153). */
function unselect(root: ShadowRoot): void {
  const selection = getSelection();
  if (root.contains(selection?.anchorNode ?? null)) selection?.removeAllRanges();
}

/** From now on nothing in the root hears an event that is neither the browser's own nor one of our copies. */
export function guard(root: ShadowRoot): void {
  const drop = (event: Event) => {
    if (!event.isTrusted && !copies.has(event)) event.stopImmediatePropagation();
  };
  for (const type of eventTypes()) root.addEventListener(type, drop, { capture: true, passive: true });
}

/** The same act, done only while one of the reader's own events is given to the inside. */
export function byReader<A extends unknown[]>(act: (...args: A) => void): (...args: A) => void {
  return (...args) => {
    if (isActing) act(...args);
  };
}

function give(event: Event, root: ShadowRoot, held: Element | null): void {
  if (IDLE.test(event.type)) return;
  const copy = copyOf(event);
  copies.add(copy);
  isActing = true;
  (targetOf(event, root) ?? held)?.dispatchEvent(copy);
  isActing = false;
  if (copy.defaultPrevented) event.preventDefault();
}

/** A closed root does not say which of its elements an event is for: the pointer or the focus does. */
function targetOf(event: Event, root: ShadowRoot): Element | null {
  const isPointed = event instanceof MouseEvent && (event.detail > 0 || event.type !== 'click');
  const pointed = isPointed ? root.elementFromPoint(event.clientX, event.clientY) : null;
  return pointed ?? root.activeElement;
}

/**
 * The same event once more, for the inside: it does not leave the root. A plain event with all the fields of the other:
 * Firefox lets copies of key events out of the root even where they are not composed (seen in 153).
 */
function copyOf(event: Event): Event {
  const copy = new Event(event.type, { bubbles: true, cancelable: event.cancelable });
  for (const name in event) {
    // The cast: `name` is one of its own.
    if (!(name in copy)) Object.defineProperty(copy, name, { value: event[name as keyof Event] });
  }
  return copy;
}
