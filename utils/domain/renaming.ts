import { uniqueTags } from './tag';
import { isWithin, lineage } from './tag-tree';

/** The new names of tags: one name renames, several split, none drops. Tags below are renamed along. */
export type Renaming = ReadonlyMap<string, readonly string[]>;

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
