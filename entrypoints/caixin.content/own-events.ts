/** Events a page may listen for and stop before they reach us. */
const TYPES = [
  'click',
  'dblclick',
  'contextmenu',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchstart',
  'touchend',
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'change',
  'paste',
  'compositionstart',
  'compositionend',
] as const;

/**
 * Takes events on our own controls away from the page and gives them to the controls. Registered on the window at
 * document start, before any script of the page: the page neither sees what is typed into our fields nor can stop a
 * click on our buttons. Only what the reader did counts: a page's own synthetic events are dropped.
 */
export function takeOwnEvents(
  find: () => { host: Element; root: ShadowRoot } | undefined,
  signal: AbortSignal,
): void {
  const take = (event: Event) => {
    const own = find();
    if (!own || event.target !== own.host) return;
    event.stopImmediatePropagation();
    if (!event.isTrusted) return;
    const copy = copyOf(event);
    targetOf(event, own.root)?.dispatchEvent(copy);
    if (copy.defaultPrevented) event.preventDefault();
  };
  for (const type of TYPES) window.addEventListener(type, take, { capture: true, signal });
}

/** A closed root does not say which of its elements an event is for: the pointer or the focus does. */
function targetOf(event: Event, root: ShadowRoot): Element | null {
  const isPointed = event instanceof MouseEvent && (event.detail > 0 || event.type !== 'click');
  const pointed = isPointed ? root.elementFromPoint(event.clientX, event.clientY) : null;
  return pointed ?? root.activeElement;
}

/** The same event once more, for the inside: it does not leave the root. */
function copyOf(event: Event): Event {
  const settings = { bubbles: true, cancelable: event.cancelable, composed: false };
  if (event instanceof PointerEvent)
    return new PointerEvent(event.type, { ...mouse(event), ...settings, pointerId: event.pointerId });
  if (event instanceof MouseEvent) return new MouseEvent(event.type, { ...mouse(event), ...settings });
  if (event instanceof KeyboardEvent) {
    const { key, code, keyCode, repeat, isComposing, shiftKey, ctrlKey, altKey, metaKey } = event;
    // Not a KeyboardEvent: Firefox lets those out of the root even where they are not composed (seen in 153).
    const copy = new Event(event.type, settings);
    return Object.assign(copy, {
      key,
      code,
      keyCode,
      repeat,
      isComposing,
      shiftKey,
      ctrlKey,
      altKey,
      metaKey,
    });
  }
  if (event instanceof InputEvent) {
    const { data, inputType, isComposing } = event;
    return new InputEvent(event.type, { data, inputType, isComposing, ...settings });
  }
  return new Event(event.type, settings);
}

function mouse({
  clientX,
  clientY,
  button,
  buttons,
  detail,
  shiftKey,
  ctrlKey,
  altKey,
  metaKey,
}: MouseEvent) {
  return { clientX, clientY, button, buttons, detail, shiftKey, ctrlKey, altKey, metaKey };
}
