import type { Post } from '../domain/entry';
import type { Page } from './site';

/** Most posts a report describes. */
const MOST = 30;

/**
 * What a page was read as, for a report to those who mend the reading: its kind, the doubts, and the form of what was found. None
 * of the page's words: of texts only the lengths, of addresses the host and the form.
 * @param address of the page
 */
export function reportOf(page: Page, address: string): string {
  const { kind, site, confidence, doubts, posts, others } = page;
  const head = {
    page: formOf(address),
    kind,
    site,
    confidence,
    doubts,
    posts: posts.length,
    others: others.length,
  };
  const lines = [
    ...posts.slice(0, MOST).map(rowOf),
    ...others.slice(0, MOST).map((post) => `beside ${rowOf(post)}`),
  ];
  return [JSON.stringify(head), ...lines].join('\n');
}

function rowOf(post: Post): string {
  const date = post.publishedAt?.replace(/\d/g, '0') ?? 'none';
  const lengths = [post.title, post.author, post.excerpt].map((text = '') => text.length).join(' ');
  return `${formOf(post.url)} date ${date} title, author, excerpt ${lengths}${post.image ? ' image' : ''}`;
}

/** An address with its host, and its path with every number as one 0 and every name of one's own left out. */
function formOf(address: string): string {
  const url = URL.parse(address);
  if (!url) return '';
  const path = url.pathname
    .replace(/%[\da-f]{2}/gi, '…')
    .replace(/\d+/g, '0')
    .replace(/…+/g, '…');
  return `${url.hostname}${path}${[...url.searchParams.keys()].map((key) => `?${key}`).join('')}`;
}
