import { cleanTag } from '../domain/tag';
import { lineage, type Renaming, retagged } from '../domain/tag-tree';
import { storedValue } from './stored-value';

/** The colours a tag may have; their values stand in `assets/tag-colours.css`. */
export const COLOURS = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'grey'] as const;

export type TagColour = (typeof COLOURS)[number];

/** The colours the reader gave, by tag, given last at the end. */
export type TagColours = ReadonlyMap<string, TagColour>;

/** Most colours kept: those given first make room. */
const MOST = 2000;

/** The colours, kept for all surfaces. */
export const tagColours = storedValue<TagColours>('tag:colours', {
  from: coloursFrom,
  into: (all) => [...all].slice(-MOST),
});

/** The colour of a tag: its own, or that of the nearest tag above it. */
export function colourOf(colours: TagColours, tag: string): TagColour | undefined {
  if (colours.size === 0) return undefined;
  for (const own of lineage(tag)) if (colours.has(own)) return colours.get(own);
  return undefined;
}

/** What tags are to have from now on; undefined takes their own colour away. */
export type Colouring = ReadonlyMap<string, TagColour | undefined>;

/** The colours after some were given. */
export function coloured(colours: TagColours, given: Colouring): TagColours {
  const next = new Map(colours);
  for (const [tag, colour] of given) {
    next.delete(tag);
    if (colour) next.set(tag, colour);
  }
  return next;
}

/**
 * The colours after tags were renamed: new names that have none take those of the old ones. The old ones keep theirs, for
 * the day the renaming is undone.
 */
export function carried(colours: TagColours, renaming: Renaming): TagColours {
  const next = new Map(colours);
  for (const [tag, colour] of colours) {
    for (const name of retagged([tag], renaming)) if (!next.has(name)) next.set(name, colour);
  }
  return next.size > colours.size ? next : colours;
}

function coloursFrom(value: unknown): TagColours {
  const pairs = Array.isArray(value) ? value.slice(-MOST) : [];
  return new Map(
    pairs.flatMap((pair: unknown): [string, TagColour][] => {
      const [tag, name] = Array.isArray(pair) ? (pair as unknown[]) : [];
      const colour = COLOURS.find((one) => one === name);
      return typeof tag === 'string' && cleanTag(tag) === tag && colour ? [[tag, colour]] : [];
    }),
  );
}
