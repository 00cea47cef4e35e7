import { FileTrouble } from '../file-trouble';
import { Lines } from '../lines';

/** Deeper values are skipped: no supported format nests so deeply. */
const DEEPEST = 64;

/** One value of a JSON text, not yet parsed. */
export interface JsonValue {
  line: number;
  text: string;
  /** Nested deeper than any format needs. */
  tooDeep: boolean;
}

/**
 * Walks a JSON text value by value, without recursion and without building it (RFC 8259). Throws a `FileTrouble`:
 * `truncated` where the text ends too soon, `broken` if it is not JSON.
 */
export class JsonScan {
  private at: number;
  private readonly lines: Lines;

  constructor(private readonly text: string) {
    this.at = text.startsWith('\ufeff') ? 1 : 0;
    this.lines = new Lines(text);
  }

  /** The keys of an object; the caller reads the value of each before the next. */
  *members(): Generator<string> {
    this.take('{');
    if (this.has('}')) return;
    do {
      const key = parsed(this.value());
      this.take(':');
      yield typeof key === 'string' ? key : this.fail('broken');
    } while (this.has(','));
    this.take('}');
  }

  /** The values of an array. */
  *elements(): Generator<JsonValue> {
    this.take('[');
    if (this.has(']')) return;
    do yield this.value();
    while (this.has(','));
    this.take(']');
  }

  /** The next value, whatever it is. */
  value(): JsonValue {
    const start = this.skip();
    const line = this.lines.at(start);
    const deepest = this.pass(this.text.charAt(start));
    return { line, text: this.text.slice(start, this.at), tooDeep: deepest > DEEPEST };
  }

  /** Skips this character if it comes next; returns whether it did. */
  has(character: string): boolean {
    if (this.text[this.skip()] !== character) return false;
    this.at++;
    return true;
  }

  /** The next character, or nothing at the end. */
  next(): string {
    return this.text.charAt(this.skip());
  }

  /** Nothing may follow. */
  end(): void {
    if (this.skip() < this.text.length) this.fail('broken');
  }

  private take(character: string): void {
    if (!this.has(character)) this.fail(this.at < this.text.length ? 'broken' : 'truncated');
  }

  /** Skips one value and returns its nesting depth. */
  private pass(first: string): number {
    if (first === '"') this.at = this.stringEnd(this.at);
    else if (first === '{' || first === '[') return this.passNested();
    else this.passWord();
    return 0;
  }

  private passNested(): number {
    const marks = /["[\]{}]/g;
    let [depth, deepest] = [0, 0];
    do {
      marks.lastIndex = this.at;
      const mark = marks.exec(this.text);
      if (!mark) this.fail('truncated');
      this.at = mark[0] === '"' ? this.stringEnd(mark.index) : mark.index + 1;
      if (mark[0] !== '"') depth += mark[0] === '{' || mark[0] === '[' ? 1 : -1;
      deepest = Math.max(deepest, depth);
    } while (depth > 0);
    return deepest;
  }

  /** A number, `true`, `false` or `null`. */
  private passWord(): void {
    const word = /[-+.\w]{1,64}/y;
    word.lastIndex = this.at;
    const length = word.exec(this.text)?.[0].length ?? 0;
    if (length === 0) this.fail(this.at < this.text.length ? 'broken' : 'truncated');
    this.at += length;
  }

  /** The place after the string that begins at `start`. */
  private stringEnd(start: number): number {
    for (let end = this.text.indexOf('"', start + 1); end >= 0; end = this.text.indexOf('"', end + 1)) {
      let before = end;
      while (this.text[before - 1] === '\\') before--;
      if ((end - before) % 2 === 0) return end + 1;
    }
    return this.fail('truncated');
  }

  private skip(): number {
    while (' \t\r\n'.includes(this.text[this.at] ?? '-')) this.at++;
    return this.at;
  }

  private fail(kind: 'truncated' | 'broken'): never {
    throw new FileTrouble(kind, this.lines.at(this.at));
  }
}

/** A value as JavaScript has it; undefined where it is no JSON, or too deep. */
export function parsed({ text, tooDeep }: JsonValue): unknown {
  if (tooDeep) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
