/** What a reader has begun on one page and not yet saved. Kept in `storage.local`, so it outlives everything. */
export interface Draft {
  /** Canonical URLs of the ticked posts. */
  ticked: string[];
  /** Tags chosen for the next save. */
  tags: string[];
  /** Text typed into the tag field, not yet a tag. */
  typed: string;
}

export const NO_DRAFT: Draft = { ticked: [], tags: [], typed: '' };

/** The draft of the page at this address (see `PageState`). */
export declare function readDraft(address: string): Promise<Draft>;

/** Keeps a draft; an empty one is forgotten. The newest 100 are kept. */
export declare function writeDraft(address: string, draft: Draft): Promise<void>;

/** Hears changes made by other surfaces (and by this one). */
export declare function onDraftChange(
  address: string,
  listener: (draft: Draft) => void,
  signal: AbortSignal,
): void;
