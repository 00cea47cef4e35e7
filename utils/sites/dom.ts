/**
 * Reads a document through the methods of its own prototypes. A page can name a form or a field `querySelectorAll`,
 * `parentNode` or `textContent`; accessed directly, such a document or form returns that field instead (HTML, "named
 * properties" of Document and of forms override what is built in).
 */
export interface Dom {
  document: Document;
  root: Element;
  all(selector: string): Element[];
  /** All text nodes of the document, in its order. */
  texts(): TreeWalker;
  /** Additions by tools of the reader to the page's own text. */
  added: Set<Element>;
  /** Local name in lower case. */
  tag(element: Element): string;
  attribute(element: Element, name: string): string | null;
  text(node: Node): string;
  /** Its markup, with its own tag; of a text, the text. */
  markup(node: Node): string;
  /** 1 for an element, 3 for text. */
  kind(node: Node): number;
  parent(node: Node): Element | null;
  first(node: Node): Node | null;
  next(node: Node): Node | null;
  previous(node: Node): Node | null;
}

type Reader = Omit<Dom, 'document' | 'root' | 'all' | 'texts' | 'added'>;

/** `NodeFilter.SHOW_TEXT`, which is not defined in every realm. */
const SHOW_TEXT = 4;

/** Readers by realm: the prototypes of one realm serve all its documents. */
const realms = new WeakMap<object, Reader>();

/** The safe view of a document, or undefined if it has no root element. */
export function domOf(document: Document): Dom | undefined {
  const prototype: object = Object.getPrototypeOf(document);
  // Element or null, as the DOM standard has it.
  const root = Reflect.get(prototype, 'documentElement', document) as Element | null;
  if (!root) return undefined;
  let reader = realms.get(prototype);
  if (!reader) {
    reader = readerOf(root);
    realms.set(prototype, reader);
  }
  const query = find(prototype, 'querySelectorAll')?.value;
  return {
    document,
    root,
    added: new Set(),
    ...reader,
    all: (selector) => Array.from<Element>(query.call(document, selector)),
    texts: () => find(prototype, 'createTreeWalker')?.value.call(document, root, SHOW_TEXT),
  };
}

/** The types are those the DOM standard gives these properties. */
function readerOf(element: Element): Reader {
  const get = <T>(name: string): ((node: Node) => T) => {
    const getter = find(Object.getPrototypeOf(element), name)?.get;
    if (!getter) throw new TypeError(`the document has no ${name}`);
    return (node) => getter.call(node);
  };
  const attribute = find(Object.getPrototypeOf(element), 'getAttribute')?.value;
  const kind = get<number>('nodeType');
  const text = get<string | null>('textContent');
  const markup = get<string>('outerHTML');
  return {
    kind,
    tag: get<string>('localName'),
    attribute: (one, name) => attribute.call(one, name),
    // A text node says itself what it says: pages cannot name it.
    text: (node) => (kind(node) === 3 ? node.nodeValue : text(node)) ?? '',
    markup: (node) => (kind(node) === 1 ? markup(node) : (node.nodeValue ?? '')),
    parent: get<Element | null>('parentElement'),
    first: get<Node | null>('firstChild'),
    next: get<Node | null>('nextSibling'),
    previous: get<Node | null>('previousSibling'),
  };
}

function find(object: object, name: string): PropertyDescriptor | undefined {
  for (let at: object | null = object; at; at = Object.getPrototypeOf(at)) {
    const found = Object.getOwnPropertyDescriptor(at, name);
    if (found) return found;
  }
  return undefined;
}
