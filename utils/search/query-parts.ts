import type { Query, Term } from './query';

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
