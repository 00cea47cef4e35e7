import * as v from 'valibot';
import type { DraftChange } from '../domain/draft';
import type { Post } from '../domain/entry';
import { AppError } from '../domain/errors';
import { canonicalUrl } from '../domain/url';
import type { Shapes } from './answer-pages';
import {
  type BackgroundApi,
  MOST_ASKED,
  type PageCounts,
  type PageNames,
  type PageState,
  type SaveOptions,
} from './contract';

/** Most posts in one message: the longest list that is read from a page. */
const MOST_POSTS = 10_000;

/** Most text in one save, in UTF-16 units: twice that of the longest list with the longest fields. */
const MOST_TEXT = 32_000_000;

/** Far above what is read from pages, in UTF-16 units: these limits only guard against floods. */
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

const posts = v.pipe(
  v.array(post),
  v.maxLength(MOST_POSTS),
  v.check((all) => textIn(all) <= MOST_TEXT, 'too much text'),
);

const tag = v.pipe(v.string(), v.maxLength(200));

const options: v.GenericSchema<unknown, SaveOptions> = v.object({
  tags: v.exactOptional(v.pipe(v.array(tag), v.maxLength(100))),
  queue: v.exactOptional(v.boolean()),
});

const names: v.GenericSchema<unknown, PageNames> = v.object({
  author: v.optional(line),
  category: v.optional(line),
});

const counts: v.GenericSchema<unknown, PageCounts> = v.object({ posts: count, saved: count });

const ticks = v.pipe(v.array(address), v.maxLength(MOST_POSTS));

/** As many as can be pasted at once; a draft stores fewer. */
const tags = v.pipe(v.array(tag), v.maxLength(10_000));

const change: v.GenericSchema<unknown, DraftChange> = v.object({
  tick: v.exactOptional(ticks),
  untick: v.exactOptional(ticks),
  tag: v.exactOptional(tags),
  untag: v.exactOptional(tags),
  typed: v.exactOptional(v.pipe(v.string(), v.maxLength(1_000_000))),
});

const step = v.pipe(v.number(), v.integer(), v.minValue(1));

const pageState: v.GenericSchema<unknown, PageState> = v.object({
  address: v.pipe(v.string(), v.maxLength(100_000)),
  page: v.object({
    kind: v.picklist(['list', 'article', 'other']),
    site: line,
    heading: v.exactOptional(line),
    author: v.exactOptional(line),
    category: v.exactOptional(line),
    posts,
    others: posts,
    next: v.exactOptional(v.pipe(v.string(), v.maxLength(4_096))),
    confidence: v.picklist(['rules', 'structure']),
    doubts: v.pipe(v.array(text), v.maxLength(10_000)),
  }),
});

/** What content scripts may send, call by call. Only the background loads this. */
export const PAGE_CALLS: Shapes<BackgroundApi> = {
  savePosts: (args) => shaped(v.strictTuple([posts, options]), args),
  marks: (args) => shaped(v.strictTuple([v.pipe(v.array(address), v.maxLength(MOST_ASKED))]), args),
  tags: (args) => shaped(v.strictTuple([names]), args),
  undo: (args) => shaped(v.strictTuple([step]), args),
  overlay: (args) => shaped(v.strictTuple([]), args),
  redo: (args) => shaped(v.strictTuple([step]), args),
  draft: (args) => shaped(v.strictTuple([]), args),
  changeDraft: (args) => shaped(v.strictTuple([change]), args),
  pageRead: (args) => shaped(v.strictTuple([counts]), args),
  unwatched: (args) => shaped(v.strictTuple([]), args),
};

/** Validates posts sent by a page. Throws an `AppError` if one is not a post. */
export function postsFrom(value: unknown): Post[] {
  return shaped(posts, value);
}

/** Validates the page sent by a content script. Throws an `AppError` if it is no such page. */
export function pageFrom(value: unknown): PageState {
  return shaped(pageState, value);
}

/** How much text posts have, in UTF-16 units. */
export function textIn(all: readonly Post[]): number {
  return all.reduce((sum, one) => Object.values(one).reduce((size, field) => size + field.length, sum), 0);
}

function shaped<T>(shape: v.GenericSchema<unknown, T>, value: unknown): T {
  const { success, output, issues } = v.safeParse(shape, value, { abortEarly: true });
  if (success) return output;
  const [issue] = issues;
  throw new AppError(
    'broken',
    `refused: ${v.getDotPath(issue) ?? 'arguments'}: ${issue.message.slice(0, 200)}`,
  );
}
