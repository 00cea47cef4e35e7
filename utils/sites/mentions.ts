import type { Dom } from './dom';
import type { Link } from './links';
import { MIXED, type Owners } from './rows';

/** The names of the elements from a block down to a link. */
export function pathOf(dom: Dom, element: Element, block: Element): string {
  const path: string[] = [];
  for (let at: Element | null = element; at && path.length < 12; at = dom.parent(at)) {
    path.push(dom.tag(at));
    if (at === block) break;
  }
  return path.reverse().join('>');
}

/** How many blocks of several posts may stand in one another, for the outermost to be a row. */
const DEEP = 3;
/** Most links to other posts in one row: more are a box of posts. */
const FEW = 2;

/**
 * Links inside the row of another post, as in its excerpt. A block of several posts is one row where a sibling begins with a link
 * in the same place, and it holds few others in other places.
 */
export function findMentions(dom: Dom, links: Link[], owners: Owners): Set<Link> {
  const blocks = new Map<Element, Link[]>();
  const firsts = new Map<Element, string>();
  const shapes = new Map<Element, Map<string, number>>();
  for (const link of links) {
    let at: Element | null = link.element;
    let path = '';
    for (let mixed = 0; at && mixed < DEEP; at = dom.parent(at)) {
      const isMixed = owners.get(at) === MIXED;
      if (isMixed) mixed++;
      path += ` ${dom.tag(at)}`;
      const parent = dom.parent(at);
      const block = blocks.get(at);
      if (isMixed && block) block.push(link);
      else if (isMixed) blocks.set(at, [link]);
      if (!parent || firsts.has(at) || (!isMixed && owners.get(parent) !== MIXED)) continue;
      firsts.set(at, path);
      const counts = shapes.get(parent) ?? new Map<string, number>();
      shapes.set(parent, counts.set(path, (counts.get(path) ?? 0) + 1));
    }
  }
  const mentions = new Set<Link>();
  for (const [block, [first, ...inside]] of blocks) {
    const parent = dom.parent(block);
    const path = firsts.get(block) ?? '';
    if (!first || !parent || (shapes.get(parent)?.get(path) ?? 0) < 2) continue;
    const own = pathOf(dom, first.element, block);
    const isOwn = ({ element }: Link) => pathOf(dom, element, block) === own;
    const rows = new Set([first, ...inside.filter(isOwn)].map(({ url }) => url));
    const others = inside.filter(({ url }) => !rows.has(url));
    if (new Set(others.map(({ url }) => url)).size <= FEW) for (const one of others) mentions.add(one);
  }
  return mentions;
}
