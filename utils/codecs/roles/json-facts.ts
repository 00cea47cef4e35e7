import { hasAddress } from './addresses';
import { Facts } from './facts';
import { roleOf } from './role-names';
import { isObject } from './texts';

/** Objects inside an item that hold facts of the same post: Karakeep's `content`, Are.na's `source`, ENEX, EndNote, MODS, Arc. */
const INSIDE =
  /^(?:content|source|link|article|bookmark|item|node|page|target|resource|attributes|data|properties|document|note-attributes|titles|contributors|urls|related-urls|dates|keywords|uridictionary|readinglist|tab|titleinfo|location|origininfo)$/i;

/** How deep such objects stand in each other. */
const DEEPEST = 2;

/** Facts found inside count after the item's own. */
const BEHIND = 1_000;

/** The facts of a JSON object by the names of its keys. */
export function factsOf(item: Record<string, unknown>): Facts {
  const facts = new Facts();
  collect(item, facts, 0, 0);
  return facts;
}

function collect(item: Record<string, unknown>, facts: Facts, behind: number, depth: number): void {
  for (const [key, value] of Object.entries(item)) {
    // Firefox: a word that opens the bookmark from the address bar.
    const named = key === 'keyword' && 'typeCode' in item ? undefined : roleOf(key);
    if (named) facts.add(named.role, named.place + behind, value);
    if (depth < DEEPEST && INSIDE.test(key) && isObject(value)) collect(value, facts, BEHIND, depth + 1);
    if (key === 'annos' && Array.isArray(value)) remarks(value, facts);
  }
}

/** Firefox keeps a bookmark's description so. */
function remarks(annotations: unknown[], facts: Facts): void {
  for (const one of annotations.slice(0, 20))
    if (isObject(one) && one.name === 'bookmarkProperties/description') facts.add('note', 0, one.value);
}

/** Whether an object names an address, itself or inside. */
export function isItem(item: Record<string, unknown>): boolean {
  return factsOf(item).all('url').some(hasAddress);
}
