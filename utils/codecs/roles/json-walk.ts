import type { Read } from '../decoder';
import { sampleOf } from '../plain';
import { type Raw, readOf, unreadable } from '../read-of';
import { hasAddress } from './addresses';
import type { Facts } from './facts';
import { factsOf } from './json-facts';
import type { NamesById } from './names-by-id';
import { type Manner, rawOfFacts } from './raw-of-facts';
import { isObject, textIn } from './texts';

/** Lists below an object that are no posts of the reader's: pictures, feeds, adapters of sites, people, what was thrown away. */
const OTHERS =
  /^(?:images?|pictures?|attachments?|media|enclosures?|icons?|avatars?|assets?|annotations?|highlights?|related|recommendations?|sites|feeds|\w{0,20}subscriptions|extensions|trash|users?|authors?|members?|tags|labels|pinnedlinks)$/i;

/** What is below an object that is a bookmark itself: other bookmarks only in folders. */
const BELOW = /^(?:children|links|bookmarks|items)$/i;

/** Folders that browsers make: by Firefox's own ids, whatever their language. */
const MADE_BY_BROWSER = /^(?:root|menu|toolbar|unfiled|mobile|tags)_{2,12}$/;

/** Whether what stands under a key is no posts of the reader's. */
export function isOther(key: string): boolean {
  return OTHERS.test(key);
}

/** Where a walk is. */
interface Way {
  line: number;
  /** Names of the folders above. */
  folders: string[];
}

/** Finds the posts in a value of JSON, whatever tool made it: objects that name an address, in folders or lists. */
export class JsonWalk {
  #count = 0;

  constructor(
    private readonly names: NamesById,
    private readonly folderTags: (folders: string[]) => string[],
  ) {}

  /** @param mayBeItem whether this value may be a post itself: an element of a list, or of a map */
  *walk(value: unknown, way: Way, mayBeItem: boolean): Generator<Read> {
    if (typeof value === 'string' && mayBeItem && /^https?:\/\//i.test(value)) yield this.#link(value, way);
    else if (Array.isArray(value)) yield* this.#list(value, way);
    else if (isObject(value)) yield* this.#object(value, way, mayBeItem);
  }

  *#list(values: unknown[], way: Way): Generator<Read> {
    // A list of addresses alone, and nothing but addresses.
    const isLinks =
      values.length > 0 && values.every((one) => typeof one === 'string' && /^https?:\/\//i.test(one));
    for (const value of values) yield* this.walk(value, way, isLinks || typeof value !== 'string');
  }

  #link(url: string, way: Way): Read {
    return readOf(way.line, { url, tags: this.folderTags(way.folders) }, url);
  }

  *#object(item: Record<string, unknown>, way: Way, mayBeItem: boolean): Generator<Read> {
    const facts = mayBeItem ? factsOf(item) : undefined;
    if (facts?.all('url').some(hasAddress)) {
      yield this.#read(item, facts, way);
      for (const [key, value] of Object.entries(item))
        if (BELOW.test(key) && Array.isArray(value)) yield* this.walk(value, way, false);
      return;
    }
    const folders = mayBeItem ? [...way.folders, ...this.#folderOf(item)] : way.folders;
    const isMap = Object.keys(item).length > 0 && Object.values(item).every(isObject);
    for (const [key, value] of Object.entries(item))
      if (!isOther(key)) yield* this.walk(value, { ...way, folders }, isMap);
  }

  /** The name of a folder; a list of the file itself has none. */
  #folderOf(item: Record<string, unknown>): string[] {
    if ('root' in item || MADE_BY_BROWSER.test(textIn(item.guid) ?? '')) return [];
    const name = textIn(item.name) ?? textIn(item.title);
    const holds = Object.values(item).some((value) => Array.isArray(value) || isObject(value));
    const above = way(this.names, item);
    return name !== undefined && holds ? [...above, name] : [];
  }

  #read(item: Record<string, unknown>, facts: Facts, way: Way): Read {
    const source = () => JSON.stringify(item).slice(0, 1_000);
    const manner: Manner = {
      count: ++this.#count,
      folders: this.folderTags(way.folders),
      // Pinboard and Delicious put blanks between tags.
      tagsByBlanks: 'extended' in item || 'shared' in item,
    };
    const raw = rawOfFacts(facts, manner);
    const lists = this.folderTags(facts.all('folder').flatMap((value) => this.#named(value)));
    return readOf(way.line, this.#ownNames(item, raw, lists), sampleOf(source()));
  }

  /** Folders by their numbers, else by their names. */
  #named(value: unknown): string[] {
    if (Array.isArray(value)) return value.slice(0, 50).flatMap((one) => this.#named(one));
    const path = this.names.pathOf(value);
    if (path.length) return path;
    // A number without a name says nothing; a path is several folders.
    return typeof value === 'number' || /^[\w-]*\d[\w-]*$/.test(textIn(value) ?? '')
      ? []
      : (textIn(value)?.split('/') ?? []);
  }

  #tagNamed(tag: unknown): unknown[] {
    const path = this.names.pathOf(tag);
    return path.length ? path : [tag];
  }

  /** Where `description` is the title (Pinboard, Delicious), it is no excerpt; numbered tags get their names. */
  #ownNames(item: Record<string, unknown>, raw: Raw, lists: string[]): Raw {
    const tags = [
      ...(Array.isArray(raw.tags) ? raw.tags.flatMap((tag) => this.#tagNamed(tag)) : []),
      ...lists,
    ];
    if (raw.title !== undefined || !('extended' in item)) return { ...raw, tags };
    return { ...raw, tags, title: raw.excerpt, excerpt: undefined };
  }
}

/** The folders above a folder that names its parent by number. */
function way(names: NamesById, item: Record<string, unknown>): string[] {
  return names.pathOf(item.parentId ?? item.parent_id);
}

/** A place that is nothing. */
export function nothingAt(line: number, source: string): Read {
  return unreadable(line, 'bad-shape', source.slice(0, 1_000));
}
