/**
 * A name for a post in citations: `tangya_blog_288123`. Host labels contain no `_`, so different posts
 * never get the same one.
 */
export function citeKey(url: string): string {
  const { hostname, pathname, searchParams } = new URL(url);
  const host = hostname.replace(/\.caixin\.com$/, '').replaceAll('.', '_');
  const short = searchParams.get('p');
  const path = pathname.replace(/^\/(?:archives\/)?|\.html$/g, '').replaceAll('/', '_');
  return `${host}_${short === null ? path : `p${short}`}`.replace(/[^\w-]/g, '');
}
