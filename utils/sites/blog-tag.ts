import type { Site } from './site';
import { clean } from './text';

/**
 * The tag lists over all blogs of the WordPress years, `blog.caixin.com/archives/tag/NAME/page/N`: author, title,
 * author and month-day, the author's line about himself, excerpt (site.md 2.1).
 */
export const blogTag: Site = {
  name: 'blog-tag',
  matches: (url) => url.hostname === 'blog.caixin.com' && url.pathname.startsWith('/archives/tag/'),
  list: '#content',
  about(_dom, url) {
    const name = decode(/^\/archives\/tag\/([^/]+)/.exec(url.pathname)?.[1] ?? '');
    return { heading: name, category: name };
  },
  rules: { lastLine: true },
};

function decode(text: string): string {
  try {
    return clean(decodeURIComponent(text));
  } catch {
    return '';
  }
}
