import { element } from '../../components/tag-field/element';

/**
 * Hides our text from text search. In Firefox `window.find` searches closed roots too, and the selection then exposes the
 * node, and through it the root, to the page (web-platform-tests/wpt#47024; seen in 153). So the visible text is drawn by a
 * style, and the text itself is in an element that is not shown.
 */
export function cloak(root: ShadowRoot, own: Element): void {
  root.append(element('style', {}, 'data::before{content:attr(value)}data>data{display:none}'));
  const observer = new MutationObserver(() => cover());
  const cover = () => {
    const walker = document.createTreeWalker(own, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    // The cast: the walker shows only text.
    while (walker.nextNode()) found.push(walker.currentNode as Text);
    for (const text of found) wrap(text);
  };
  observer.observe(own, { childList: true, characterData: true, subtree: true });
  cover();
}

function wrap(text: Text): void {
  const around = text.parentElement?.parentElement;
  if (around?.localName === 'data') around.setAttribute('value', text.data);
  else {
    const words = element('data');
    text.replaceWith(element('data', { value: text.data }, words));
    words.append(text);
  }
}
