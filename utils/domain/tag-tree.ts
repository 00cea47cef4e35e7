import { cleanTag, uniqueTags } from './tag';

/** The new names of tags: one name renames, several split, none drops. Tags below are renamed along. */
export type Renaming = ReadonlyMap<string, readonly string[]>;

/** Whether a tag is another one or below it: `经济/宏观` is below `经济`. */
export function isWithin(tag: string, above: string): boolean {
  return tag === above || (tag.startsWith(above) && tag.charAt(above.length) === '/');
}

/** A tag and its parents, nearest first: `经济/宏观/货币`, `经济/宏观`, `经济`. */
export function* lineage(tag: string): Generator<string> {
  for (let own = tag; own; own = own.slice(0, Math.max(0, own.lastIndexOf('/')))) yield own;
}

/** A tag from a typed path, with `/` or `／`, without empty steps; undefined if nothing is left. */
export function tagPath(text: string): string | undefined {
  const steps = text.split(/[/／]/).flatMap((step) => cleanTag(step) ?? []);
  // A long path may be cut right after a slash.
  return cleanTag(steps.join('/'))?.replace(/\/$/, '');
}

/** A tag moved below another. */
export function moved(tag: string, above: string): string | undefined {
  return tagPath(`${above}/${tag.slice(tag.lastIndexOf('/') + 1)}`);
}

/** Whether a renaming affects a tag, directly or through a parent. */
export function isRenamed(tag: string, renaming: Renaming): boolean {
  for (const own of lineage(tag)) if (renaming.has(own)) return true;
  return false;
}

/** Tags with their new names, each once; if several parents are renamed, the nearest counts. */
export function retagged(tags: readonly string[], renaming: Renaming): string[] {
  return uniqueTags(tags.flatMap((tag) => namesOf(tag, renaming)));
}

function namesOf(tag: string, renaming: Renaming): readonly string[] {
  for (const own of lineage(tag)) {
    const names = renaming.get(own);
    if (!names) continue;
    // If a tag moves below itself, what is there already stays: `经济` to `经济/总论` leaves `经济/总论` alone.
    if (names.some((name) => name !== own && isWithin(name, own) && isWithin(tag, name))) return [tag];
    return names.map((name) => name + tag.slice(own.length));
  }
  return [tag];
}
