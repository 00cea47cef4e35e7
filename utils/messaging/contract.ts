import type { Draft, DraftChange } from '../domain/draft';
import type { Mark, Post, TagCount } from '../domain/entry';
import type { Page } from '../sites/site';

/** How posts are put away: tags are added to those an entry has; `queue` appends what is not queued yet. */
export interface SaveOptions {
  tags?: string[];
  queue?: boolean;
}

/** Canonical URLs of what a save did. Together they are the posts asked for. */
export interface SaveResult {
  added: string[];
  refreshed: string[];
  /** Number of the step, for `undo`; absent where nothing changed. */
  step?: number;
}

/** Most addresses in one question for marks. */
export const MOST_ASKED = 2000;

/** What a content script may ask of the background. */
export interface BackgroundApi {
  savePosts(posts: Post[], options: SaveOptions): Promise<SaveResult>;
  /** The saved ones among these canonical URLs, at most `MOST_ASKED` of them. */
  marks(urls: string[]): Promise<Mark[]>;
  /** The reader's tags as they are offered: recent ones, what the page says of its posts, then the most used. */
  tags(about: PageNames): Promise<TagCount[]>;
  /** Takes back a step that this very page made; false where it made none of this number, or something newer stands in the way. */
  undo(step: number): Promise<boolean>;
  /** Does again a step that this very page made, where it was the one undone last. */
  redo(step: number): Promise<boolean>;
  /** What is begun on the sender's page. */
  draft(): Promise<Draft>;
  /** Changes what is begun on the sender's page. */
  changeDraft(change: DraftChange): Promise<void>;
  /** How our controls look: a style sheet. */
  styles(): Promise<string>;
  /** Says that the sender's page was read again, for the toolbar badge and for open panels. */
  pageRead(counts: PageCounts): Promise<void>;
  /** Says that the content script did not start in the sender's page. */
  unwatched(): Promise<void>;
}

/** What a page says of all its posts. */
export interface PageNames {
  author?: string | undefined;
  category?: string | undefined;
}

export interface PageCounts {
  posts: number;
  saved: number;
}

/** What the background, the popup and the panel may ask of the content script in one tab. */
export interface PageApi {
  /** The page as last read. */
  page(): Promise<PageState>;
  /** The post that a link on the page leads to, as the page tells of it. */
  postAt(url: string): Promise<Post | undefined>;
  /** Entries changed somewhere: their marks are to be asked for again. */
  changed(urls: string[]): Promise<void>;
  /** What is begun on the page was changed elsewhere: it is to be asked for again. */
  draftChanged(): Promise<void>;
}

export interface PageState {
  /** The page's address without the fragment. */
  address: string;
  page: Page;
}
