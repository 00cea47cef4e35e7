import * as v from 'valibot';
import type { Post } from './entry';
import type { BackgroundApi, PageCounts, PageNames, SaveOptions } from './messages';
import type { Shapes } from './messaging';
import { TroubleError } from './trouble';
import { canonicalUrl } from './url';

/** Most posts in one message: the longest list a page is read for. */
const MOST_POSTS = 10_000;

/** Most addresses in one question: the list, and what else stands on the page. */
const MOST_URLS = 20_000;

/** Far above what a reading gives, in UTF-16 units: a border guards against floods, it does not edit. */
const line = v.pipe(v.string(), v.maxLength(2_000));
const text = v.pipe(v.string(), v.maxLength(20_000));

const address = v.pipe(
  v.string(),
  v.maxLength(2_048),
  v.check((url) => canonicalUrl(url) === url, 'not the address of an article'),
);

const secure = v.pipe(v.string(), v.maxLength(4_096), v.startsWith('https://'));

/** ISO 8601 in China time, or a day. */
const moment = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?\+08:00)?$/));

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));

const post: v.GenericSchema<unknown, Post> = v.object({
  url: address,
  title: v.pipe(line, v.regex(/\S/, 'a title without a character')),
  author: v.exactOptional(line),
  authorUrl: v.exactOptional(secure),
  category: v.exactOptional(line),
  publishedAt: v.exactOptional(moment),
  excerpt: v.exactOptional(text),
  image: v.exactOptional(secure),
});

const posts = v.pipe(v.array(post), v.maxLength(MOST_POSTS));

const options: v.GenericSchema<unknown, SaveOptions> = v.object({
  tags: v.exactOptional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(100))),
  queue: v.exactOptional(v.boolean()),
});

const names: v.GenericSchema<unknown, PageNames> = v.object({
  author: v.optional(line),
  category: v.optional(line),
});

const counts: v.GenericSchema<unknown, PageCounts> = v.object({ posts: count, saved: count });

/** What content scripts may send, call by call. Only the background needs this: it would be dead weight in a page. */
export const PAGE_CALLS: Shapes<BackgroundApi> = {
  savePosts: (args) => shaped(v.strictTuple([posts, options]), args),
  marks: (args) => shaped(v.strictTuple([v.pipe(v.array(address), v.maxLength(MOST_URLS))]), args),
  tags: (args) => shaped(v.strictTuple([names]), args),
  redo: (args) => shaped(v.strictTuple([]), args),
  undo: (args) => shaped(v.strictTuple([v.pipe(v.number(), v.integer(), v.minValue(1))]), args),
  pageRead: (args) => shaped(v.strictTuple([counts]), args),
  unwatched: (args) => shaped(v.strictTuple([]), args),
};

/** The posts a page has told of; throws a `TroubleError` where one is no post. */
export function postsFrom(value: unknown): Post[] {
  return shaped(posts, value);
}

function shaped<T>(shape: v.GenericSchema<unknown, T>, value: unknown): T {
  const { success, output, issues } = v.safeParse(shape, value, { abortEarly: true });
  if (success) return output;
  const [issue] = issues;
  throw new TroubleError(
    'broken',
    `refused: ${v.getDotPath(issue) ?? 'arguments'}: ${issue.message.slice(0, 200)}`,
  );
}
