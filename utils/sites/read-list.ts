import { type PrintedDate, withYears } from '../domain/date';
import type { Post } from '../domain/entry';
import { findAdded } from './added';
import { inYear } from './date-parts';
import type { Dom } from './dom';
import { findHidden, type Link, type Links } from './links';
import { findMentions } from './mentions';
import { type RowPost, type RowReading, readRow } from './row-post';
import { findOwners, findRows } from './rows';
import { joinSiblings } from './siblings';
import type { Place } from './site';
import { clean } from './text';

/** The posts of a part of a page, and what looked wrong. */
interface ListReading {
  /** In page order, one for each canonical URL. */
  rows: RowPost[];
  /** Addresses whose rows have no title. */
  untitled: string[];
}

/** Where a page marks the name of an author. */
const AUTHORS =
  '[rel="author"],[itemprop="author"],[class*="author" i],[class*="writer" i],[class*="byline" i]';
/** Attributes that say a moment, where the text says `3天前` or nothing. */
const STAMPS = ['datetime', 'data-time', 'data-timestamp', 'data-date', 'data-ts', 'data-publish-time'];

/** What is needed to read any list of a document. */
export function rowReading(dom: Dom, base: URL, now: Date, links: Links): RowReading {
  const authors = new Set(dom.all(AUTHORS));
  const owners = findOwners(dom, links.posts);
  dom.added = findAdded(dom, owners);
  const hidden = findHidden(dom).union(dom.added);
  const stamps = new Map<Element, string>();
  for (const element of dom.all(
    `${STAMPS.map((name) => `[${name}]`)},abbr[title],time[title],span[title*=":"]`,
  )) {
    const said = [...STAMPS, 'title']
      .map((name) => dom.attribute(element, name))
      .find((one) => one && one.length < 60 && /\d/.test(one));
    if (said && !/^(?!.*publish).*(?:update|modif)/i.test(dom.attribute(element, 'class') ?? ''))
      stamps.set(element, said);
  }
  // Moments told as `3分钟前` change by the minute.
  const context = `${base.href} ${Math.floor(now.getTime() / 60_000)}`;
  return { dom, base, now, hidden, owners, links, urls: links.urls, authors, stamps, rules: {}, context };
}

/** Splits links into those inside the given elements (shown, not hidden), those inside rows of others, and the rest. */
export function splitLinks(reading: RowReading, within: Set<Element>) {
  const { dom, hidden } = reading;
  const inside: Link[] = [];
  const outside: Link[] = [];
  const places = new Map<Element, boolean>();
  for (const link of reading.links.posts)
    (isInside(dom, link.element, within, hidden, places) ? inside : outside).push(link);
  const mentions = findMentions(dom, inside, reading.owners);
  if (mentions.size === 0) return { inside, outside, mentions: [] };
  const kept = inside.filter((link) => !mentions.has(link));
  reading.owners = findOwners(dom, [...kept, ...outside]);
  for (const { element } of mentions) reading.urls.delete(element);
  return { inside: kept, outside, mentions: [...mentions] };
}

/** Posts that rows of others link to: no more than what their links say. */
export function readMentions(reading: RowReading, mentions: Link[]): RowPost[] {
  return mentions.flatMap(
    ({ element, url }) => readRow(reading, { url, element, links: [element], after: [] }) ?? [],
  );
}

function isInside(
  dom: Dom,
  element: Element,
  within: Set<Element>,
  hidden: Set<Element>,
  places: Map<Element, boolean>,
): boolean {
  const passed: Element[] = [];
  let inside = false;
  for (let at: Element | null = element; at; at = dom.parent(at)) {
    const known = places.get(at);
    inside = known ?? within.has(at);
    if (known !== undefined || inside || hidden.has(at)) break;
    passed.push(at);
  }
  for (const one of passed) places.set(one, inside);
  return inside;
}

/** Reads the rows around links. If a post occurs twice, the row with more content counts. */
export function readRows(
  reading: RowReading,
  links: Link[],
  within: Set<Element>,
  isList = true,
): ListReading {
  const best = new Map<string, RowPost>();
  const untitled = new Set<string>();
  const rows = findRows(reading.dom, links, within, reading.owners);
  if (isList) joinSiblings(reading, rows);
  for (const row of rows) {
    const found = readRow(reading, row);
    if (!found) {
      untitled.add(row.url);
      continue;
    }
    const known = best.get(row.url);
    if (!known || weight(found) > weight(known)) best.set(row.url, found);
  }
  const read = withoutLabels([...best.values()]);
  return { rows: read, untitled: [...untitled].filter((url) => !best.has(url)) };
}

/**
 * Rows without those that were put between them to be seen: they say so, and have no date where the others have one, or are of
 * another host.
 */
export function withoutPromos({ rows, untitled }: ListReading): ListReading & { promos: RowPost[] } {
  const dated = rows.filter(({ date }) => date).length;
  const hostOf = (row: RowPost | undefined) => row?.post.url.split('/')[2];
  const isPromo = (row: RowPost) =>
    row.isPromo && !row.date && (dated * 2 > rows.length || hostOf(row) !== hostOf(rows[0]));
  return { rows: rows.filter((row) => !isPromo(row)), promos: rows.filter(isPromo), untitled };
}

/** Fewest rows that tell what all rows have. */
const FEW = 3;

/** Titles without the label in front, where most rows have one in the same place: `<i>社会</i>题目`. */
function withoutLabels(rows: RowPost[]): RowPost[] {
  const labelled = rows.filter(({ label }) => label);
  if (labelled.length < FEW || labelled.length * 3 < rows.length * 2) return rows;
  return rows.map((row) => {
    const title = row.label ? clean(row.post.title.slice(row.label.length)).replace(/^[|｜:：·]\s*/, '') : '';
    return title ? { ...row, post: { ...row.post, title } } : row;
  });
}

function weight({ post, date }: RowPost): number {
  return (date ? 2 : 0) + (post.excerpt ? 1 : 0);
}

/**
 * The posts of rows with their dates. A date without a year takes the year from its permalink if that is near
 * (`/2020-06-13/…`), else from the order of the list, in which a row that was pinned to the top has no part.
 */
export function postsOf(rows: RowPost[], now: Date): Post[] {
  const ids = rows.map(({ post }) => Number(/\d+(?=\.html$|$)/.exec(post.url)?.[0]));
  const falls = ids.filter((id, at) => at > 0 && id < (ids[at - 1] ?? 0)).length;
  const isFalling = falls * 4 >= (rows.length - 1) * 3;
  // A list from the oldest to the newest is read from its end.
  const isRising = rows.length > FEW && falls === 0;
  const dated = rows.map(withYearOfPermalink);
  const isApart = (at: number) => rows[at]?.isPinned || (isFalling && (ids[at] ?? 0) < (ids[at + 1] ?? 0));
  const dates = isRising ? withYears(dated.toReversed(), now).toReversed() : withYears(dated, now, isApart);
  return rows.map(({ post }, index) => {
    const iso = dates[index];
    return iso ? { ...post, publishedAt: iso } : post;
  });
}

function withYearOfPermalink({ post, date }: RowPost): PrintedDate | undefined {
  const [, year, month] = /\/(\d{4})-(\d\d)-\d\d\//.exec(post.url) ?? [];
  return date && inYear(date, Number(year ?? 0), Number(month));
}

/** The places of the posts of rows, by canonical URL. */
export function placesOf(rows: RowPost[]): [string, Place][] {
  return rows.map(({ post, place }) => [post.url, place]);
}
