import type { Post } from '../domain/entry';
import { canonicalUrl, isCaixin } from '../domain/url';
import { documentTitle, findNext, headingOfTitle } from './about';
import { bodyOfArticle, readArticle } from './article';
import { blogCurrent } from './blog-current';
import { blogFront } from './blog-front';
import { blogLegacy } from './blog-legacy';
import { blogTag } from './blog-tag';
import { type Dom, domOf } from './dom';
import { DOUBTS, doubtsOf, isListAddress } from './doubts';
import { findLinks } from './links';
import { channel, columnist, culture, home, section, weekly } from './lists';
import {
  placesOf,
  postsOf,
  readMentions,
  readRows,
  rowReading,
  splitLinks,
  withoutPromos,
} from './read-list';
import type { RowPost, RowReading } from './row-post';
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
  const reading = rowReading(dom, url, now, links);
  const article = canonicalUrl(url.href);
  if (article) return articlePage(reading, article);
  for (const site of SITES) {
    const found = site.matches(url) ? bySite(site, reading) : undefined;
    if (found) return found;
  }
  return byStructure(reading);
}

/** `<base href>` changes what relative links resolve to. */
function baseOf(dom: Dom, url: URL): URL {
  const [base] = dom.all('base[href]');
  return (base && URL.parse(dom.attribute(base, 'href') ?? '', url)) || url;
}

function articlePage(reading: RowReading, address: string): Reading {
  const post = readArticle(reading, address);
  const { rows } = readRows(reading, reading.links.posts, bodyOfArticle(reading.dom), false);
  const page: Page = {
    kind: 'article',
    site: 'article',
    ...(post && { heading: post.title }),
    ...(post?.author && { author: post.author }),
    posts: post ? [post] : [],
    others: postsOf(rows, reading.now),
    confidence: 'rules',
    doubts: post ? [] : [DOUBTS.nameless],
  };
  return { page, places: new Map(placesOf(rows)) };
}

function bySite(site: Site, reading: RowReading): Reading | undefined {
  const { dom, base } = reading;
  if (dom.all(site.signs ?? site.list).length === 0) return undefined;
  const lists = dom.all(site.list);
  const authors = site.rules?.authors;
  if (authors) reading.authors = new Set([...reading.authors, ...dom.all(authors)]);
  const context = `${reading.context} ${site.name}`;
  const own = { ...reading, rules: site.rules ?? {}, context };
  const within = new Set(lists);
  const { inside, outside, mentions } = splitLinks(own, within);
  const { rows, promos, untitled } = withoutPromos(readRows(own, inside, within));
  const rest = readRows(own, outside, new Set([dom.root])).rows;
  const others = [...promos, ...rest, ...readMentions(own, mentions)];
  const isEmpty = rows.length === 0;
  if (isEmpty && others.length === 0) return undefined;
  const parts =
    isEmpty && !site.boxes
      ? mainPart(dom, others)
      : { main: isEmpty ? others : rows, rest: isEmpty ? [] : others };
  const doubts: string[] = isEmpty && lists.length > 0 ? [DOUBTS.empty] : [];
  const how = { site: site.name, confidence: 'rules' as const, doubts };
  return listPage(own, parts.main, untitled, parts.rest, how, site.about?.(dom, base) ?? {});
}

function byStructure(reading: RowReading): Reading {
  const root = new Set([reading.dom.root]);
  const { inside, mentions } = splitLinks(reading, root);
  const { rows, promos, untitled } = withoutPromos(readRows(reading, inside, root));
  const { main, rest } = mainPart(reading.dom, rows);
  const others = [...rest, ...promos, ...readMentions(reading, mentions)];
  return listPage(
    reading,
    main,
    untitled,
    others,
    { site: 'structure', confidence: 'structure', doubts: [] },
    {},
  );
}

type How = Pick<Page, 'site' | 'confidence' | 'doubts'>;

/** Fewest posts that make a list if neither a rule nor the address says so. */
const FEWEST = 2;

function listPage(
  reading: RowReading,
  main: RowPost[],
  untitled: string[],
  rest: RowPost[],
  how: How,
  about: About,
): Reading {
  const { dom, base, now, links } = reading;
  const posts = postsOf(main, now).map((post) => withAbout(post, about, base));
  const known = new Set(posts.map((post) => post.url));
  const beside = rest.filter(({ post }) => !known.has(post.url));
  const others = postsOf(beside, now);
  const next = findNext(dom, links.paging, base);
  const heading = about.heading || headingOfTitle(documentTitle(dom));
  const isList = how.confidence === 'rules' || isListAddress(base);
  const page: Page = {
    kind: posts.length >= (isList ? 1 : FEWEST) ? 'list' : 'other',
    ...how,
    ...(heading && { heading }),
    ...(about.author && { author: about.author }),
    ...(about.category && { category: about.category }),
    posts,
    others,
    ...(next && { next }),
    doubts: [...how.doubts, ...doubtsOf(reading, main, untitled, posts, others)],
  };
  return { page, places: new Map([...placesOf(beside), ...placesOf(main)]) };
}

/** Facts of a page that apply to its posts: a blog's author to those on his own host, a category to all. */
function withAbout(post: Post, { author, category }: About, url: URL): Post {
  const home = `https://${url.hostname}/`;
  const isOwn = author && post.url.startsWith(home) && !post.author;
  return {
    ...post,
    ...(isOwn && { author, authorUrl: home }),
    ...(category && !post.category && { category }),
  };
}
