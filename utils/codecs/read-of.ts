import type { Post, Shelving } from '../domain/entry';
import { cut } from '../domain/plain-text';
import { listedTags } from '../domain/tag';
import { canonicalUrl, httpsUrl, parse } from '../domain/url';
import type { Found, Read, Reason } from './decoder';
import { exactTime, publishedOf } from './moments';
import { LIMITS, lineOf, noteOf, sampleOf } from './plain';

/** Unchecked values from a decoder: each may be missing, wrong or hostile. */
export type Raw = { [K in keyof Post | keyof Shelving]?: unknown };

/** `www.caixin.com/…` typed without its scheme. */
const BARE_HOST = /^(?:[a-z0-9-]+\.){1,8}[a-z]{2,12}\//i;

/**
 * Validates an item: every field is checked, bounded and plain, or left out. All decoders pass their items through this.
 * @param source the text in the file, shown if it cannot be read
 */
export function readOf(line: number, raw: Raw, source: string): Read {
  const address = typeof raw.url === 'string' ? raw.url.trim() : '';
  if (!address) return unreadable(line, 'no-address', source);
  const place = placeOf(address);
  if (!place) return unreadable(line, 'bad-address', source);
  return { line, item: { ...place, ...postFacts(raw), shelving: shelvingFacts(raw) } };
}

/** A place that could not be read. */
export function unreadable(line: number, reason: Reason, source: string): Read {
  return { line, unreadable: reason, text: sampleOf(source) };
}

function placeOf(address: string): Pick<Found, 'url' | 'isCaixin'> | undefined {
  if (address.length > LIMITS.address) return undefined;
  const whole = BARE_HOST.test(address) ? `https://${address}` : address;
  const canonical = canonicalUrl(whole);
  if (canonical) return { url: canonical, isCaixin: true };
  const url = parse(whole);
  return url && /^https?:$/.test(url.protocol) ? { url: url.href, isCaixin: false } : undefined;
}

function postFacts(raw: Raw): Partial<Omit<Post, 'url'>> {
  return withoutGaps({
    title: lineOf(raw.title, LIMITS.title),
    author: lineOf(raw.author, LIMITS.name),
    authorUrl: secure(raw.authorUrl),
    category: lineOf(raw.category, LIMITS.name),
    publishedAt: publishedOf(raw.publishedAt),
    excerpt: lineOf(raw.excerpt, LIMITS.excerpt),
    image: secure(raw.image),
  });
}

function shelvingFacts(raw: Raw): Partial<Shelving> {
  const tags = tagsOf(raw.tags);
  return withoutGaps({
    savedAt: exactTime(raw.savedAt),
    tags: tags.length ? tags : undefined,
    queue: rankOf(raw.queue),
    readAt: exactTime(raw.readAt),
    archivedAt: exactTime(raw.archivedAt),
    note: noteOf(raw.note),
  });
}

function tagsOf(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  const texts = value.slice(0, 2 * LIMITS.tags).filter((tag) => typeof tag === 'string');
  return listedTags(texts.map((tag) => cut(tag, 1_000)).join('\n')).slice(0, LIMITS.tags);
}

function rankOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > LIMITS.rank) return undefined;
  return /^[!-~]+$/.test(value) ? value : undefined;
}

function secure(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^https?:/i.test(value) || value.length > LIMITS.address)
    return undefined;
  return httpsUrl(value)?.toWellFormed();
}

type Gapless<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** An object without its undefined fields. */
function withoutGaps<T extends object>(object: T): Gapless<T> {
  // Cast: `fromEntries` forgets the keys; those left are the ones of `T` that have a value.
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Gapless<T>;
}
