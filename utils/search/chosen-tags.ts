import type { Query } from './query';
import { joined, partsOf, termsOf } from './query-parts';

/** The set that a first click adds a tag to. */
export type TagMode = 'all' | 'any' | 'none';

/** How a filter uses a tag, if at its top level, where chips can show it. */
export function modeOf(query: Query, tag: string): TagMode | undefined {
  const parts = partsOf(query);
  if (parts.some((part) => isTag(part, tag))) return 'all';
  if (parts.some((part) => part.kind === 'not' && isTag(part.of, tag))) return 'none';
  return parts.some((part) => isAnyOf(part) && part.of.some((one) => isTag(one, tag))) ? 'any' : undefined;
}

/** A click on a tag adds it to the mode's set; the next excludes it; the next removes it. */
export function toggleTag(query: Query, tag: string, mode: TagMode): Query {
  const now = modeOf(query, tag);
  const bare = withoutTag(query, tag);
  const next = now === undefined ? mode : now === 'none' ? undefined : 'none';
  return next ? withTag(bare, tag, next) : bare;
}

/** A filter without a tag at its top level; deeper parts stay. */
function withoutTag(query: Query, tag: string): Query {
  const parts = partsOf(query).flatMap((part): Query[] => {
    if (isTag(part, tag) || (part.kind === 'not' && isTag(part.of, tag))) return [];
    if (!isAnyOf(part)) return [part];
    const rest = part.of.filter((one) => !isTag(one, tag));
    return rest.length > 0 ? [{ kind: 'or', of: rest }] : [];
  });
  return joined('and', parts);
}

function withTag(query: Query, tag: string, mode: TagMode): Query {
  const term: Query = { kind: 'tag', tag };
  const parts = partsOf(query);
  if (mode === 'all') return joined('and', [...parts, term]);
  if (mode === 'none') return joined('and', [...parts, { kind: 'not', of: term }]);
  const group = parts.find(isAnyOf);
  if (!group) return joined('and', [...parts, { kind: 'or', of: [term] }]);
  return joined(
    'and',
    parts.map((part) => (part === group ? joined('or', [part, term]) : part)),
  );
}

function isTag(query: Query, tag: string): boolean {
  return query.kind === 'tag' && query.tag === tag;
}

/** A group of nothing but tags. */
function isAnyOf(query: Query): query is Query & { kind: 'or' } {
  return query.kind === 'or' && query.of.every((one) => one.kind === 'tag');
}

/** The filter without its any-of groups: further tags for those must come from what this matches. */
export function withoutAny(query: Query): Query {
  const parts = partsOf(query);
  return parts.some(isAnyOf)
    ? joined(
        'and',
        parts.filter((part) => !isAnyOf(part)),
      )
    : query;
}

/** The tags a filter names, at any depth. */
export function tagsIn(query: Query): string[] {
  return [...termsOf(query)].flatMap((term) => (term.kind === 'tag' ? [term.tag] : []));
}
