import { withYears } from '../domain/date';
import type { Post } from '../domain/entry';
import { findAdded } from './added';
import type { Dom } from './dom';
import { findHidden, type Link, type Links } from './links';
import { type RowPost, type RowReading, readRow } from './row-post';
import { findOwners, findRows } from './rows';
import type { Place, RowRules } from './site';

/** The posts of a part of a page, and what looked wrong. */
export interface ListReading {
  /** In page order, one for each canonical URL. */
  rows: RowPost[];
  /** Addresses whose rows have no title. */
  untitled: string[];
}

/** What is needed to read any list of a document. */
export function rowReading(dom: Dom, base: URL, now: Date, links: Links, rules: RowRules = {}): RowReading {
  const authors = new Set(rules.authors ? dom.all(rules.authors) : []);
  const owners = findOwners(dom, links.posts);
  dom.added = findAdded(dom, owners);
  const hidden = findHidden(dom).union(dom.added);
  return { dom, base, now, hidden, owners, urls: links.urls, authors, rules };
}

/** Splits links into those inside the given elements (shown, not hidden) and the rest. */
export function splitLinks({ dom, hidden }: RowReading, links: Link[], within: Set<Element>) {
  const inside: Link[] = [];
  const outside: Link[] = [];
  const places = new Map<Element, boolean>();
  for (const link of links)
    (isInside(dom, link.element, within, hidden, places) ? inside : outside).push(link);
  return { inside, outside };
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
export function readRows(reading: RowReading, links: Link[], within: Set<Element>): ListReading {
  const best = new Map<string, RowPost>();
  const untitled = new Set<string>();
  for (const row of findRows(reading.dom, links, within, reading.owners)) {
    const found = readRow(reading, row);
    if (!found) {
      untitled.add(row.url);
      continue;
    }
    const known = best.get(row.url);
    if (!known || weight(found) > weight(known)) best.set(row.url, found);
  }
  const rows = [...best.values()];
  return { rows, untitled: [...untitled].filter((url) => !best.has(url)) };
}

function weight({ post, date }: RowPost): number {
  return (date ? 2 : 0) + (post.excerpt ? 1 : 0);
}

/**
 * The posts of rows with their dates. A date without a year takes the year from its permalink if that is near
 * (`/2020-06-13/…`), else from the order of the list.
 */
export function postsOf(rows: RowPost[], now: Date): Post[] {
  const dates = withYears(
    rows.map(({ post, date }) => date && (yearOfPermalink(post.url, date) ?? date)),
    now,
  );
  return rows.map(({ post }, index) => {
    const iso = dates[index];
    return iso ? { ...post, publishedAt: iso } : post;
  });
}

function yearOfPermalink(url: string, date: NonNullable<RowPost['date']>): { iso: string } | undefined {
  if ('iso' in date) return undefined;
  const [, year, month] = /\/(\d{4})-(\d\d)-\d\d\//.exec(url) ?? [];
  if (!year || Number(month) !== date.month) return undefined;
  const day = `${year}-${month}-${String(date.day).padStart(2, '0')}`;
  return { iso: date.time ? `${day}T${date.time}+08:00` : day };
}

/** The places of the posts of rows, by canonical URL. */
export function placesOf(rows: RowPost[]): [string, Place][] {
  return rows.map(({ post, place }) => [post.url, place]);
}
