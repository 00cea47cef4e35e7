import { Parser } from 'htmlparser2';
import { canonicalUrl, parse } from '../../domain/url';
import { FileTrouble } from '../file-trouble';
import { Lines } from '../lines';
import { LIMITS } from '../plain';
import { HtmlText } from '../roles/html-text';
import { titleOfPage } from './page-title';

/** One link of a page. */
export interface PageLink {
  line: number;
  url: string;
  text: string;
  /** Its `title`, often the whole of a text that is cut. */
  hint: string;
  /** The heading above it. */
  section: string;
}

/** What a page is read for: its links, or the one article that it is. */
interface PageLinks {
  links: PageLink[];
  article: { url: string; title?: string } | undefined;
}

/** Deepest nesting, and most links of one page. */
const DEEPEST = 5_000;
const MOST = 500_000;

/** What browsers write into a page they save, and SingleFile. */
const SAVED_FROM =
  /<!--\s{0,20}(?:saved from url=\(\d{1,5}\)|Page saved with SingleFile\s{1,20}url:\s{0,20})(\S{1,4096})/;

/** Reads a page to its end: it is small beside a library. Throws a `FileTrouble` `broken` where it nests without end. */
export function readPageLinks(text: string): PageLinks {
  const reader = new PageReader(text);
  const parser = new Parser(reader);
  reader.parser = parser;
  parser.end(text);
  return { links: reader.links, article: reader.article(SAVED_FROM.exec(text.slice(0, 5_000))?.[1]) };
}

class PageReader {
  parser?: Parser;
  readonly links: PageLink[] = [];
  private readonly lines: Lines;
  private readonly facts = new Map<string, string>();
  private depth = 0;
  private base: string | undefined;
  private link: { at: PageLink; words: HtmlText } | undefined;
  private heading: HtmlText | undefined;
  private pageTitle: HtmlText | undefined;
  private section = '';

  constructor(text: string) {
    this.lines = new Lines(text);
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    if (++this.depth > DEEPEST) throw new FileTrouble('broken', this.line());
    if (name === 'base') this.base ??= attributes.href;
    else if (name === 'meta' || name === 'link') this.fact(attributes);
    else if (name === 'title') this.pageTitle ??= new HtmlText(2_000);
    else if (/^h[1-3]$/.test(name)) this.heading = new HtmlText(2_000);
    if (name === 'a') this.open(attributes);
    else this.link?.words.open(name);
  }

  ontext(text: string): void {
    this.link?.words.add(text);
    this.heading?.add(text);
    if (this.pageTitle && !this.facts.has('title')) this.pageTitle.add(text);
  }

  onclosetag(name: string): void {
    this.depth--;
    if (name === 'a') this.close();
    else this.link?.words.close(name);
    if (name === 'title' && this.pageTitle) this.facts.set('title', this.pageTitle.read());
    if (!/^h[1-3]$/.test(name) || !this.heading) return;
    this.section = this.heading.read();
    this.heading = undefined;
  }

  onend(): void {
    this.close();
  }

  /** The article that a page says it is, if it is one of Caixin's. */
  article(savedFrom: string | undefined): PageLinks['article'] {
    const said = ['canonical', 'og:url', 'source-url'].map((name) => this.facts.get(name));
    const address = [...said, savedFrom].find((one) => one !== undefined && canonicalUrl(one) !== undefined);
    if (!address) return undefined;
    const title = titleOfPage(this.facts.get('og:title') ?? this.facts.get('title'));
    return { url: address, ...(title && { title }) };
  }

  private fact({ rel = '', href, property, name, content }: Record<string, string>): void {
    if (/^canonical$/i.test(rel) && href && !this.facts.has('canonical')) this.facts.set('canonical', href);
    const key = (property ?? name ?? '').toLowerCase();
    // Evernote says so where a note was clipped.
    if (/^(?:og:(?:url|title)|source-url)$/.test(key) && content && !this.facts.has(key))
      this.facts.set(key, content);
  }

  private open({ href, title = '' }: Record<string, string>): void {
    this.close();
    const url = href && parse(href.trim(), this.base);
    if (!url || !/^https?:$/.test(url.protocol) || this.links.length >= MOST) return;
    const at = { line: this.line(), url: url.href, text: '', hint: title.trim(), section: this.section };
    this.link = { at, words: new HtmlText(2 * LIMITS.title) };
  }

  private close(): void {
    if (!this.link) return;
    const { at, words } = this.link;
    this.links.push({ ...at, text: words.read().replace(/\s+/g, ' ') });
    this.link = undefined;
  }

  private line(): number {
    return this.lines.at(this.parser?.startIndex ?? 0);
  }
}
