import type { Post } from '../domain/entry';
import type { Dom } from './dom';

/** What one open web page is, and the posts on it. Plain data: it can be sent and stored. */
export interface Page {
  kind: 'list' | 'article' | 'other';
  /** Name of the adapter that read the page; `structure` if no rule matched. */
  site: string;
  heading?: string;
  author?: string;
  category?: string;
  /** The main list in page order, one post per canonical URL. On an article page: that article. */
  posts: Post[];
  /** Posts elsewhere on the page, without those in `posts`. */
  others: Post[];
  /** Address of the list's next page. */
  next?: string;
  confidence: 'rules' | 'structure';
  /** Remarks about rows that look wrong, for a person to read. */
  doubts: string[];
}

/** Where a post is in the document, for placing its control. */
export interface Place {
  /** The element that shows the title (the link, or that part of a linked card). */
  title: Element;
  /** The largest block around the post that contains no other post. */
  row: Element;
}

/** One reading of a document: the page as plain data, and the places of its posts. */
export interface Reading {
  page: Page;
  /** By canonical URL, for `page.posts` and `page.others`. */
  places: Map<string, Place>;
}

/** What a page says about itself as a whole. */
export interface About {
  heading?: string | undefined;
  author?: string | undefined;
  category?: string | undefined;
}

/** What a site knows about its rows beyond their structure. */
export interface RowRules {
  /** The excerpt is only the last line of the row: lines before it are about the author. */
  lastLine?: boolean;
  /** A selector in the whole document for the author's name. */
  authors?: string;
}

/** The adapter for one kind of list page. */
export interface Site {
  name: string;
  matches(url: URL): boolean;
  /** A selector for the elements that contain the main list. */
  list: string;
  /** A selector for what a page of this kind has, whether its list is there or not; without it, the list. */
  signs?: string;
  about?(dom: Dom, url: URL): About;
  rules?: RowRules;
  /** A page of many boxes: where its list is empty, they stand in for it. */
  boxes?: boolean;
}
