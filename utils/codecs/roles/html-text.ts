import { Parser } from 'htmlparser2';

/** Elements that stand on lines of their own. */
const BLOCKS =
  /^(?:p|div|li|ul|ol|dl|dt|dd|br|h[1-6]|blockquote|pre|tr|table|section|article|hr|en-note|en-todo)$/;

/** What is no text of the reader's. */
const SILENT = /^(?:script|style|template|noscript|en-media)$/;

/** Markup that people and programs put into titles and notes. */
const MARKUP =
  /<\/?(?:p|div|br|li|ul|ol|span|a|b|i|u|em|strong|small|sup|sub|mark|code|font|blockquote|h[1-6])(?:\s[^<>]{0,500})?\/?>|&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6}|#x[\da-f]{1,6});/i;

/** The text of a piece of HTML, its blocks on lines of their own; a text without markup as it is. */
export function textOfHtml(text: string): string {
  return MARKUP.test(text) ? stripped(text) : text;
}

/** The text of HTML, whatever is in it. */
export function stripped(html: string): string {
  const text = new HtmlText();
  const parser = new Parser({
    onopentagname: (name) => text.open(name),
    onclosetag: (name) => text.close(name),
    ontext: (words) => text.add(words),
  });
  parser.end(html.slice(0, 400_000));
  return text.read();
}

/** Collects text, with a line break where a block begins. */
export class HtmlText {
  private text = '';
  private silent = 0;
  /** A line was begun by a block, and nothing stands on it. */
  private isNew = false;

  constructor(private readonly limit = 400_000) {}

  open(name: string): void {
    if (SILENT.test(name)) this.silent++;
    else if (BLOCKS.test(name)) this.newLine();
  }

  close(name: string): void {
    if (SILENT.test(name)) this.silent = Math.max(0, this.silent - 1);
    else if (name !== 'br' && BLOCKS.test(name)) this.newLine();
  }

  add(words: string): void {
    if (this.silent > 0 || this.text.length >= this.limit) return;
    // A block has begun a line already.
    this.text += this.isNew ? words.replace(/^[ \t]*\r?\n[ \t]*/, '') : words;
    this.isNew = this.isNew && !words.trim();
  }

  /** What was collected, without blanks at its ends. */
  read(): string {
    return this.text.trim();
  }

  private newLine(): void {
    if (!this.text || /\n[ \t]*$/.test(this.text.slice(-200))) return;
    this.text += '\n';
    this.isNew = true;
  }
}
