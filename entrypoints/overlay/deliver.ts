import { eventTypes } from '../caixin.content/event-types';
import { focus } from './focus';

interface Roots {
  host: Element;
  root: ShadowRoot;
}

/** Frequent events that our controls do not need. */
const IDLE = /move|over|out$|enter|leave|wheel|raw/;

/** Copies delivered inside the root: the only scripted events accepted there. */
const copies = new WeakSet<Event>();

let isActing = false;

/**
 * Takes an event of any kind, before the page gets it. Those on our controls are kept from the page, which neither sees them
 * nor can stop them; those caused by the reader are delivered to them. Whatever a script of the page caused is dropped,
 * trusted or not: its own events, a focus, an editing command.
 */
export function take(event: Event, own: Roots, isScripted: boolean): void {
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
}

/** Whether an event concerns our controls. A selection in our field is also reported to the document. */
function isOf(event: Event, { host, root }: Roots): boolean {
  if (event.target === host || (event.type === 'selectionchange' && root.activeElement)) return true;
  // A touch on our element enters its ancestors, too.
  if (event instanceof MouseEvent && /enter|leave/.test(event.type))
    return document.elementFromPoint(event.clientX, event.clientY) === host;
  // When the window loses the focus, Firefox exposes our element to the page (seen in 153).
  return (
    import.meta.env.FIREFOX &&
    root.contains((event as { explicitOriginalTarget?: Node }).explicitOriginalTarget ?? null)
  );
}

/** In Firefox a focused field moves the page's selection into our root, where the page could find it (seen in 153). */
function unselect(root: ShadowRoot): void {
  const selection = getSelection();
  if (root.contains(selection?.anchorNode ?? null)) selection?.removeAllRanges();
}

/** Stops all events in the root that are neither trusted nor our copies. */
export function guard(root: ShadowRoot): void {
  const drop = (event: Event) => {
    if (!event.isTrusted && !copies.has(event)) event.stopImmediatePropagation();
  };
  for (const type of eventTypes()) root.addEventListener(type, drop, { capture: true, passive: true });
}

/** Wraps an action so that it runs only while an event of the reader is being delivered. */
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

/** The element an event is for: a closed root does not reveal it, so it is found by pointer or focus. */
function targetOf(event: Event, root: ShadowRoot): Element | null {
  const isPointed = event instanceof MouseEvent && (event.detail > 0 || event.type !== 'click');
  const pointed = isPointed ? root.elementFromPoint(event.clientX, event.clientY) : null;
  return pointed ?? root.activeElement;
}

/**
 * Copies an event for delivery inside the root, which it does not leave. A plain `Event` with all fields of the original:
 * Firefox lets key events out of the root even if they are not composed (seen in 153).
 */
function copyOf(event: Event): Event {
  const copy = new Event(event.type, { bubbles: true, cancelable: event.cancelable });
  for (const name in event) {
    // The cast: `name` is a key of the event.
    if (!(name in copy)) Object.defineProperty(copy, name, { value: event[name as keyof Event] });
  }
  return copy;
}
