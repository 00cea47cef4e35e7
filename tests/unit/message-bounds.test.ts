// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { MOST_ASKED } from '../../utils/messaging/contract';
import { PAGE_CALLS, pageFrom, postsFrom, textIn } from '../../utils/messaging/shapes';
import { aPost, urlOf } from './a-library';

const many = <T>(count: number, make: (n: number) => T) =>
  Array.from({ length: count }, (_, n) => make(n + 1));
const long = (length: number) => '长'.repeat(length);
const addressOf = (length: number) => `https://img.caixin.com/${'a'.repeat(length - 23)}`;

/** The validated arguments of a call, or the first word of its refusal. */
function outcome(call: keyof typeof PAGE_CALLS, args: unknown): unknown {
  try {
    return PAGE_CALLS[call](args);
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message.slice(0, 9)}` : error;
  }
}

const REFUSED = 'AppError: refused: ';

describe('the longest that is accepted, and the shortest that is not', { timeout: 60_000 }, () => {
  it.each([
    ['a title', (n: number) => ({ title: long(n) }), 2000],
    ['an author', (n: number) => ({ author: long(n) }), 2000],
    ['a category', (n: number) => ({ category: long(n) }), 2000],
    ['an excerpt', (n: number) => ({ excerpt: long(n) }), 20_000],
    ['a picture', (n: number) => ({ image: addressOf(n) }), 4096],
    ['an author’s page', (n: number) => ({ authorUrl: addressOf(n) }), 4096],
  ])('%s', (_what, make, most) => {
    const right = [[aPost(1, make(most))], {}];
    expect(outcome('savePosts', right)).toEqual(right);
    expect(outcome('savePosts', [[aPost(1, make(most + 1))], {}])).toBe(REFUSED);
  });

  it.each([
    ['posts', 'savePosts', (n: number) => [many(n, (one) => aPost(one)), {}], 10_000],
    ['tags', 'savePosts', (n: number) => [[], { tags: many(n, String) }], 100],
    ['a tag', 'savePosts', (n: number) => [[], { tags: [long(n)] }], 200],
    ['addresses', 'marks', (n: number) => [many(n, urlOf)], MOST_ASKED],
    ['the author of a page', 'tags', (n: number) => [{ author: long(n) }], 2000],
    ['the category of a page', 'tags', (n: number) => [{ category: long(n) }], 2000],
    ['posts of a page', 'pageRead', (n: number) => [{ posts: n, saved: 0 }], 1_000_000],
    ['saved posts of a page', 'pageRead', (n: number) => [{ posts: 0, saved: n }], 1_000_000],
    ['ticks', 'changeDraft', (n: number) => [{ tick: many(n, urlOf) }], 10_000],
    ['ticks taken away', 'changeDraft', (n: number) => [{ untick: many(n, urlOf) }], 10_000],
    ['tags of a draft', 'changeDraft', (n: number) => [{ tag: many(n, String) }], 10_000],
    ['tags taken away', 'changeDraft', (n: number) => [{ untag: many(n, String) }], 10_000],
    ['what is typed', 'changeDraft', (n: number) => [{ typed: long(n) }], 1_000_000],
  ] as const)('%s', (_what, call, make, most) => {
    expect(outcome(call, make(most))).toEqual(make(most));
    expect(outcome(call, make(most + 1))).toBe(REFUSED);
  });

  it('an address of more than two thousand characters is refused', () => {
    expect(outcome('marks', [[`${urlOf(1)}${'?'.repeat(2048)}`]])).toBe(REFUSED);
  });

  it('all the text of one save', () => {
    const full = many(1599, (n) => aPost(n, { excerpt: long(20_000 - textIn([aPost(n)])) }));
    const pad = (more: number) => {
      const bare = textIn([aPost(9999)]);
      return [...full, aPost(9999, { excerpt: long(20_000 - bare + more) })];
    };
    expect(textIn(pad(0))).toBe(32_000_000);
    expect(postsFrom(pad(0))).toHaveLength(pad(0).length);
    expect(() => postsFrom(pad(1))).toThrow('too much text');
  });
});

describe('a moment', () => {
  it.each(['2020-12-16', '2020-12-16T12:00+08:00', '2020-12-16T12:00:30+08:00'])('%s', (publishedAt) => {
    expect(outcome('savePosts', [[aPost(1, { publishedAt })], {}])).toEqual([
      [aPost(1, { publishedAt })],
      {},
    ]);
  });

  it.each([
    '2020-12-16T12:00',
    '2020-12-16T12:00Z',
    'x2020-12-16',
    '2020-12-16x',
    '2020-1-16',
    '2020-12-6',
    '20-12-16',
    '2020-12-16T1:00+08:00',
    '2020-12-16T12:0+08:00',
    '2020-12-16T12:00:3+08:00',
    '2020-12-16 12:00+08:00',
    'abcd-ef-gh',
  ])('not %s', (publishedAt) =>
    expect(outcome('savePosts', [[aPost(1, { publishedAt })], {}])).toBe(REFUSED),
  );
});

describe('arguments', () => {
  it.each([
    ['savePosts', [[], {}, 1]],
    ['savePosts', [[]]],
    ['savePosts', [[aPost(1, { image: 'http://img.caixin.com/a.jpg' })], {}]],
    ['savePosts', [[aPost(1, { authorUrl: 'http://a.blog.caixin.com/' })], {}]],
    ['savePosts', [[], { queue: 1 }]],
    ['savePosts', [[], { tags: [1] }]],
    ['marks', []],
    ['marks', [[urlOf(1)], 1]],
    ['marks', [[1]]],
    ['tags', []],
    ['tags', [{ author: 1 }]],
    ['undo', []],
    ['undo', [0]],
    ['undo', [1.5]],
    ['undo', ['1']],
    ['redo', [0]],
    ['redo', [1, 2]],
    ['draft', [1]],
    ['changeDraft', [{ tick: ['https://example.com/'] }]],
    ['changeDraft', [{ typed: 1 }]],
    ['changeDraft', []],
    ['pageRead', [{ posts: 1 }]],
    ['pageRead', [{ posts: 1, saved: -1 }]],
    ['pageRead', [{ posts: 1, saved: 0.5 }]],
  ] as const)('%s with %j are refused', (call, args) => {
    expect(outcome(call, args)).toBe(REFUSED);
  });

  it.each([
    ['savePosts', [[aPost(1)], { tags: ['治理'], queue: true }]],
    ['savePosts', [[], { queue: false }]],
    ['tags', [{}]],
    ['tags', [{ author: '闫加伟', category: '社区治理' }]],
    ['undo', [1]],
    ['redo', [2]],
    ['draft', []],
    ['changeDraft', [{}]],
    ['changeDraft', [{ tick: [urlOf(1)], untick: [urlOf(2)], tag: ['甲'], untag: ['乙'], typed: '' }]],
    ['pageRead', [{ posts: 0, saved: 0 }]],
  ] as const)('%s with %j are taken as they are', (call, args) => {
    expect(outcome(call, args)).toEqual(args);
  });

  it('what is wrong is reported with its place, in at most two hundred characters', () => {
    expect(() => PAGE_CALLS.savePosts([[aPost(1), aPost(2, { title: ' ' })], {}])).toThrow(
      'refused: 0.1.title: a title without a character',
    );
    expect(() => PAGE_CALLS.undo(7)).toThrow(/^refused: arguments: /);
    expect(() => PAGE_CALLS.marks([['https://example.com/']])).toThrow(
      'refused: 0.0: not the address of an article',
    );
    expect(() => PAGE_CALLS.marks([[urlOf(1), 'x'.repeat(3000)]])).toThrow(/^refused: 0\.1: .{1,200}$/);
  });
});

describe('a page as its content script describes it', () => {
  const page = {
    kind: 'list' as const,
    site: 'blog-legacy',
    heading: '社区治理',
    author: '闫加伟',
    category: '社区治理',
    posts: [aPost(1)],
    others: [aPost(2)],
    next: 'https://yanjiawei.blog.caixin.com/page/2',
    confidence: 'rules' as const,
    doubts: ['一句话'],
  };
  const state = { address: 'https://yanjiawei.blog.caixin.com/', page };

  it('is accepted as it is, and without its optional parts', () => {
    expect(pageFrom(state)).toEqual(state);
    const { heading, author, category, next, ...bare } = page;
    for (const kind of ['list', 'article', 'other'] as const)
      for (const confidence of ['rules', 'structure'] as const) {
        const one = { ...state, page: { ...bare, kind, confidence } };
        expect(pageFrom(one)).toEqual(one);
      }
  });

  it.each([
    { address: 1 },
    { address: long(100_001) },
    { page: undefined },
    { page: { ...page, kind: 'odd' } },
    { page: { ...page, kind: '' } },
    { page: { ...page, confidence: 'odd' } },
    { page: { ...page, confidence: '' } },
    { page: { ...page, site: undefined } },
    { page: { ...page, heading: long(2001) } },
    { page: { ...page, author: 1 } },
    { page: { ...page, category: 1 } },
    { page: { ...page, posts: [{}] } },
    { page: { ...page, others: undefined } },
    { page: { ...page, next: long(4097) } },
    { page: { ...page, doubts: [long(20_001)] } },
    { page: { ...page, doubts: many(10_001, () => 'x') } },
  ])('is refused where it is odd (%#)', (odd) => {
    expect(() => pageFrom({ ...state, ...odd })).toThrow(/^refused: /);
  });

  it('has maximum lengths', () => {
    const most = {
      address: long(100_000),
      page: { ...page, heading: long(2000), next: long(4096), doubts: many(10_000, () => 'x') },
    };
    expect(pageFrom(most)).toEqual(most);
  });
});

describe('how much text posts contain', () => {
  it('is the sum of all their fields', () => {
    expect(textIn([])).toBe(0);
    const [one, two] = [aPost(1), aPost(2, { excerpt: '摘要' })];
    const sum = (post: object) => Object.values(post).join('').length;
    expect(textIn([one, two])).toBe(sum(one) + sum(two));
  });
});
