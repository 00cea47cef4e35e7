import type { Site } from './site';

/** Filled by the page's own script; empty as served (seen 2026-08, site.md 3.2). */
const LIST = '.all-blog .all-blog-con';

/** The front page of all blogs, and its topic lists `/archive/tags?tag=…` (site.md 3.2). */
export const blogFront: Site = {
  name: 'blog-front',
  matches: (url) => url.hostname === 'blog.caixin.com' && !url.pathname.startsWith('/archives/'),
  list: LIST,
  signs: '.all-blog, .more-blog, #blog_recommend_list',
  about(_dom, url) {
    const tag = url.searchParams.get('tag')?.trim();
    return { heading: tag, category: tag };
  },
  boxes: true,
  rules: { authors: '#blog_recommend_list .author' },
};
