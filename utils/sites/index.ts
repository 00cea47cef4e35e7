import type { Page, Reading } from './site';

/**
 * Reads a document: what it is, its posts, and where they stand. Pure: the document is never changed and
 * nothing but the arguments is consulted.
 */
export function read(_document: Document, _url: URL, _now: Date): Reading {
  const page: Page = {
    kind: 'other',
    site: 'structure',
    posts: [],
    others: [],
    confidence: 'structure',
    doubts: [],
  };
  return { page, places: new Map() };
}

/** The page alone, as plain data. See `read`. */
export function readPage(document: Document, url: URL, now: Date): Page {
  return read(document, url, now).page;
}
