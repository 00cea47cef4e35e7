import { isSyntax } from '../../domain/title';
import { canonicalUrl } from '../../domain/url';
import type { Decoder, Read } from '../decoder';
import { Lines } from '../lines';
import { type Raw, readOf } from '../read-of';
import { placeInQueue } from '../roles/raw-of-facts';
import { type PageLink, readPageLinks } from './page-links';
import { tableReads } from './page-table';

/** The list of what is read, in Instapaper's old export and its like. */
const ARCHIVE = /^\s*(?:read )?archived?\s*$/i;
const UNREAD = /^\s*unread\s*$/i;

/** Words of a link that count something: 评论 3, 阅读(120), 12 comments. */
const COUNTS =
  /^(?:(?:评论|阅读|浏览|点赞|转发|收藏|分享|comments?|views?|likes?)\s?[:：(（]?\d*[)）]?|\d+\s?(?:条?评论|次?阅读|人?赞|comments?|views?|likes?))$/i;

/**
 * HTML that is no bookmark file: what others share as a page of links, and saved pages. The words of each link are its
 * title. A saved article is one post: the links in it are the author's, not the reader's.
 */
export const page: Decoder = {
  name: 'page',
  detect: (head) =>
    /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype html|html|head|body|[a-z][a-z0-9]*[\s>])/i.test(
      head,
    ) && /<(?:a|link)\s|<html/i.test(head),
  decode,
};

function* decode(text: string): Generator<Read> {
  const { links, article } = readPageLinks(text);
  if (article) {
    yield readOf(1, article, article.title ?? article.url);
    return;
  }
  const lines = new Lines(text);
  const table = tableReads(
    text,
    links.map(({ url }) => url),
    (index) => lines.at(index),
  );
  if (table) {
    yield* table;
    return;
  }
  const titles = bestTitles(links);
  const seen = new Set<string>();
  for (const [index, link] of links.entries()) {
    const key = keyOf(link.url);
    if (seen.has(key)) continue;
    seen.add(key);
    yield readOf(link.line, { ...rawOf(link, index + 1), title: titles.get(key) }, link.text || link.url);
  }
}

function rawOf({ url, section }: PageLink, count: number): Raw {
  return {
    url,
    queue: UNREAD.test(section) ? placeInQueue(count) : undefined,
    archivedAt: ARCHIVE.test(section) ? Date.now() : undefined,
  };
}

/** The best words of all links to one place: a picture has none, and 阅读全文 says nothing. */
function bestTitles(links: PageLink[]): Map<string, string> {
  const titles = new Map<string, string>();
  for (const { url, text, hint } of links) {
    const isCut = /(?:…|\.{3})$/.test(text) && hint.length > text.length;
    const words = isCut || !text ? hint : text;
    if (!words || isSyntax(words) || COUNTS.test(words) || /^[\d\s.,()+-]+$/.test(words)) continue;
    const key = keyOf(url);
    if (!titles.has(key)) titles.set(key, words);
  }
  return titles;
}

function keyOf(url: string): string {
  return canonicalUrl(url) ?? url;
}
