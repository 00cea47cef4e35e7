import type { PrintedDate } from '../domain/date';
import type { Post } from '../domain/entry';
import { cut } from '../domain/plain-text';
import { httpsUrl } from '../domain/url';
import { bylineOf, EDGES } from './bylines';
import { dateOfParts, datePartsOf, partsIn, withYearOf } from './date-parts';
import { dateOfLine, type RowDate, stampOf } from './dates';
import type { Dom } from './dom';
import { type Line, linesOf } from './lines';
import type { Links } from './links';
import type { Owners, Row } from './rows';
import { type Content, readContent, type Segment, type Walk } from './segments';
import type { Place, RowRules } from './site';
import { clean, EXCERPT_LIMIT, TITLE_LIMIT, withoutCut } from './text';
import { findTitle, type Title } from './title';
import { factsIn, isMeta, isProse, SHORT, withoutMeta } from './words';

/** A post as read from its row; its date may still lack the year. */
export interface RowPost {
  post: Post;
  date: PrintedDate | undefined;
  place: Place;
  /** See `Title.label`. */
  label: string | undefined;
  /** The row says of itself that it stands out of order. */
  isPinned: boolean;
  /** The row says of itself that it was put between the others. */
  isPromo: boolean;
  /** Some text of the row looks like a date. */
  hasDigits: boolean;
}

/** What is needed to read a row. */
export interface RowReading extends Walk {
  base: URL;
  now: Date;
  owners: Owners;
  links: Links;
  authors: Set<Element>;
  rules: RowRules;
  /** What the reading of a row depends on beside the row: where, when, by which rules. */
  context: string;
}

/** Pages of people: a blog's home, a columnist's page (site.md 1, 5). */
const PERSON =
  /^https:\/\/(?!blog\.)[\w-]+\.blog\.caixin\.com\/$|\/\w+_(?:mjxx|zeld)\/|^https:\/\/(?:opinion|culture)\.caixin\.com\/\w+\/(?:index\.html)?$/;
/** What stands beside a post that is put between others for money, or to be seen. */
const PROMO = /^(?:推[荐薦广]|广告|赞助|sponsored|ad)(?:阅读|文章|内容)?$/im;
const PINNED = /置[顶頂]|[[【]顶[\]】]|^顶$|pinned|sticky/im;

/** 苏荷 发表于 2026-11-20 */
const POSTER = /^(\p{L}{2,12}) 发[表布]于/u;

/** What is found in the lines of a row. */
interface Found {
  date?: RowDate;
  excerpt: string[];
  /** Lines before the title. */
  before: string[];
}

/** What was read in a row, and all that the reading of it depends on: its links and their addresses stand in its markup. */
interface Known {
  context: string;
  markup: string;
  heading: string | undefined;
  found: RowPost | undefined;
}

/** Rows as they were last read, by their elements: of a list that grows, only what is new is read. */
const known = new WeakMap<Element, Known>();

/** Reads one row, or remembers it where nothing of it changed; undefined if it has no title. */
export function readRow(reading: RowReading, row: Row): RowPost | undefined {
  const { dom, context } = reading;
  const { element, after } = row;
  const markup = after.reduce((all: string, node) => all + dom.markup(node), dom.markup(element));
  const last = known.get(element);
  const isKnown = last?.context === context && last.markup === markup && last.heading === row.heading;
  if (isKnown && (!last.found || isWithin(dom, last.found.place.title, row))) return last.found;
  const found = readAnew(reading, row);
  known.set(element, { context, markup, heading: row.heading, found });
  return found;
}

/** Whether an element is still in its row: the same markup may have been written anew. */
function isWithin(dom: Dom, element: Element, row: Row): boolean {
  for (let at: Element | null = element; at; at = dom.parent(at))
    if (at === row.element || row.after.includes(at)) return true;
  return false;
}

function readAnew(reading: RowReading, row: Row): RowPost | undefined {
  const { dom, now } = reading;
  const content = readContent(reading, [row.element, ...row.after]);
  const title = findTitle(dom, row, content, now);
  if (!title) return undefined;
  const post: Post = { url: row.url, title: cut(title.text, TITLE_LIMIT) };
  const lines = linesOf(withoutMore(reading, content.segments, title));
  const found: Found = { excerpt: [], before: [] };
  for (const line of lines)
    for (const text of factsIn(line.text)) sortOut(reading, row, { ...line, text }, post, found, title);
  const excerpt = excerptOf(found, title, reading.rules);
  if (excerpt) post.excerpt = excerpt;
  const image = findImage(reading, row, content);
  if (image) post.image = image;
  const said = stampOf(content.moments, now) ?? found.date?.date;
  const date = said ? withYearOf(said, row.heading) : dateOfParts(partsIn(lines), row.heading, now);
  const words = content.segments.map(({ text }) => text.trim()).join('\n');
  return {
    post,
    place: { title: title.element, row: row.element },
    date,
    label: title.label,
    isPromo: PROMO.test(words),
    isPinned: PINNED.test(words),
    hasDigits: lines.some(
      ({ text }) =>
        text !== post.excerpt && /\d\s*[年月日号前小分天]|\d[-./]\d|[今昨前][天日]|刚刚/.test(text),
    ),
  };
}

/** What is left of a row without its title and without links that only lead on, or count. */
function withoutMore({ stamps }: Walk, segments: Segment[], title: Title): Segment[] {
  const rest = segments.filter(
    (one) =>
      !title.segments.includes(one) &&
      !(stamps.has(one.element) && one.text.length < SHORT && !/\d/.test(one.text)),
  );
  const lines = linesOf(rest, true);
  const says = ({ text }: Line) => /\d[-/.]\d/.test(text) || (text !== title.text && !isMeta(text));
  const own = new Set(lines.filter(says).map(({ first: { link } }) => link));
  return rest.filter(({ link }) => !link || own.has(link));
}

/** Classifies a line as date, byline, excerpt, or none of them. */
function sortOut(reading: RowReading, row: Row, line: Line, post: Post, found: Found, title: Title): void {
  const person = findPerson(reading, line);
  if (person && !post.author) {
    post.author = person.name;
    if (person.url) post.authorUrl = person.url;
  }
  let { text } = line;
  const dated = dateOfLine(line, text, reading.now, person?.name);
  if (dated) {
    if (!found.date || dated.rank > found.date.rank) found.date = dated;
    text = clean(dated.rest).replace(EDGES, '');
  }
  const byline = bylineOf(text) ?? (dated && POSTER.exec(line.text)?.[1]);
  if (byline) {
    if (!post.author) post.author = byline;
    return;
  }
  if (isNoExcerpt(line, text, row, person?.name) || (dated && withoutMeta(text).trim().length <= 12)) return;
  const first = title.segments[0]?.block ?? 0;
  const isAfter = line.first.block >= first;
  (isAfter ? found.excerpt : found.before).push(text);
}

/** Links to other things alone, furniture, a name alone, a cell of a table. */
function isNoExcerpt(line: Line, text: string, row: Row, person: string | undefined): boolean {
  const onlyLinks = line.segments.every(({ link }) => link && !row.links.includes(link));
  const isName = person !== undefined && text.replace(/[\p{P}\p{S}\s]+$/u, '') === person;
  const isCell = line.first.cell && text.length <= 12 && !isProse(text);
  return onlyLinks || isName || isCell || isMeta(text) || datePartsOf(text) !== undefined;
}

function findPerson(
  { dom, base, authors, urls }: RowReading,
  line: Line,
): { name: string; url: string | undefined } | undefined {
  let found: { name: string; url: string | undefined } | undefined;
  for (const { link, text, element } of line.segments) {
    if (link ? urls.has(link) : !authors.has(element)) continue;
    const name = clean(text)
      .replace(/[：:]$/, '')
      .replace(/^(?:作者|文)\s*[:：|｜/]\s*/, '');
    if (!/^(?!作者$)[^\d|｜]{2,30}$/.test(name)) continue;
    const href = link && httpsUrl(dom.attribute(link, 'href') ?? '', base);
    const url = href && PERSON.test(href) ? href : undefined;
    const isMarked = authors.has(element) || (link && authors.has(link));
    // Several people are linked one by one; beside a name that is only marked there may be anything.
    if (found?.url && url && !found.name.includes(name)) found.name += `、${name}`;
    else if (url || isMarked) found ??= { name, url };
  }
  return found;
}

/** Longest line that is no excerpt where there is a better one. */
const TINY = 6;

/** The lines below the title, without one that repeats it (site.md 2.1); else the prose before it. */
function excerptOf(found: Found, title: Title, { lastLine }: RowRules): string | undefined {
  const below = lastLine ? found.excerpt.slice(-1) : found.excerpt;
  const hasProse = below.some((text) => isProse(text) && text.length > 2 * TINY);
  const kept = hasProse ? below.filter((text) => text.length > TINY || isProse(text)) : below;
  const texts = kept.length > 0 ? [...kept] : found.before.filter(isProse);
  while (texts[0] === title.text) texts.shift();
  const excerpt = cut(withoutCut(texts.join(' ').replace(/^摘要[:：]\s*/, '')), EXCERPT_LIMIT);
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
