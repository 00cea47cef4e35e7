import type { Entry } from '../../domain/entry';
import { isBlogHost } from '../../domain/url';
import type { About, Codec } from '../codec';
import { escapeXml } from './escape-xml';

/** The feeds of the authors, for a feed reader: OPML 2.0, one outline for each author's blog. */
export const opml: Codec = {
  name: 'opml',
  extension: 'opml',
  mime: 'text/x-opml;charset=utf-8',
  keeps: [],
  encode,
};

async function* encode(batches: AsyncIterable<Entry[]>, about: About): AsyncGenerator<string> {
  yield head(about);
  const seen = new Set<string>();
  for await (const batch of batches) {
    const outlines = batch.flatMap((entry) => outline(entry, seen) ?? []).join('');
    if (outlines) yield outlines;
  }
  yield '</body>\n</opml>\n';
}

function head({ exportedAt }: About): string {
  const title = `<title>财新剪报</title><dateCreated>${exportedAt.toUTCString()}</dateCreated>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n<head>${title}</head>\n<body>\n`;
}

/** The blog of a post, the first time it is met. */
function outline({ url, author }: Entry, seen: Set<string>): string | undefined {
  const { hostname } = new URL(url);
  if (!isBlogHost(hostname) || hostname === 'blog.caixin.com' || seen.has(hostname)) return undefined;
  seen.add(hostname);
  const name = escapeXml(author ?? hostname.replace('.blog.caixin.com', ''));
  const blog = `https://${hostname}`;
  return `  <outline type="rss" text="${name}" title="${name}" xmlUrl="${blog}/feed" htmlUrl="${blog}"/>\n`;
}
