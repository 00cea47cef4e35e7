import { type Renaming, retagged } from './renaming';
import { lineage } from './tag-tree';

/** The colours a tag may have; their values are in `assets/tag-colours.css`. */
export const COLOURS = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'grey'] as const;

export type TagColour = (typeof COLOURS)[number];

/** The colours the reader chose, by tag, the latest last. */
export type TagColours = ReadonlyMap<string, TagColour>;

/** The colour of a tag: its own, or that of its nearest parent. */
export function colourOf(colours: TagColours, tag: string): TagColour | undefined {
  if (colours.size === 0) return undefined;
  for (const own of lineage(tag)) if (colours.has(own)) return colours.get(own);
  return undefined;
}

/** New colours of tags; undefined removes the own colour. */
export type Colouring = ReadonlyMap<string, TagColour | undefined>;

/** The colours after a change. */
export function coloured(colours: TagColours, given: Colouring): TagColours {
  const next = new Map(colours);
  for (const [tag, colour] of given) {
    next.delete(tag);
    if (colour) next.set(tag, colour);
  }
  return next;
}

/**
 * The colours after tags were renamed: new names without a colour get that of the old ones. The old names keep theirs, in
 * case the renaming is undone.
 */
export function carried(colours: TagColours, renaming: Renaming): TagColours {
  const next = new Map(colours);
  for (const [tag, colour] of colours) {
    for (const name of retagged([tag], renaming)) if (!next.has(name)) next.set(name, colour);
  }
  return next.size > colours.size ? next : colours;
}
