import { textOf } from './about';
import type { Site } from './site';

/** A site whose main list is identified only by its container. */
function listIn(name: string, selector: string, heading: string, matches: (url: URL) => boolean): Site {
  return {
    name,
    matches: (url) => !/(?:^|\.)blog\.caixin\.com$/.test(url.hostname) && matches(url),
    detect(dom) {
      const lists = dom.all(selector);
      return lists.length > 0 ? lists : undefined;
    },
    about(dom) {
      const found = textOf(dom, heading);
      return found ? { heading: found } : {};
    },
  };
}

/** Section lists, `finance.caixin.com/regulation/` (seen 2026-08, site.md 5). */
export const section = listIn('section', '.stitXtuwen_list', '.conTop .crumb a:last-of-type', () => true);

/** Columnists and 火线评论 on opinion.caixin.com: the whole card is the link (seen 2026-08, site.md 5). */
export const columnist = listIn(
  'columnist',
  '.NewsList:has(> .newsItem)',
  '.columnistName, h1',
  (url) => url.hostname === 'opinion.caixin.com',
);

/** Fronts of channels and 名家 (seen 2026-08, site.md 5). */
export const channel = listIn('channel', '#listArticle', '.navBottom .current', () => true);

/** A columnist of culture.caixin.com (seen 2026-08, site.md 5). */
export const culture = listIn(
  'culture',
  '.channelBox .demolNews:has(> dl)',
  '.channelBox h1',
  (url) => url.hostname === 'culture.caixin.com',
);

/** An issue of the weekly (seen 2026-08, site.md 5). */
export const weekly = listIn(
  'weekly',
  '.report, .magContent2',
  '.report .title',
  (url) => url.hostname === 'weekly.caixin.com',
);

/** The home page (seen 2026-08, site.md 5). */
export const home = listIn(
  'home',
  '.news_list',
  'h1',
  (url) => url.hostname === 'www.caixin.com' && url.pathname === '/',
);
