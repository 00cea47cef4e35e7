/** The computed style of an element without any styles. */
const PLAIN = {
  position: 'static',
  overflow: 'visible',
  opacity: '1',
  direction: 'ltr',
  clip: 'auto',
  clipPath: 'none',
};

/**
 * Gives everything on the page a box: happy-dom has no layout, and what has no size counts as hidden; it has no top
 * layer either. Returns a function that removes the boxes again.
 */
export function giveLayout(): () => void {
  const box = () => new DOMRect(10, 10, 100, 20);
  const boxes = { getBoundingClientRect: box, getClientRects: () => [box()] };
  const backs = [
    give(Element.prototype, { ...boxes, checkVisibility: () => true }),
    give(Range.prototype, boxes),
    give(HTMLElement.prototype, { showPopover: () => {}, hidePopover: () => {} }),
    give(window, { getComputedStyle: () => PLAIN }),
    give(globalThis, { getComputedStyle: () => PLAIN }),
  ];
  return () => {
    for (const back of backs) back();
  };
}

function give(to: object, what: Record<string, unknown>): () => void {
  const before = Object.keys(what).map((key) => [key, Object.getOwnPropertyDescriptor(to, key)] as const);
  for (const [key, value] of Object.entries(what))
    Object.defineProperty(to, key, { value, configurable: true, writable: true });
  return () => {
    for (const [key, old] of before) {
      if (old) Object.defineProperty(to, key, old);
      else Reflect.deleteProperty(to, key);
    }
  };
}
