import { inChina } from '../domain/calendar';
import type { Post } from '../domain/entry';
import { isBlogHost } from '../domain/url';
import type { RowPost, RowReading } from './row-post';

/** Remarks on a reading, as they stand in `Page.doubts`; how many links lack a title is said in words of its own. */
export const DOUBTS = {
  nameless: 'the article has no title',
  empty: 'the main list of the page is empty',
  /** Rows show digits like a date, and none was read. */
  undated: 'undated',
  /** The dates go up and down. */
  disordered: 'disordered',
  /** A date lies ahead. */
  ahead: 'ahead',
  /** Excerpts begin or end alike, or are hardly a word. */
  excerpts: 'excerpts',
  /** Titles begin or end alike. */
  titles: 'titles',
  /** More posts stand beside the list than in it. */
  beside: 'beside',
  /** A list gives fewer than two posts. */
  few: 'few',
  /** A frame may hold posts. */
  unseen: 'unseen',
} as const;

/** Fewest posts that show what all have in common. */
const FEW = 3;

/** What looks wrong in a list, for a person to read. */
export function doubtsOf(
  { dom, base, now }: RowReading,
  rows: RowPost[],
  untitled: string[],
  posts: Post[],
  others: Post[],
): string[] {
  const days = posts.flatMap(({ publishedAt }) => publishedAt?.slice(0, 10) ?? []);
  const excerpts = posts.flatMap(({ excerpt }) => excerpt ?? []);
  const isFew = posts.length < 2;
  const moment = inChina(now.getTime());
  const all = rows.length + untitled.length;
  const found: [unknown, string][] = [
    [untitled.length, `${all} links look like posts, ${untitled.length} have no title`],
    [
      rows.some(({ hasDigits }, at) => hasDigits && !posts[at]?.publishedAt) ||
        // Dates that were read one row too high leave the last without.
        (posts.length > FEW && posts.findIndex(({ publishedAt }) => !publishedAt) === posts.length - 1),
      'undated',
    ],
    [isDisordered(days), 'disordered'],
    [days.some((day) => day > moment), 'ahead'],
    [
      areAlike(excerpts, 4) || (excerpts.length >= FEW && excerpts.every((one) => one.length < 8)),
      DOUBTS.excerpts,
    ],
    [
      areAlike(
        posts.map(({ title }) => title),
        2,
      ),
      DOUBTS.titles,
    ],
    [!isFew && others.length > Math.max(posts.length, 9), 'beside'],
    [isFew && others.length > posts.length && isListAddress(base), 'few'],
    [isFew && dom.all('iframe[src*="caixin.com"],iframe[src^="/"]').length > 0, 'unseen'],
  ];
  return found.flatMap(([isSo, doubt]) => (isSo ? doubt : []));
}

/** Dates that go up and down: a day in the text was taken for one of publication. */
function isDisordered(days: string[]): boolean {
  const turns = (sign: number) =>
    days.filter((day, at) => at > 0 && day.localeCompare(days[at - 1] ?? '') === sign).length;
  return days.length > FEW && Math.min(turns(1), turns(-1)) * 4 >= days.length;
}

/** Whether most texts begin or end with the same signs, other than digits. */
function areAlike(texts: string[], signs: number): boolean {
  const most = (part: (text: string) => string) =>
    Math.max(
      0,
      ...[...Map.groupBy(texts, part)].map(([key, group]) => (/\p{L}/u.test(key) ? group.length : 0)),
    );
  const many = Math.max(FEW, texts.length * 0.7);
  return most((text) => text.slice(0, signs)) >= many || most((text) => text.slice(-signs)) >= many;
}

/** Whether an address is that of a blog's list (site.md 1). */
export function isListAddress(url: URL): boolean {
  return (
    isBlogHost(url.hostname) &&
    /^\/(?:page\/|usercategory\/|archives\/(?:date|tag)\/|archive\/(?:main|tags)|$)/.test(url.pathname)
  );
}
