/** Fields whose text a term may ask for by name. */
export const TEXT_FIELDS = ['title', 'author', 'category', 'excerpt', 'note'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** What may be there or not: `note:*`. */
export const HAS_FIELDS = [...TEXT_FIELDS, 'tag', 'published'] as const;
export type HasField = (typeof HAS_FIELDS)[number];

export const STATES = ['unread', 'read', 'archived', 'queued', 'all', 'trash'] as const;
/** `all`: archived ones too. `trash`: what was removed, and nothing else. */
export type State = (typeof STATES)[number];

/** The smallest question to an entry. */
export type Term =
  /** Somewhere, or in one field: a substring, white space as one space. */
  | { kind: 'text'; text: string; field?: TextField }
  /** The tag itself, or one below it (`经济` finds `经济/宏观`). */
  | { kind: 'tag'; tag: string }
  | { kind: 'has'; field: HasField }
  /** A host or the beginning of one: `blog`, `yanjiawei`, `weekly.caixin.com`. */
  | { kind: 'site'; site: string }
  /** From the first to the last of two days, each as `2021`, `2021-01` or `2021-01-31`; an open end is absent. */
  | { kind: 'date'; of: 'published' | 'saved' | 'read'; from?: string; to?: string }
  | { kind: 'is'; state: State };

/** A filter as a sentence says it. An `and` of nothing lets everything through. */
export type Query =
  | Term
  | { kind: 'and'; of: Query[] }
  | { kind: 'or'; of: Query[] }
  | { kind: 'not'; of: Query };

export const EVERYTHING: Query = { kind: 'and', of: [] };

/** The parts that must all hold. */
export function partsOf(query: Query): Query[] {
  return query.kind === 'and' ? query.of : [query];
}

/** Many as one: nested ones of the same kind flattened, a single one itself. */
export function joined(kind: 'and' | 'or', of: Query[]): Query {
  const flat = of.flatMap((one) => (one.kind === kind ? one.of : [one]));
  const [only] = flat;
  return flat.length === 1 && only ? only : { kind, of: flat };
}

/** The opposite; twice is nothing. */
export function negated(query: Query): Query {
  return query.kind === 'not' ? query.of : { kind: 'not', of: query };
}

/** Every term of a query, wherever it stands. */
export function* termsOf(query: Query): Generator<Term> {
  if (query.kind === 'not') yield* termsOf(query.of);
  else if (query.kind === 'and' || query.kind === 'or') for (const one of query.of) yield* termsOf(one);
  else yield query;
}
