import type { Post } from '../domain/entry';
import { canonicalUrl, isCaixin } from '../domain/url';
import { documentTitle, findNext, headingOfTitle } from './about';
import { bodyOfArticle, readArticle } from './article';
import { blogCurrent } from './blog-current';
import { blogFront } from './blog-front';
import { blogLegacy } from './blog-legacy';
import { blogTag } from './blog-tag';
import { type Dom, domOf } from './dom';
import { findLinks, type Links } from './links';
import { channel, columnist, culture, home, section, weekly } from './lists';
import { type ListReading, placesOf, postsOf, readRows, rowReading, splitLinks } from './read-list';
import type { RowPost } from './row-post';
import type { About, Page, Reading, Site } from './site';
import { mainPart } from './structure';

/** Every known kind of list page, most specific first. To add one: a file, and a line here. */
export const SITES: readonly Site[] = [
  blogTag,
  blogFront,
  blogCurrent,
  blogLegacy,
  home,
  weekly,
  culture,
  columnist,
  section,
  channel,
];

/**
 * Reads a document: its kind, its posts, and where they are. Pure: never changes the document and depends only on its
 * arguments. Never throws, whatever the document contains.
 * @param now for dates that do not name their year
 */
export function read(document: Document, url: URL, now: Date): Reading {
  try {
    const dom = isCaixin(url) ? domOf(document) : undefined;
    return dom ? readDom(dom, url, now) : nothing([]);
  } catch (error) {
    return nothing([`the page could not be read: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

/** The page alone, as plain data. See `read`. */
export function readPage(document: Document, url: URL, now: Date): Page {
  return read(document, url, now).page;
}

function nothing(doubts: string[]): Reading {
  const page: Page = {
    kind: 'other',
    site: 'structure',
    posts: [],
    others: [],
    confidence: 'structure',
    doubts,
  };
  return { page, places: new Map() };
}

function readDom(dom: Dom, url: URL, now: Date): Reading {
  const links = findLinks(dom, baseOf(dom, url));
  const article = canonicalUrl(url.href);
  if (article) return articlePage(dom, article, links, url, now);
  for (const site of SITES) {
    const reading = site.matches(url) ? bySite(site, dom, links, url, now) : undefined;
    if (reading) return reading;
  }
  return byStructure(dom, links, url, now);
}

/** `<base href>` changes what relative links resolve to. */
function baseOf(dom: Dom, url: URL): URL {
  const [base] = dom.all('base[href]');
  return (base && URL.parse(dom.attribute(base, 'href') ?? '', url)) || url;
}

function articlePage(dom: Dom, address: string, links: Links, url: URL, now: Date): Reading {
  const reading = rowReading(dom, url, now, links);
  const post = readArticle(dom, address, url, now);
  const { rows } = readRows(reading, links.posts, bodyOfArticle(dom));
  const page: Page = {
    kind: 'article',
    site: 'article',
    ...(post && { heading: post.title }),
    ...(post?.author && { author: post.author }),
    posts: post ? [post] : [],
    others: postsOf(rows, now),
    confidence: 'rules',
    doubts: post ? [] : ['the article has no title'],
  };
  return { page, places: new Map(placesOf(rows)) };
}

function bySite(site: Site, dom: Dom, links: Links, url: URL, now: Date): Reading | undefined {
  const lists = site.detect(dom, url);
  if (!lists) return undefined;
  const reading = rowReading(dom, url, now, links, site.rules);
  const within = new Set(lists);
  const { inside, outside } = splitLinks(reading, links.posts, within);
  const main = readRows(reading, inside, within);
  const rest = readRows(reading, outside, new Set([dom.root]));
  const about = site.about?.(dom, url) ?? {};
  const parts = main.rows.length > 0 ? { main, rest: rest.rows } : { main: rest, rest: [] };
  if (parts.main.rows.length === 0) return undefined;
  const doubts = main.rows.length === 0 && lists.length > 0 ? ['the main list of the page is empty'] : [];
  return listPage(
    dom,
    parts.main,
    parts.rest,
    { site: site.name, confidence: 'rules', doubts },
    about,
    links,
    url,
    now,
  );
}

function byStructure(dom: Dom, links: Links, url: URL, now: Date): Reading {
  const reading = rowReading(dom, url, now, links);
  const root = new Set([dom.root]);
  const all = readRows(reading, splitLinks(reading, links.posts, root).inside, root);
  const { main, rest } = mainPart(dom, all.rows);
  const how = { site: 'structure', confidence: 'structure' as const, doubts: [] };
  return listPage(dom, { ...all, rows: main }, rest, how, {}, links, url, now);
}

type How = Pick<Page, 'site' | 'confidence' | 'doubts'>;

/** Fewest posts that make a list if no rule matches. */
const FEWEST = 2;

function listPage(
  dom: Dom,
  main: ListReading,
  rest: RowPost[],
  how: How,
  about: About,
  links: Links,
  url: URL,
  now: Date,
): Reading {
  const posts = postsOf(main.rows, now).map((post) => withAbout(post, about, url));
  const known = new Set(posts.map((post) => post.url));
  const others = rest.filter(({ post }) => !known.has(post.url));
  const next = findNext(dom, links.paging, url);
  const heading = about.heading ?? headingOfTitle(documentTitle(dom));
  const page: Page = {
    kind: posts.length >= (how.confidence === 'rules' ? 1 : FEWEST) ? 'list' : 'other',
    ...how,
    ...(heading && { heading }),
    ...(about.author && { author: about.author }),
    ...(about.category && { category: about.category }),
    posts,
    others: postsOf(others, now),
    ...(next && { next }),
    doubts: [...how.doubts, ...doubtsOf(main)],
  };
  return { page, places: new Map([...placesOf(others), ...placesOf(main.rows)]) };
}

/** Facts of a page that apply to its posts: a blog's author to those on his own host, a category to all. */
function withAbout(post: Post, { author, category }: About, url: URL): Post {
  const home = `https://${url.hostname}/`;
  const isOwn = author !== undefined && post.url.startsWith(home) && !post.author;
  return {
    ...post,
    ...(isOwn && { author, authorUrl: home }),
    ...(category && !post.category && { category }),
  };
}

function doubtsOf({ rows, untitled }: ListReading): string[] {
  if (untitled.length === 0) return [];
  return [`${rows.length + untitled.length} links look like posts, ${untitled.length} have no title`];
}
