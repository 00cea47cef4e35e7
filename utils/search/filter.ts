/** Which entries a library shows. Plain data, stored between openings. */
export interface Filter {
  /** Words separated by white space; each must be a substring of some field. */
  text: string;
  /** Tags an entry must all have. */
  all: string[];
  /** Tags of which an entry must have at least one, where there are any. */
  any: string[];
  /** Tags an entry must not have. */
  none: string[];
  /** `active`: not archived. `unread` and `read` are parts of it. */
  show: 'active' | 'unread' | 'read' | 'archived';
}

export const EVERYTHING: Filter = { text: '', all: [], any: [], none: [], show: 'active' };
