/** What a reader has begun on one page and not yet saved. */
export interface Draft {
  /** Canonical URLs of the ticked posts. */
  ticked: string[];
  /** Tags chosen for the next save. */
  tags: string[];
  /** Text typed into the tag field, not yet a tag. */
  typed: string;
}

export const NO_DRAFT: Draft = { ticked: [], tags: [], typed: '' };

/** What one surface changed in a draft. Changes of other ticks and tags by other surfaces stay. */
export interface DraftChange {
  tick?: string[];
  untick?: string[];
  tag?: string[];
  untag?: string[];
  typed?: string;
}

/** The change that leads from any of these drafts to another: they are what may be stored at the moment. */
export function changeBetween(before: [Draft, ...Draft[]], after: Draft): DraftChange {
  return {
    ...listed('tick', 'untick', before.map(setOf('ticked')), after.ticked),
    ...listed('tag', 'untag', before.map(setOf('tags')), after.tags),
    ...(before.some(({ typed }) => typed !== after.typed) && { typed: after.typed }),
  };
}

const setOf = (name: 'ticked' | 'tags') => (draft: Draft) => new Set(draft[name]);

/** Adds what may be missing and removes what may be there. */
function listed(
  put: 'tick' | 'tag',
  take: 'untick' | 'untag',
  before: Set<string>[],
  after: string[],
): DraftChange {
  const wanted = new Set(after);
  const come = after.filter((one) => before.some((was) => !was.has(one)));
  const gone = [...before.reduce((all, was) => all.union(was)).difference(wanted)];
  return { ...(come.length > 0 && { [put]: come }), ...(gone.length > 0 && { [take]: gone }) };
}
