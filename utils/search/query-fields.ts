/** Text fields that a term may name. */
export const TEXT_FIELDS = ['title', 'author', 'category', 'excerpt', 'note'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** Fields that may be present or not: `note:*`. */
export const HAS_FIELDS = [...TEXT_FIELDS, 'tag', 'published'] as const;
export type HasField = (typeof HAS_FIELDS)[number];

export const STATES = ['unread', 'read', 'archived', 'queued', 'all', 'trash'] as const;
/** `all`: archived ones too. `trash`: removed ones only. */
export type State = (typeof STATES)[number];
