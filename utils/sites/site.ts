import type { Post } from '../domain/entry';
import type { Dom } from './dom';

/** What one open web page is, and the posts on it. Plain data: it can be sent and stored. */
export interface Page {
  kind: 'list' | 'article' | 'other';
  /** Name of the adapter that read the page, `structure` where none of the rules fitted. */
  site: string;
  heading?: string;
  author?: string;
  category?: string;
  /** The main list in page order, one post per canonical URL. On an article page: that article. */
  posts: Post[];
  /** Posts that stand elsewhere on the page, minus those in `posts`. */
  others: Post[];
  /** Address of the list's next page. */
  next?: string;
  confidence: 'rules' | 'structure';
  /** Sentences about rows that look wrong, for a person to read. */
  doubts: string[];
}

/** Where a post stands in the document: what a control is placed beside. */
export interface Place {
  /** The element that shows the title (the link, or the part of a linked card that holds it). */
  title: Element;
  /** The largest block around the post that holds no other post. */
  row: Element;
}

/** One reading of a document: the page as plain data, and where each of its posts stands. */
export interface Reading {
  page: Page;
  /** By canonical URL, for `page.posts` and `page.others`. */
  places: Map<string, Place>;
}

/** What a page says of itself as a whole. */
export interface About {
  heading?: string;
  author?: string;
  category?: string;
  next?: string;
}

/** What a site knows of its rows beyond their structure. */
export interface RowRules {
  /** The excerpt is the last line of the row alone: lines before it tell of the author. */
  lastLine?: boolean;
  /** Where the author's name stands, as a selector asked of the whole document. */
  authors?: string;
}

/** The adapter for one shape of list page. */
export interface Site {
  name: string;
  matches(url: URL): boolean;
  /**
   * The elements that hold the main list, in page order; empty where the page has none (a front page of many boxes);
   * undefined where the page is not of this shape after all.
   */
  detect(dom: Dom, url: URL): Element[] | undefined;
  about?(dom: Dom, url: URL): About;
  rules?: RowRules;
}
