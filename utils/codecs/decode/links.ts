import { isLabel, isSyntax } from '../../domain/title';
import type { Decoder, Read } from '../decoder';
import { readOf, unreadable } from '../read-of';
import { BESIDE, framed } from './link-forms';
import { isRule, MarkdownTable } from './markdown-table';
import { referencesIn } from './references';
import { pairingOf, type TextLine, textLines } from './text-lines';

/** An address in text: ASCII up to a space, a quote or a bracket; or a Markdown link to something else. */
const ADDRESS =
  /https?:\/\/[^\s"'<>()[\]{}`\\|^\u0080-\uffff]{1,4096}|(?<=(?<!\\)\]\()(?:javascript|data|file|vbscript):[^\s)]{0,200}/gi;

/** Pictures: their addresses are no posts. */
const PICTURE = /!\[[^[\]]{0,500}\]\(\s?(?:<[^<>\n]{0,4096}>|[^()\s]{0,4096})(?:\s"[^"\n]{0,500}")?\)/g;

/** What ends a sentence, not an address. */
const AFTER = '.,;:!?*_~';

/** What may precede a title: bullets, numbers, boxes to tick, headings, `标题：`. */
const BEFORE_TITLE =
  /^(?:[-*+•·>\s]|\d{1,4}[.)、]|\[[ xX]\](?=\s)|#{1,6}\s|(?:标题|题目|文章标题|title)\s?[:：])+/i;

/** What may separate a title from its address: colons, dashes, opening brackets, a word that says an address follows. */
const AFTER_TITLE = ' \t\r\u3000:：,，|-–—(（[【<';
const LABEL_AT_END = /[\s,，;；|]+(?:url|link|链接|网址|地址|原文|原文链接|来源)\s?[:：]?$/i;

/** Any text with addresses in it: one a line, Markdown, notes, lists of tabs. The last resort. */
export const links: Decoder = {
  name: 'links',
  detect: (head) => /https?:\/\/[^\s/]/i.test(head),
  decode: (text) => new LinkReader(text, false).reads(),
};

/** The same for pasted text: a line that is no link, nor the title of one, is told. */
export const pastedLinks: Decoder = {
  ...links,
  decode: (text) => new LinkReader(text, true).reads(),
};

class LinkReader {
  private readonly pairing;
  private readonly references;
  private table: MarkdownTable | undefined;
  /** The last line, while nothing has been made of it. */
  private free: TextLine | undefined;
  /** An address whose title may stand on the next line. */
  private waiting: { line: number; url: string } | undefined;

  constructor(
    private readonly text: string,
    private readonly tellsAll: boolean,
  ) {
    this.pairing = pairingOf(text);
    this.references = referencesIn(text);
  }

  *reads(): Generator<Read> {
    for (const line of textLines(this.text)) {
      if (isRule(line.text) && this.free) this.startTable(this.free.text);
      else if (this.table && line.text.includes('|')) yield* this.row(line);
      else if (line.text.trim()) yield* this.line(line);
      else this.table = undefined;
    }
    yield* this.settle();
  }

  private startTable(header: string): void {
    this.table = new MarkdownTable(header);
    this.free = undefined;
  }

  private *row(line: TextLine): Generator<Read> {
    const raw = this.table?.rawOf(line.text);
    if (raw) yield readOf(line.number, raw, line.text);
    else yield* this.line(line);
  }

  private *line(line: TextLine): Generator<Read> {
    this.table = undefined;
    const found = linksIn(line.text, this.references);
    if (found.length === 0) {
      yield* this.settle(titleOf(line.text));
      // What was the title of the address above is not free any more.
      this.free = this.pairing === 'after' ? undefined : line;
      return;
    }
    yield* this.settleAddress();
    for (const { url, title } of found) {
      if (title === undefined && found.length === 1 && this.pairing === 'after')
        this.waiting = { line: line.number, url };
      else yield readOf(line.number, { url, title: title ?? this.titleAbove(found.length) }, url);
    }
    if (this.free && this.tellsAll) yield unreadable(this.free.number, 'no-address', this.free.text);
    this.free = undefined;
  }

  /** The line above as a title, where the list is written so or the line says so. */
  private titleAbove(count: number): string | undefined {
    const { free } = this;
    const isTitle =
      free &&
      count === 1 &&
      (this.pairing === 'before' || /^\s*(?:标题|题目|文章标题|title)\s?[:：]/i.test(free.text));
    if (!isTitle) return undefined;
    this.free = undefined;
    return titleOf(free.text);
  }

  /** Hands over what waits for a title, and tells a line that nothing was made of. */
  private *settle(title?: string): Generator<Read> {
    if (this.free && this.tellsAll) yield unreadable(this.free.number, 'no-address', this.free.text);
    this.free = undefined;
    yield* this.settleAddress(title);
  }

  private *settleAddress(title?: string): Generator<Read> {
    if (this.waiting) yield readOf(this.waiting.line, { url: this.waiting.url, title }, this.waiting.url);
    this.waiting = undefined;
  }
}

interface Link {
  url: string;
  title: string | undefined;
}

function linksIn(whole: string, references: ReadonlyMap<string, string>): Link[] {
  if (!/:\/\/|\]\(/.test(whole)) return [];
  const line = whole.includes('![') ? whole.replace(PICTURE, ' ') : whole;
  const all: Link[] = [];
  let end = 0;
  for (const match of line.matchAll(ADDRESS)) {
    const url = withoutEnd(match[0], AFTER);
    const before = endOf(line.slice(end, match.index));
    const after = line.slice(match.index + url.length, match.index + url.length + BESIDE);
    const form = framed(before, after);
    const name = /^\s{0,3}\[([^[\]]{1,100})\]:\s?<?$/.exec(before)?.[1];
    if (form) all.push({ url, title: wordsOf(form.title, before) });
    else
      all.push({
        url,
        title: titleOf((name === undefined ? (end === 0 ? before : '') : references.get(name)) ?? ''),
      });
    end = match.index + match[0].length;
  }
  return all;
}

/** The end of a text, never beginning with half a character. */
function endOf(text: string): string {
  if (text.length <= BESIDE) return text;
  const end = text.slice(-BESIDE);
  return end.slice(/^[\p{M}\p{Cf}\udc00-\udfff]*/u.exec(end)?.[0].length);
}

/** The words of a link; 原文 or “link” is no title, unless the link is a heading, as in our own file. */
function wordsOf(words: string | undefined, before: string): string | undefined {
  return words !== undefined && (before.startsWith('## [') || !isLabel(words)) ? words : undefined;
}

/** A title as it stands beside an address; nothing where it is a piece of a format. */
function titleOf(text: string): string | undefined {
  const bare = withoutEnd(text.slice(0, 4 * BESIDE).replace(BEFORE_TITLE, ''), AFTER_TITLE);
  const title = withoutEnd(bare.replace(LABEL_AT_END, ''), AFTER_TITLE);
  return isSyntax(title) ? undefined : title;
}

/** A loop, as a pattern that ends in `+$` is quadratic. */
function withoutEnd(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && marks.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
