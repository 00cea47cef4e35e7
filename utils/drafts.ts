/** What a reader has begun on one page and not yet saved. Kept in `storage.local`, so it outlives everything. */
export interface Draft {
  /** Canonical URLs of the ticked posts. */
  ticked: string[];
  /** Tags chosen for the next save. */
  tags: string[];
  /** Text typed into the tag field, not yet a tag. */
  typed: string;
}
