import type { Decoder, Read } from '../decoder';
import { FileTrouble } from '../file-trouble';
import { isItem } from '../roles/json-facts';
import { isOther, JsonWalk, nothingAt } from '../roles/json-walk';
import { NamesById } from '../roles/names-by-id';
import { isObject } from '../roles/texts';
import { folderTags } from './bookmark-folders';
import { JsonScan, type JsonValue, parsed } from './json-scan';

/** Members of a file that are settings of a program, where the posts are under a name of their own (简悦). */
const POSTS_ALONE = 'unrdist';

/** What is said of posts: where it is what a file lists, each names its post (Hypothesis). */
const ANNOTATIONS = /^annotations$/;

/** Lists whose texts are addresses, and not those of servers or pictures. */
const LINKS = /^(?:links|urls|bookmarks|items|tabs|pages|list|articles|posts|data)$/i;

/** Longest member of which is looked whether the file itself is one item, in UTF-16 units. */
const SHORT = 10_000;

/**
 * JSON of any tool: every object that names an address, in lists, maps and folders of any depth, one value or one a
 * line. Keys are read by their roles (`roles/role-names.ts`). Throws a `FileTrouble` `unknown-format` where no object
 * names an address.
 */
export const anyJson: Decoder = {
  name: 'data',
  detect: (head) => /^\s*(?:\{\s*(?:["}]|$)|\[\s*(?:\{\s*["}]|\]|"|\[\s*["[{]|$))/.test(head),
  decode,
};

function* decode(text: string): Generator<Read> {
  let isEmpty = true;
  const names = namesIn(text);
  const walk = new JsonWalk(names, folderTags);
  for (const { value, line, isElement } of valuesIn(text)) {
    const whole = parsed(value);
    const reads =
      whole === undefined
        ? [nothingAt(line, value.text)]
        : walk.walk(whole, { line, folders: [] }, isElement);
    for (const read of reads) {
      isEmpty = false;
      yield read;
    }
  }
  if (isEmpty) throw new FileTrouble('unknown-format');
}

interface Place {
  value: JsonValue;
  line: number;
  /** An element of a list of the file, or the one item the file is. */
  isElement: boolean;
}

/** The values of a file, piece by piece: the elements of its lists, and its other members. */
function* valuesIn(text: string): Generator<Place> {
  const only = text.includes(`"${POSTS_ALONE}"`) ? POSTS_ALONE : undefined;
  const isOne = isOneItem(text);
  const scan = new JsonScan(text);
  do {
    if (scan.next() === '[') yield* elements(scan, true);
    else if (scan.next() !== '{' || isOne) yield place(scan.value(), true);
    else
      for (const key of scan.members()) {
        const isWanted = only === undefined ? !isOther(key) || ANNOTATIONS.test(key) : key === only;
        if (isWanted && scan.next() === '[') yield* elements(scan, LINKS.test(key));
        else if (isWanted) yield place(scan.value(), false);
        else scan.value();
      }
  } while (scan.next() !== '');
}

function* elements(scan: JsonScan, mayBeLinks: boolean): Generator<Place> {
  for (const value of scan.elements()) yield place(value, mayBeLinks || !value.text.startsWith('"'));
}

function place(value: JsonValue, isElement: boolean): Place {
  return { value, line: value.line, isElement };
}

/** The names that lists of the file give to numbers, which may stand after the items. */
function namesIn(text: string): NamesById {
  const names = new NamesById();
  const scan = new JsonScan(text);
  if (scan.next() !== '{') return names;
  for (const key of scan.members()) {
    if (scan.next() === '[' && NamesById.isNaming(key))
      for (const value of scan.elements()) names.add(parsed(value));
    else scan.value();
  }
  return names;
}

/** Whether the file itself is one item, or one a line: an object with an address of its own. */
function isOneItem(text: string): boolean {
  const scan = new JsonScan(text);
  if (scan.next() !== '{') return false;
  const short: Record<string, unknown> = {};
  for (const key of scan.members()) {
    const value = scan.value();
    if (value.text.length <= SHORT && !/^\[/.test(value.text))
      Object.defineProperty(short, key, {
        value: parsed(value),
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  const own = Object.fromEntries(Object.entries(short).filter(([, value]) => !isObject(value)));
  return isItem(own);
}
