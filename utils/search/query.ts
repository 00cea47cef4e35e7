/** Text fields that a term may name. */
export const TEXT_FIELDS = ['title', 'author', 'category', 'excerpt', 'note'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** Fields that may be present or not: `note:*`. */
export const HAS_FIELDS = [...TEXT_FIELDS, 'tag', 'published'] as const;
export type HasField = (typeof HAS_FIELDS)[number];

export const STATES = ['unread', 'read', 'archived', 'queued', 'all', 'trash'] as const;
/** `all`: archived ones too. `trash`: removed ones only. */
export type State = (typeof STATES)[number];

/** The smallest part of a filter. */
export type Term =
  /** A substring, in any field or in one; white space counts as one space. */
  | { kind: 'text'; text: string; field?: TextField }
  /** The tag itself, or one below it (`经济` finds `经济/宏观`). */
  | { kind: 'tag'; tag: string }
  | { kind: 'has'; field: HasField }
  /** A host or the beginning of one: `blog`, `yanjiawei`, `weekly.caixin.com`. */
  | { kind: 'site'; site: string }
  /** From the first to the last of two days, each as `2021`, `2021-01` or `2021-01-31`; an open end is absent. */
  | { kind: 'date'; of: 'published' | 'saved' | 'read'; from?: string; to?: string }
  | { kind: 'is'; state: State };

/** A parsed filter. An empty `and` matches everything. */
export type Query =
  | Term
  | { kind: 'and'; of: Query[] }
  | { kind: 'or'; of: Query[] }
  | { kind: 'not'; of: Query };

export const EVERYTHING: Query = { kind: 'and', of: [] };

/** The parts that must all match. */
export function partsOf(query: Query): Query[] {
  return query.kind === 'and' ? query.of : [query];
}

/** Joins queries into one: nested ones of the same kind are flattened, a single one stays as it is. */
export function joined(kind: 'and' | 'or', of: Query[]): Query {
  const flat = of.flatMap((one) => (one.kind === kind ? one.of : [one]));
  const [only] = flat;
  return flat.length === 1 && only ? only : { kind, of: flat };
}

/** The negation; negating twice gives the query itself. */
export function negated(query: Query): Query {
  return query.kind === 'not' ? query.of : { kind: 'not', of: query };
}

/** Every term of a query, at any depth. */
export function* termsOf(query: Query): Generator<Term> {
  if (query.kind === 'not') yield* termsOf(query.of);
  else if (query.kind === 'and' || query.kind === 'or') for (const one of query.of) yield* termsOf(one);
  else yield query;
}
