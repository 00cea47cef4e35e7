/** Event types without a handler attribute; touch has one only on touch screens. */
const NAMELESS = `focusin focusout compositionstart compositionupdate compositionend textInput touchstart touchmove touchend touchcancel DOMActivate DOMFocusIn DOMFocusOut${
  import.meta.env.FIREFOX ? ' DOMMouseScroll MozMousePixelScroll' : ''
}`;

/** Every type of event that the browser may send to an element. */
export function eventTypes(): string[] {
  const types = NAMELESS.split(' ');
  for (const name in HTMLElement.prototype) if (/^on/.test(name)) types.push(name.slice(2));
  return types;
}
