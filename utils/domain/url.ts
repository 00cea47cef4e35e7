/** Hosts of Caixin: the domain itself and everything below it. Caixin Global is another site. */
const CAIXIN_HOST = /^(?:[a-z0-9-]+\.)*caixin\.com$/;

/** A blog's host: an author's label, or the blog's own front (site.md 1: letters, digits and hyphens). */
const BLOG_HOST = /^(?:[a-z0-9-]{1,63}\.)?blog\.caixin\.com$/;

/** The form of nearly every blog link, matched without the URL parser. */
const PLAIN_BLOG = /^(?:https?:)?\/\/([a-z0-9-]{1,63}\.blog\.caixin\.com\/archives\/\d{1,12})\/?(?:[?#]|$)/;

/** The same for articles of the channels. */
const PLAIN_NEWS =
  /^(?:https?:)?\/\/([a-z0-9-]{1,63}\.caixin\.com)(\/(?:m\/)?\d{4}-\d\d-\d\d\/\d{1,12}(?:_\d+)?\.html)(?:[?#]|$)/;

/** `/archives/ID` and pages of its comments; never `/archives/date/…`, `/archives/tag/…`, `/archive/…` (site.md 1). */
const BLOG_PATH = /^(?:\/m)?\/archives\/(\d{1,12})(?:\/comment-page-\d+)?\/?$/;

/**
 * `/YYYY-MM-DD/ID.html`, also under `/m/` (phones) and `/articlev5/` (apps), as `ID_N.html` (page N of a long article) and
 * as `ID_all.html` (site.md 9).
 */
const NEWS_PATH = /^\/(?:(?:m|articlev5)\/)?(\d{4}-\d\d-\d\d\/\d{1,12})(?:_(?:\d+|all))?\.html$/;

/**
 * The one address by which a post is known, or undefined where an address is no article of Caixin. Two addresses
 * are the same post exactly when this is the same string. It is https, has a lower-case host and neither fragment nor
 * parameters; applying it again changes nothing.
 *
 * WordPress's short link `?p=N` keeps its form: the one blog seen using it numbers its posts by itself
 * (datanews, `?p=203`), so N is not the N of `/archives/N` (site.md 1 and 7).
 *
 * @param base what a relative address is resolved against
 */
export function canonicalUrl(href: string, base?: URL | string): string | undefined {
  const blog = PLAIN_BLOG.exec(href);
  if (blog) return `https://${blog[1]}`;
  const [, host = '', path = ''] = PLAIN_NEWS.exec(href) ?? [];
  if (host && host !== 'blog.caixin.com') return newsUrl(host, path);
  const url = parse(href, base);
  return url && canonical(url);
}

function canonical(url: URL): string | undefined {
  const host = url.hostname.replace(/\.$/, '');
  if (!isWeb(url) || !CAIXIN_HOST.test(host)) return undefined;
  const blog = host.replace(PHONE, '');
  if (!BLOG_HOST.test(blog)) return newsUrl(host, url.pathname);
  const id = BLOG_PATH.exec(url.pathname)?.[1];
  return id ? `https://${blog}/archives/${id}` : shortLink(blog, url);
}

/** What phones are sent to: `m.caixin.com` for the home page's host, `m.X` and `mob.X` for X (site.md 9). */
const PHONE = /^m(?:ob)?\.(?!(?:blog\.)?caixin)/;

function newsUrl(host: string, path: string): string | undefined {
  const found = NEWS_PATH.exec(path)?.[1];
  return (
    found &&
    `https://${host.replace(PHONE, '').replace(/^(?:(?:m|mob|mappsv5)\.)?caixin/, 'www.caixin')}/${found}.html`
  );
}

function shortLink(host: string, url: URL): string | undefined {
  const id = url.searchParams.get('p');
  if (!/^\/(?:index\.php)?$/.test(url.pathname) || !id || !/^\d{1,12}$/.test(id)) return undefined;
  return `https://${host}/?p=${id}`;
}

function isWeb(url: URL): boolean {
  return /^https?:$/.test(url.protocol) && url.port === '';
}

/** An address as a URL, or undefined where it is none. */
export function parse(href: string, base?: URL | string): URL | undefined {
  try {
    return new URL(href, base);
  } catch {
    return undefined;
  }
}

/** Whether an address is on Caixin's own hosts. */
export function isCaixin(url: URL): boolean {
  return isWeb(url) && CAIXIN_HOST.test(url.hostname);
}

/** Whether a host is an author's blog or the blog's front. */
export function isBlogHost(host: string): boolean {
  return BLOG_HOST.test(host);
}

/** The address of a web page without its fragment: the key of its draft. */
export function pageAddress(href: string): string {
  return href.replace(/#.*$/s, '');
}

/** An address made https where it is http or has no scheme of its own; undefined for anything else. */
export function httpsUrl(href: string, base?: URL | string): string | undefined {
  const url = parse(href.trim(), base);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  url.protocol = 'https:';
  return url.href;
}
