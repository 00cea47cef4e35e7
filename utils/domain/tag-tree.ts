import { cleanTag, uniqueTags } from './tag';

/** What tags are called from now on: one name renames, several split, none drops. Those below a tag go with it. */
export type Renaming = ReadonlyMap<string, readonly string[]>;

/** Whether a tag is another or stands below it: `经济/宏观` stands below `经济`. */
export function isWithin(tag: string, above: string): boolean {
  return tag === above || (tag.startsWith(above) && tag.charAt(above.length) === '/');
}

/** A tag and those it stands below, nearest first: `经济/宏观/货币`, `经济/宏观`, `经济`. */
export function* lineage(tag: string): Generator<string> {
  for (let own = tag; own; own = own.slice(0, Math.max(0, own.lastIndexOf('/')))) yield own;
}

/** A tag as a reader writes its place, `/` and `／` alike, without empty steps; undefined where nothing is left. */
export function tagPath(text: string): string | undefined {
  const steps = text.split(/[/／]/).flatMap((step) => cleanTag(step) ?? []);
  // A path that is too long is cut, and may be cut right behind a step.
  return cleanTag(steps.join('/'))?.replace(/\/$/, '');
}

/** A tag with another above it, in place of what it stood below. */
export function moved(tag: string, above: string): string | undefined {
  return tagPath(`${above}/${tag.slice(tag.lastIndexOf('/') + 1)}`);
}

/** Whether a renaming speaks of a tag, or of one it stands below. */
export function isRenamed(tag: string, renaming: Renaming): boolean {
  for (const own of lineage(tag)) if (renaming.has(own)) return true;
  return false;
}

/** Tags under their new names, each once: where a renaming speaks of several above a tag, the nearest counts. */
export function retagged(tags: readonly string[], renaming: Renaming): string[] {
  return uniqueTags(tags.flatMap((tag) => namesOf(tag, renaming)));
}

function namesOf(tag: string, renaming: Renaming): readonly string[] {
  for (const own of lineage(tag)) {
    const names = renaming.get(own);
    if (!names) continue;
    // What stands already where a tag moves below itself stays: `经济` to `经济/总论` leaves `经济/总论` alone.
    if (names.some((name) => name !== own && isWithin(name, own) && isWithin(tag, name))) return [tag];
    return names.map((name) => name + tag.slice(own.length));
  }
  return [tag];
}
