import { bloggerOfTitle, documentTitle, textOf } from './about';
import type { Dom } from './dom';
import type { Site } from './site';
import { clean } from './text';

/** Filled by the page's own script; empty as served (seen 2026-08, site.md 3.1). Search results are no list of the page. */
const LIST = '.author-blog-list, .author-all-blog .all-blog-con:not(.search-author-list)';
/** An author's page of today, whatever is in it yet. */
const SIGNS = '.author-all-blog, .author-blog-list, .author-more-blog';

/** An author's blog, today's template: home, `/archive/main`, by `cate` or `year` (site.md 3). */
export const blogCurrent: Site = {
  name: 'blog-current',
  matches: (url) => url.hostname.endsWith('.blog.caixin.com') || /^\/archive\//.test(url.pathname),
  list: LIST,
  signs: SIGNS,
  about(dom, url) {
    const category = url.searchParams.get('cate')?.trim();
    return { author: authorOf(dom), category, heading: textOf(dom, '#top-title') ?? category };
  },
};

/** `window.authorName = "唐涯"` stands in the text of a script; the box beside the list has the name as well. */
function authorOf(dom: Dom): string | undefined {
  return textOf(dom, '.author_detail .name') ?? nameInScript(dom) ?? bloggerOfTitle(documentTitle(dom));
}

function nameInScript(dom: Dom): string | undefined {
  for (const script of dom.all('script:not([src])')) {
    const name = /window\.authorName\s*=\s*"([^"\\]{1,60})"/.exec(dom.text(script).slice(0, 20_000))?.[1];
    if (name) return clean(name);
  }
  return undefined;
}
