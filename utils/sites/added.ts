import type { Dom } from './dom';
import type { Owners } from './rows';

/**
 * Translations beside the page's own text: Immersive Translate, KISS Translator, Read Frog, FluentRead (seen 2026-11). They
 * are marked as not to be translated, and name their language or the tool; or they begin below the original.
 */
const ADDED =
  'font.notranslate,font[lang],br+[lang],.notranslate[lang],[translate=no][lang],.notranslate[class*="-trans"],.notranslate[class*=" trans"]';

/** What all of these have: found at a fraction of the time, and hardly ever there. */
const MARKED = '.notranslate,[lang]:not(html)';

/** Additions by tools of the reader: beside original content, and without a post of their own. */
export function findAdded(dom: Dom, owners: Owners): Set<Element> {
  const all = dom.all(MARKED).length > 0 ? dom.all(ADDED) : [];
  const marked = new Set<Node>(all);
  const says = (node: Node | null | undefined) => node && !marked.has(node) && dom.text(node).trim();
  // Not all siblings are checked: there may be any number.
  const isBeside = (element: Element) => {
    const first = dom.first(dom.parent(element) ?? element);
    return says(first) || (first && says(dom.next(first))) || says(dom.next(element));
  };
  return new Set(all.filter((element) => !owners.has(element) && isBeside(element)));
}
