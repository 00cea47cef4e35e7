import type { Post } from '../../utils/domain/entry';
import { canonicalUrl } from '../../utils/domain/url';
import { readPage } from '../../utils/sites';
import type { Page } from '../../utils/sites/site';
import { clean } from '../../utils/sites/text';
import { casesIn, documentOf, type PageCase } from './cases';

/** What is counted, in the order it is printed. */
const PARTS = ['posts', 'titles', 'dates', 'authors', 'excerpts'] as const;

/** How much of one page was read right. */
export interface Verdict {
  name: string;
  /** For each part: how many are right, of how many. */
  parts: Record<(typeof PARTS)[number], [right: number, all: number]>;
  /** Posts of which everything is right. */
  whole: number;
  perfect: boolean;
  /** Something is wrong, and the page says no doubt. */
  silent: boolean;
  /** What is wrong, for a person to read. */
  wrong: string[];
}

/** Compares a reading with what a person reads on the page. */
export function judge(one: PageCase, page: Page): Verdict {
  const found = new Map(
    [...(one.anywhere ? page.others : []), ...page.posts].map((post) => [post.url, post]),
  );
  const parts: Verdict['parts'] = {
    posts: [0, 0],
    titles: [0, 0],
    dates: [0, 0],
    authors: [0, 0],
    excerpts: [0, 0],
  };
  const wrong: string[] = [];
  const check = (part: keyof typeof parts, right: boolean, said: string) => {
    parts[part][1]++;
    if (right) parts[part][0]++;
    else wrong.push(`${part}: ${said}`);
  };
  let whole = 0;
  for (const want of one.posts) {
    const before = wrong.length;
    const got = found.get(canonicalUrl(want.url ?? '') ?? '');
    check('posts', got !== undefined, `${want.url} is not read`);
    if (got) comparePost(one, want, got, check);
    if (wrong.length === before) whole++;
  }
  if (!one.anywhere) {
    const order = page.posts.map(({ url }) => url).join(' ');
    const expected = one.posts.map(({ url }) => url).join(' ');
    if (order !== expected) wrong.push(`order: ${page.posts.length} posts for ${one.posts.length}: ${order}`);
    if (one.kind && one.kind !== page.kind) wrong.push(`kind: ${page.kind} for ${one.kind}`);
  }
  const perfect = wrong.length === 0;
  return { name: one.name, parts, whole, perfect, silent: !perfect && page.doubts.length === 0, wrong };
}

function comparePost(
  one: PageCase,
  want: Partial<Post>,
  got: Post,
  check: (part: (typeof PARTS)[number], right: boolean, said: string) => void,
): void {
  const title = clean(want.title ?? '');
  check('titles', got.title === title, `${got.title} for ${title}`);
  if (want.publishedAt !== undefined || !one.anywhere)
    check(
      'dates',
      isSameDate(want.publishedAt, got.publishedAt),
      `${got.publishedAt} for ${want.publishedAt}`,
    );
  if (want.author !== undefined && !one.anywhere)
    check('authors', got.author === want.author, `${got.author} for ${want.author}`);
  if (!one.anywhere && (one.complete || want.excerpt !== undefined))
    check('excerpts', got.excerpt === want.excerpt, `${got.excerpt} for ${want.excerpt}`);
}

/** A day is named alone where no more than the day can be known. Feeds give moments in other zones. */
function isSameDate(want: string | undefined, got: string | undefined): boolean {
  if (!want || !got) return want === got;
  return got.startsWith(want.endsWith('Z') ? want.slice(0, 10) : want);
}

/** Reads a page and judges the reading. */
export function verdictOn(one: PageCase): Verdict {
  return judge(one, readPage(documentOf(one), one.url, one.now));
}

/** The verdicts on all pages of a folder. */
export function scorePages(folder: string): Verdict[] {
  return casesIn(folder).map(verdictOn);
}

/** The sums of verdicts as one line. */
export function sumUp(verdicts: Verdict[]): string {
  const sums = PARTS.map((part) => {
    const [right, all] = [0, 1].map((at) =>
      verdicts.reduce((sum, { parts }) => sum + (parts[part][at] ?? 0), 0),
    );
    return `${part} ${right}/${all}`;
  });
  const count = (test: (one: Verdict) => boolean) => verdicts.filter(test).length;
  const whole = verdicts.reduce((sum, one) => sum + one.whole, 0);
  const all = verdicts.reduce((sum, { parts }) => sum + parts.posts[1], 0);
  const perfect = `whole ${whole}/${all} · perfect ${count((one) => one.perfect)}/${verdicts.length}`;
  return `${sums.join(' · ')} · silent failures ${count((one) => one.silent)} · ${perfect}`;
}
