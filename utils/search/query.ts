import type { HasField, State, TextField } from './query-fields';

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
