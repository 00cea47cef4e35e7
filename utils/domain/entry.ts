/** What a page says about one article. Owned by the site; every string is plain, bounded text. */
export interface Post {
  /** Canonical URL (see `canonicalUrl`): the identity of the post. */
  url: string;
  title: string;
  author?: string;
  authorUrl?: string;
  category?: string;
  /** ISO 8601 in China time: `2020-12-16T12:00+08:00`, or `2020-12-16` where only the day is known. */
  publishedAt?: string;
  excerpt?: string;
  /** An https address. */
  image?: string;
}

/** What the reader decided about a saved post. Owned by the reader; saving again never touches it. */
export interface Shelving {
  /** Epoch milliseconds. */
  savedAt: number;
  tags: string[];
  /** Fractional rank in the queue; absent means not queued. */
  queue?: string;
  /** Epoch milliseconds. */
  readAt?: number;
  /** Epoch milliseconds. */
  archivedAt?: number;
  note?: string;
}

/** A saved post. Its identity is its canonical URL. */
export interface Entry extends Post, Shelving {}

/** The part of an entry's shelving that a mark beside a title shows. */
export interface Mark {
  url: string;
  tags: string[];
  queued: boolean;
  read: boolean;
}

/** A tag and the number of entries that have it. */
export interface TagCount {
  tag: string;
  count: number;
}
