import { findDate } from '../domain/date';
import type { Post } from '../domain/entry';
import { cut } from '../domain/plain-text';
import { httpsUrl, isBlogHost } from '../domain/url';
import { bloggerOfTitle, documentTitle, headingOfTitle, textOf } from './about';
import { bylineOf } from './bylines';
import { dateOfLine } from './dates';
import type { Dom } from './dom';
import { linesOf } from './lines';
import type { RowReading } from './row-post';
import { readContent } from './segments';
import { clean, EXCERPT_LIMIT, TITLE_LIMIT, withoutCut } from './text';

/** Titles, newest markup first: channels 2026-08, phones and apps, WordPress years (site.md 2.2, 5, 9). */
const TITLE =
  '#conTit h1, h1.news-title, #cx-main h1, #cx-main .title, #cons h1, #content h2, .blog-top-title, #the_content h1';
/** Dates: the hidden block for search engines, the line under the title, WordPress (site.md 2.2, 5). */
const DATE = '#pubtime_baidu, #artInfo, .post_date';
const AUTHOR = '#author_baidu, .author_detail .name, .author_detail p strong';
const SUBHEAD = '#subhead, #conTit .subhead';
/** What holds an article as a whole, with what stands over its text. */
const WHOLE = '#the_content, #cons, #cx-main, #content';

/** The article a page is (site.md 3.4, 5 and 9). */
export function readArticle(reading: RowReading, address: string): Post | undefined {
  const { dom, base } = reading;
  const isBlog = isBlogHost(new URL(address).hostname);
  const heading = documentTitle(dom);
  const title = textOf(dom, TITLE) ?? meta(dom, 'og:title') ?? titleOf(heading, isBlog);
  if (!title) return undefined;
  const head = headOf(reading);
  const named = textOf(dom, AUTHOR) ?? (isBlog ? bloggerOfTitle(heading) : head.author);
  const author = named?.replace(/^作者\s*[:：]\s*/, '');
  const date = dateIn(textOf(dom, DATE) ?? '', reading.now) ?? head.date;
  const excerpt = textOf(dom, SUBHEAD) ?? meta(dom, 'og:description');
  const image = meta(dom, 'og:image');
  const picture = image && httpsUrl(image, base);
  return {
    url: address,
    title: cut(title, TITLE_LIMIT),
    ...(author && { author }),
    ...(isBlog && author && { authorUrl: `${new URL(address).origin}/` }),
    ...(date && { publishedAt: date }),
    ...(excerpt && { excerpt: cut(withoutCut(excerpt), EXCERPT_LIMIT) }),
    ...(picture && { image: picture }),
  };
}

/** Lines that may stand over the text of an article. */
const FEW = 12;

/** The author and the date over the text of an article. */
function headOf(reading: RowReading): { author?: string | undefined; date?: string | undefined } {
  const [whole] = reading.dom.all(WHOLE);
  const lines = whole ? linesOf(readContent(reading, [whole]).segments).slice(0, FEW) : [];
  let [author, date]: (string | undefined)[] = [];
  for (const line of lines) {
    const dated = dateOfLine(line, line.text, reading.now);
    if (dated && 'iso' in dated.date) date ??= dated.date.iso;
    author ??= bylineOf(clean(dated?.rest ?? line.text));
  }
  return { author, date };
}

/** The article and its ancestors: rows of other posts must not contain them. */
export function bodyOfArticle(dom: Dom): Set<Element> {
  const around = new Set([dom.root]);
  for (const element of dom.all(`${TITLE}, ${DATE}, #the_content, #content`)) {
    for (let at: Element | null = element; at && !around.has(at); at = dom.parent(at)) around.add(at);
  }
  return around;
}

function dateIn(text: string, now: Date): string | undefined {
  const date = findDate(text, now)?.date;
  return date && 'iso' in date ? date.iso : undefined;
}

/** `标题-作者的财新博客-财新网` (site.md 3.4): a title may contain hyphens. */
function titleOf(heading: string, isBlog: boolean): string | undefined {
  if (!isBlog) return headingOfTitle(heading);
  const bare = heading.replace(/(?:-财新(?:网|博客-新世纪的常识传播者))+$/, '');
  return clean(bare.replace(/-[^-]*$/, '')) || undefined;
}

function meta(dom: Dom, property: string): string | undefined {
  for (const element of dom.all(`meta[property="${property}"]`)) {
    const content = clean(cut(dom.attribute(element, 'content') ?? '', 2000));
    if (content) return content;
  }
  return undefined;
}
