import type { Draft, DraftChange } from '../domain/draft';
import type { Mark, Post, TagCount } from '../domain/entry';
import type { Page } from '../sites/site';

/** How posts are saved: tags are added to existing ones; `queue` appends those not queued yet. */
export interface SaveOptions {
  tags?: string[];
  queue?: boolean;
}

/** Canonical URLs of what a save did. Together they are the posts asked for. */
export interface SaveResult {
  added: string[];
  refreshed: string[];
  /** Number of the step, for `undo`; absent if nothing changed. */
  step?: number;
}

/** Most addresses in one question for marks. */
export const MOST_ASKED = 2000;

/** What a content script may ask of the background. */
export interface BackgroundApi {
  savePosts(posts: Post[], options: SaveOptions): Promise<SaveResult>;
  /** The saved ones among these canonical URLs, at most `MOST_ASKED` of them. */
  marks(urls: string[]): Promise<Mark[]>;
  /** The tags to offer: recent ones, author and category of the page, then the most used. */
  tags(about: PageNames): Promise<TagCount[]>;
  /** Undoes a step that this page made; false if it made no such step, or a newer one is in the way. */
  undo(step: number): Promise<boolean>;
  /** Redoes a step that this page made, if it was the one undone last. */
  redo(step: number): Promise<boolean>;
  /** The draft of the sender's page. */
  draft(): Promise<Draft>;
  /** Changes the draft of the sender's page. */
  changeDraft(change: DraftChange): Promise<void>;
  /** Runs the script of our controls in the sender's document, and gives their style sheet. */
  overlay(): Promise<string>;
  /** Tells that the sender's page was read again, for the toolbar badge and open panels. */
  pageRead(counts: PageCounts): Promise<void>;
  /** Tells that a script of ours did not start in the sender's page. */
  unwatched(): Promise<void>;
}

/** What a page says about all of its posts. */
export interface PageNames {
  author?: string | undefined;
  category?: string | undefined;
}

export interface PageCounts {
  /** In the list of the page; none on an article. */
  posts: number;
  /** Of these, or 1 where the page is an article that is saved. */
  saved: number;
}

/** What the background, the popup and the panel may ask of the content script in one tab. */
export interface PageApi {
  /** The page as last read. */
  page(): Promise<PageState>;
  /** The post that a link on the page leads to, as the page describes it. */
  postAt(url: string): Promise<Post | undefined>;
  /** Entries changed somewhere: their marks must be asked for again. */
  changed(urls: string[]): Promise<void>;
  /** The page's draft was changed elsewhere: it must be asked for again. */
  draftChanged(): Promise<void>;
}

export interface PageState {
  /** The page's address without the fragment. */
  address: string;
  page: Page;
}
