import { isSyntax } from '../../domain/title';

/** What Caixin's pages put behind the title of an article: `_林夏的博客-财新博客-财新网`. */
const SITE =
  /(?:\s*[_|｜-][^_|｜-]{0,30}的博客)?(?:\s*[_|｜-][^_|｜-]{0,30}(?:财新|caixin)[^_|｜-]{0,30}){1,3}$/i;

/** The title of an article by the title of its page; undefined where nothing is left of it. */
export function titleOfPage(title: string | undefined): string | undefined {
  const own = title?.slice(0, 2_000).replace(/\s+/g, ' ').replace(SITE, '').trim();
  return own && !isSyntax(own) ? own : undefined;
}
