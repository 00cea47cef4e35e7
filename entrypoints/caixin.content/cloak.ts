import { element } from '../../components/tag-field/element';

/**
 * Keeps words from being looked for. In Firefox `window.find` finds them in a closed root as well, and the selection then
 * holds the very node, from which a page gets to the root itself (web-platform-tests/wpt#47024; seen in 153). So what is
 * seen is drawn by a style, and the words themselves stand in an element that is not shown.
 */
export function cloak(root: ShadowRoot, own: Element): void {
  root.append(element('style', {}, 'data::before{content:attr(value)}data>data{display:none}'));
  const observer = new MutationObserver(() => cover());
  const cover = () => {
    const walker = document.createTreeWalker(own, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    // The cast: it shows nothing but text.
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
