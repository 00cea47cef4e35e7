import { isObject, textIn } from './texts';

/** Lists that give names to what items only number: Karakeep's lists, Raindrop's collections. */
const NAMING = /^(?:lists?|collections?|folders?|groups?|tags?|labels?|categories|notebooks?)$/i;

/** Deepest path of folders. */
const DEEPEST = 30;

interface Named {
  name: string;
  parent: string | undefined;
}

/** The names that a file gives to numbers, and their paths. */
export class NamesById {
  readonly #named = new Map<string, Named>();

  /** Whether the values under a key may be names of numbers. */
  static isNaming(key: string): boolean {
    return NAMING.test(key);
  }

  /** Takes a value in, if it is a number with a name. */
  add(value: unknown): void {
    if (!isObject(value)) return;
    const id = idIn(value.id ?? value._id ?? value.uuid);
    const name = textIn(value.name ?? value.title ?? value.label);
    if (id === undefined || name === undefined) return;
    this.#named.set(id, { name, parent: idIn(value.parentId ?? value.parent_id ?? value.parent) });
  }

  /** The path of what stands behind a number; empty where it has no name. */
  pathOf(id: unknown): string[] {
    const path: string[] = [];
    for (let next = this.#named.get(idIn(id) ?? ''); next && path.length < DEEPEST; ) {
      path.unshift(next.name);
      next = this.#named.get(next.parent ?? '');
    }
    return path;
  }
}

function idIn(value: unknown): string | undefined {
  if (isObject(value)) return idIn(value.$id ?? value.id ?? value._id);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
