import { isBlogHost } from '../domain/url';
import { textOf } from './about';
import type { Site } from './site';

/**
 * A site whose main list is identified only by its container.
 * @param where the beginning of its address; without it, all but blogs
 */
function listIn(name: string, list: string, heading: string, where = /^/): Site {
  return {
    name,
    matches: ({ hostname, pathname }) => !isBlogHost(hostname) && where.test(hostname + pathname),
    list,
    about: (dom) => ({ heading: textOf(dom, heading) }),
  };
}

/** Section lists, `finance.caixin.com/regulation/` (seen 2026-08, site.md 5). */
export const section = listIn('section', '.stitXtuwen_list', '.conTop .crumb a:last-of-type');

/** Columnists and 火线评论 on opinion.caixin.com: the whole card is the link (seen 2026-08, site.md 5). */
export const columnist = listIn(
  'columnist',
  '.NewsList:has(> .newsItem)',
  '.columnistName, h1',
  /^opinion\.caixin\.com/,
);

/** Fronts of channels and 名家 (seen 2026-08, site.md 5). */
export const channel = listIn('channel', '#listArticle', '.navBottom .current');

/** A columnist of culture.caixin.com (seen 2026-08, site.md 5). */
export const culture = listIn(
  'culture',
  '.channelBox .demolNews:has(> dl)',
  '.channelBox h1',
  /^culture\.caixin\.com/,
);

/** An issue of the weekly (seen 2026-08, site.md 5). */
export const weekly = listIn('weekly', '.report, .magContent2', '.report .title', /^weekly\.caixin\.com/);

/** The home page (seen 2026-08, site.md 5). */
export const home = listIn('home', '.news_list', 'h1', /^www\.caixin\.com\/$/);
