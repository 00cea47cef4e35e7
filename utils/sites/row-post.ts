import { findDate, type PrintedDate } from '../domain/date';
import type { Post } from '../domain/entry';
import { cut } from '../domain/plain-text';
import { httpsUrl } from '../domain/url';
import type { Dom } from './dom';
import type { Owners, Row } from './rows';
import { type Content, readContent, type Segment } from './segments';
import type { Place, RowRules } from './site';
import { clean, EXCERPT_LIMIT, TITLE_LIMIT, withoutCut } from './text';

/** A post as read from its row; its date may still lack the year. */
export interface RowPost {
  post: Post;
  date?: PrintedDate;
  place: Place;
}

/** What is needed to read a row. */
export interface RowReading {
  dom: Dom;
  base: URL;
  now: Date;
  hidden: Set<Element>;
  owners: Owners;
  /** Canonical address of each linking element. */
  urls: Map<Element, string>;
  authors: Set<Element>;
  rules: RowRules;
}

/** Link texts that are not the title: read more, comments, counts (site.md 2.2, 3.3, 5). */
const NOT_A_TITLE =
  /^[\s([【（]*(?:阅读全文|查看全文|全文|详细|详情|继续阅读|更多|评论|我要评论|跟帖|分享|收藏|转发|赞|read more|more|comments?)?[\s>»›…[\]【】()（）\d.:：]*$/i;
/** Lines without content: `阅读(12)`, `标签：`, dots. */
const FURNITURE =
  /^(?:标签|关键词|分类|阅读|评论|分享|浏览|点赞|收藏|来源|听报道)\s*[:：(（].{0,60}$|^[\p{P}\p{S}\s\d]*$|^(?:分享|评论|收藏|听报道)$/u;
/** `文｜财新 覃敏`, `文｜财新周刊 张三 李四` (site.md 5). */
const BYLINE = /^(?:文|作者)\s*[|｜:：/]\s*(?:财新\S{0,6}\s+|财新(?:网|周刊)?\s*)?(.{2,30})$/;
/** Pages of people: a blog's home, a columnist's page (site.md 1, 5). */
const PERSON =
  /^https?:\/\/(?!blog\.)[a-z0-9-]+\.blog\.caixin\.com\/?$|\/[a-z_0-9]+_(?:mjxx|zeld)\/|^https?:\/\/(?:opinion|culture)\.caixin\.com\/[a-z_0-9]+\/(?:index\.html)?$/;

interface Line {
  text: string;
  segments: Segment[];
}

/** Reads one row; undefined if it has no title. */
export function readRow(reading: RowReading, row: Row): RowPost | undefined {
  const content = readContent(reading.dom, row.element, reading.hidden);
  const title = findTitle(reading, row, content);
  if (!title) return undefined;
  const post: Post = { url: row.url, title: cut(title.text, TITLE_LIMIT) };
  const lines = linesOf(content.segments.filter((one) => !title.segments.includes(one)));
  const found: { date?: PrintedDate; excerpt: Line[] } = { excerpt: [] };
  for (const line of lines) sortOut(reading, row, line, post, found, title);
  const excerpt = excerptOf(found.excerpt, title, reading.rules);
  if (excerpt) post.excerpt = excerpt;
  const image = findImage(reading, row, content);
  if (image) post.image = image;
  return { post, place: { title: title.element, row: row.element }, ...(found.date && { date: found.date }) };
}

function linesOf(segments: Segment[]): Line[] {
  const lines = new Map<number, Line>();
  for (const segment of segments) {
    const line = lines.get(segment.block);
    if (line) {
      line.text += segment.text;
      line.segments.push(segment);
    } else lines.set(segment.block, { text: segment.text, segments: [segment] });
  }
  for (const line of lines.values()) line.text = clean(line.text);
  return [...lines.values()];
}

interface Title extends Line {
  element: Element;
}

/** The title: in a heading if there is one, else the first link text that is a title, else the link's own label. */
function findTitle({ dom, now }: RowReading, row: Row, { segments, images }: Content): Title | undefined {
  const own = new Set(row.links);
  const inLinks = segments.filter(({ link }) => link && own.has(link));
  const lines = linesOf(inLinks).filter(({ text }) => !NOT_A_TITLE.test(text) && !isDateAlone(text, now));
  const line = lines.find((one) => one.segments.some((segment) => segment.heading)) ?? withoutLabel(lines);
  const segment = line?.segments[0];
  if (line && segment) {
    const isCard = lines.length > 1 && lines[1]?.segments[0]?.link === segment.link;
    return { ...line, element: isCard ? segment.element : (segment.link ?? segment.element) };
  }
  return titleOfLink(dom, row, images);
}

/** A label such as 封面报道 may be a separate link before that of the title. */
function withoutLabel(lines: Line[]): Line | undefined {
  const [first, second] = lines;
  const isLabel =
    first && second && first.text.length <= 6 && first.segments[0]?.link !== second.segments[0]?.link;
  return isLabel && second.text.length <= 60 && !/[。…]/.test(second.text) ? second : first;
}

function titleOfLink(dom: Dom, row: Row, images: Content['images']): Title | undefined {
  const said = [
    ...row.links.map((element) => [element, 'title'] as const),
    ...images.map(({ element }) => [element, 'alt'] as const),
  ];
  for (const [element, name] of said) {
    const text = clean(cut(dom.attribute(element, name) ?? '', 2 * TITLE_LIMIT));
    if (text.length > 3 && !NOT_A_TITLE.test(text))
      return { text, segments: [], element: row.links[0] ?? element };
  }
  return undefined;
}

function isDateAlone(text: string, now: Date): boolean {
  if (text.length > 40) return false;
  const found = findDate(text, now);
  return found !== undefined && /^[\p{P}\p{S}\s]*$/u.test(found.rest);
}

/** Classifies a line as date, byline, excerpt, or none of them. */
function sortOut(
  reading: RowReading,
  row: Row,
  line: Line,
  post: Post,
  found: { date?: PrintedDate; excerpt: Line[] },
  title: Title,
): void {
  const person = findPerson(reading, line);
  if (person && !post.author && person.name.length <= 30) {
    post.author = person.name;
    if (person.url) post.authorUrl = person.url;
  }
  let text = line.text;
  if (!found.date) {
    const dated = dateOfLine(text, line, reading.now, person?.name);
    if (dated) {
      found.date = dated.date;
      text = clean(dated.rest).replace(/^[\s|｜·•/-]+|[\s|｜·•/-]+$/g, '');
    }
  }
  const byline = text.length <= SHORT ? BYLINE.exec(text) : null;
  if (byline?.[1] && !/[。！？；]/.test(text)) {
    if (!post.author) post.author = clean(byline[1]);
    return;
  }
  const onlyLinks = line.segments.every(({ link }) => link && !row.links.includes(link));
  if (onlyLinks || !text || (text.length <= SHORT && isFurniture(text, person?.name))) return;
  if (text === line.text || text.length > 12) {
    const first = title.segments[0]?.block ?? -1;
    const block = line.segments[0]?.block ?? 0;
    if (block >= first) found.excerpt.push({ text, segments: line.segments });
  }
}

/** Longest line that can be anything but an excerpt. */
const SHORT = 80;

/** Dots, labels, counts; or an author's name and nothing else, as in `丁金坤：`. */
function isFurniture(text: string, person: string | undefined): boolean {
  const isName = person !== undefined && text.replace(/[\p{P}\p{S}\s]+$/u, '') === person;
  return isName || FURNITURE.test(text) || NOT_A_TITLE.test(text);
}

/** A date, if the line is meant for one: a short line, or a part of one in its own element. */
function dateOfLine(
  text: string,
  line: Line,
  now: Date,
  person?: string,
): { date: PrintedDate; rest: string } | undefined {
  const whole = text.length <= SHORT && !/[。！？；]/.test(text) ? findDate(text, now) : undefined;
  if (whole && whole.rest.replace(person ?? '', '').trim().length <= 24) return whole;
  for (const segment of line.segments) {
    const part = clean(segment.text);
    const dated = part.length <= 40 && line.segments.length > 1 ? findDate(part, now) : undefined;
    if (dated && dated.rest.trim().length <= 12)
      return { date: dated.date, rest: line.text.replace(part, ' ') };
  }
  return undefined;
}

function findPerson(
  { dom, base, authors, urls }: RowReading,
  line: Line,
): { name: string; url?: string } | undefined {
  for (const { link, text, element } of line.segments) {
    if (authors.has(element) || (link && authors.has(link)))
      return personOf(clean(text).replace(/[：:]$/, ''), dom, base, link);
    if (!link || urls.has(link)) continue;
    const href = httpsUrl(dom.attribute(link, 'href') ?? '', base);
    if (href && PERSON.test(href) && clean(text))
      return { name: clean(text).replace(/[：:]$/, ''), url: href };
  }
  return undefined;
}

function personOf(
  name: string,
  dom: Dom,
  base: URL,
  link?: Element,
): { name: string; url?: string } | undefined {
  const url = link && httpsUrl(dom.attribute(link, 'href') ?? '', base);
  return name ? { name, ...(url && PERSON.test(url) && { url }) } : undefined;
}

/** The lines below the title, without one that repeats it (site.md 2.1). */
function excerptOf(lines: Line[], title: Title, { lastLine }: RowRules): string | undefined {
  const kept = lastLine ? lines.slice(-1) : lines;
  const texts = kept.map(({ text }) => text);
  while (texts[0] === title.text) texts.shift();
  const excerpt = cut(withoutCut(texts.join(' ')), EXCERPT_LIMIT);
  return excerpt || undefined;
}

function findImage({ dom, base }: RowReading, row: Row, { images }: Content): string | undefined {
  for (const { element, link } of images) {
    if (link && !row.links.includes(link)) continue;
    const source = dom.attribute(element, 'data-src') ?? dom.attribute(element, 'src') ?? '';
    if (source.length < 1000 && /^(?:https?:)?\/\/.+\.(?:jpe?g|png|webp)(?:[?#]|$)/i.test(source))
      return httpsUrl(source, base);
  }
  return undefined;
}
