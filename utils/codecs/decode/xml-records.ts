import { type Handler, Parser } from 'htmlparser2';
import { FileTrouble } from '../file-trouble';
import { Lines } from '../lines';

/** One record of an XML file: what its elements and attributes say, by their names without prefixes. */
export interface XmlRecord {
  line: number;
  name: string;
  facts: Record<string, unknown>;
  /** Names of the folders around it. */
  folders: string[];
}

/** Elements that are one thing each: Evernote, RSS, Atom, Delicious and Pinboard, XBEL, EndNote, MODS. */
const RECORDS = /^(?:note|item|entry|post|bookmark|record|mods)$/;

const DEEPEST = 200;
const LONGEST = 300_000;
const PIECE = 16_384;

/** An element that is being read. */
interface Open {
  name: string;
  line: number;
  facts: Record<string, unknown>;
  text: string;
  isRecord: boolean;
}

/**
 * The records of an XML file, in order. Throws a `FileTrouble`: `truncated` where the file ends inside an element,
 * `broken` where it nests without end.
 */
export function* xmlRecords(text: string): Generator<XmlRecord> {
  const reader = new XmlReader(text);
  const parser = new Parser(reader, { xmlMode: true });
  reader.parser = parser;
  for (let at = 0; at < text.length; at += PIECE) {
    parser.write(text.slice(at, at + PIECE));
    yield* reader.done.splice(0);
  }
  reader.isAtEnd = true;
  parser.end();
  yield* reader.done.splice(0);
}

class XmlReader implements Partial<Handler> {
  parser?: Parser;
  isAtEnd = false;
  readonly done: XmlRecord[] = [];
  private readonly lines: Lines;
  private readonly open: Open[] = [];
  private readonly folders: string[] = [];
  /** How deep the record is that is being read; 0 outside of any. */
  private record = 0;

  constructor(text: string) {
    this.lines = new Lines(text);
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    if (this.open.length >= DEEPEST) throw new FileTrouble('broken', this.line());
    const local = withoutPrefix(name);
    const isRecord =
      this.record === 0 && (RECORDS.test(local) || 'rdf:about' in attributes || isLink(local, attributes));
    const facts = Object.fromEntries(
      Object.entries(attributes).map(([key, value]) => [withoutPrefix(key), value]),
    );
    this.open.push({ name: local, line: this.line(), facts, text: '', isRecord });
    if (isRecord) this.record = this.open.length;
    if (this.record === 0 && isFolder(local, attributes))
      this.folders.push(attributes.title ?? attributes.text ?? '');
  }

  ontext(text: string): void {
    const last = this.open.at(-1);
    if (last && last.text.length < LONGEST) last.text += text;
  }

  onclosetag(_name: string, isImplied: boolean): void {
    const element = this.open.pop();
    if (!element) return;
    // What the parser has to close itself, the file leaves open; `<br/>` is closed by its own mark.
    if (isImplied && this.isAtEnd) throw new FileTrouble('truncated', this.line());
    const { name, line, facts, text, isRecord } = element;
    if (isRecord) {
      this.record = 0;
      this.done.push({
        line,
        name,
        facts: { ...facts, ...(text.trim() && { '#text': text }) },
        folders: [...this.folders],
      });
    } else if (this.record > 0) put(this.open.at(-1)?.facts, name, contentOf(facts, text));
    else if (isFolder(name, facts)) this.folders.pop();
    else if (name === 'title' && this.open.at(-1)?.name === 'folder') this.folders.splice(-1, 1, text.trim());
  }

  private line(): number {
    return this.lines.at(this.parser?.startIndex ?? 0);
  }
}

/** OPML: only outlines that are links are posts; the others are feeds. */
function isLink(name: string, attributes: Record<string, string>): boolean {
  return name === 'outline' && 'url' in attributes;
}

/** XBEL's folders, and OPML's outlines that are neither links nor feeds. */
function isFolder(name: string, attributes: Record<string, unknown>): boolean {
  return name === 'folder' || (name === 'outline' && !('url' in attributes) && !('xmlUrl' in attributes));
}

function withoutPrefix(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}

function contentOf(facts: Record<string, unknown>, text: string): unknown {
  if (Object.keys(facts).length === 0) return text.trim();
  return { ...facts, ...(text.trim() && { '#text': text }) };
}

function put(facts: Record<string, unknown> | undefined, name: string, value: unknown): void {
  if (!facts || name === '__proto__') return;
  const before = Object.hasOwn(facts, name) ? facts[name] : undefined;
  if (before === undefined) facts[name] = value;
  else if (Array.isArray(before)) before.push(value);
  else facts[name] = [before, value];
}
