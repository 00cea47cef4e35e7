import { FileTrouble } from '../file-trouble';
import { Lines } from '../lines';

/** One record of a BibTeX file, with its values still in TeX. */
export interface BibRecord {
  line: number;
  type: string;
  /** Names in lower case. */
  fields: Map<string, string>;
  /** Ended early by something that is not a field. */
  isBroken: boolean;
}

const START = /@[ \t]{0,8}([a-z]{1,32})[ \t]{0,8}[{(]/gi;
const KEY = /[^,{}()="\s]{0,200}[ \t\r\n]{0,200},/y;
const NAME = /[\s,]{0,1000}([a-z][\w:.+-]{0,60})[ \t\r\n]{0,200}=[ \t\r\n]{0,200}/iy;
const END = /[\s,]{0,1000}[})]/y;
const WORD = /[\w.:+-]{1,200}/y;
const MORE = /[ \t\r\n]{0,200}#[ \t\r\n]{0,200}/y;

/**
 * Walks the records of a BibTeX file (Patashnik, "BibTeXing"; values in braces, in quotes, numbers, months, joined by
 * `#`), without recursion. Throws a `FileTrouble` `truncated` where a value has no end.
 */
export class BibScan {
  private at = 0;
  private readonly lines: Lines;

  constructor(private readonly text: string) {
    this.lines = new Lines(text);
  }

  *records(): Generator<BibRecord> {
    for (let start = this.start(); start; start = this.start()) {
      const line = this.lines.at(start.index);
      const type = (start[1] ?? '').toLowerCase();
      // Comments, strings and preambles are not references; the search for the next record skips their content.
      if (!/^(?:comment|string|preamble)$/.test(type)) yield this.record(line, type);
    }
  }

  private start(): RegExpExecArray | null {
    const pattern = new RegExp(START);
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    this.at = match ? pattern.lastIndex : this.text.length;
    return match;
  }

  private record(line: number, type: string): BibRecord {
    const fields = new Map<string, string>();
    this.match(KEY);
    for (let name = this.match(NAME); name; name = this.match(NAME)) {
      fields.set((name[1] ?? '').toLowerCase(), this.values(line));
    }
    return { line, type, fields, isBroken: !this.close(line) };
  }

  private close(line: number): boolean {
    const isClosed = this.match(END) !== null;
    if (!isClosed && !/[^\s,]/.test(this.text.slice(this.at, this.at + 1_000)))
      throw new FileTrouble('truncated', line);
    return isClosed;
  }

  /** One value, or several joined. */
  private values(line: number): string {
    let value = this.value(line);
    while (this.match(MORE)) value += this.value(line);
    return value;
  }

  private value(line: number): string {
    const first = this.text[this.at];
    if (first !== '{' && first !== '"') return this.match(WORD)?.[0] ?? '';
    const start = this.at + 1;
    this.at = this.valueEnd(first, line);
    return this.text.slice(start, this.at - 1);
  }

  /** The place after the brace or quote that ends a value. */
  private valueEnd(first: string, line: number): number {
    const marks = /[{}"]/g;
    marks.lastIndex = this.at + 1;
    let depth = 0;
    for (let mark = marks.exec(this.text); mark; mark = marks.exec(this.text)) {
      if (depth === 0 && mark[0] === (first === '{' ? '}' : '"')) return marks.lastIndex;
      if (mark[0] === '{') depth++;
      else if (mark[0] === '}') depth--;
    }
    throw new FileTrouble('truncated', line);
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match) this.at = pattern.lastIndex;
    return match;
  }
}
