import { type Handler, Parser } from 'htmlparser2';
import { FileTrouble } from '../file-trouble';
import { Lines } from '../lines';
import { LIMITS } from '../plain';

/** One bookmark of the file. */
export interface Bookmark {
  line: number;
  attributes: Record<string, string>;
  title: string;
  note: string;
  /** The folders around it, outermost first. */
  folders: string[];
  /** The last `<H1>` before it: Pocket's `Unread` and `Read Archive`. */
  section: string;
}

/** No browser nests folders like that; the parser's cost grows with the depth. */
const DEEPEST = 1_000;

/** How much is parsed before finished bookmarks are handed over, in UTF-16 units. */
const PIECE = 16_384;

/**
 * The bookmarks of an HTML file, in order (Netscape bookmark file format: `<DL>` lists, `<H3>` folders, `<A>`
 * bookmarks, `<DD>` notes; Pocket: `<H1>` and `<LI>`). Throws a `FileTrouble`: `truncated` where a list or a link is
 * left open, `broken` where it nests without end.
 */
export function* readBookmarks(text: string): Generator<Bookmark> {
  const reader = new BookmarkReader(text);
  const parser = new Parser(reader);
  reader.parser = parser;
  for (let at = 0; at < text.length; at += PIECE) {
    parser.write(text.slice(at, at + PIECE));
    yield* reader.finished();
  }
  reader.isAtEnd = true;
  parser.end();
  yield* reader.finished(true);
}

class BookmarkReader implements Partial<Handler> {
  parser?: Parser;
  isAtEnd = false;
  private readonly lines: Lines;
  private readonly folders: string[] = [];
  private readonly done: Bookmark[] = [];
  private depth = 0;
  private current: Bookmark | undefined;
  /** Where text goes. */
  private into: 'title' | 'note' | 'folder' | 'section' | undefined;
  private folder = '';
  private section = '';

  constructor(text: string) {
    this.lines = new Lines(text);
  }

  /** Hands over finished bookmarks; one is finished when the next thing begins. */
  *finished(all = false): Generator<Bookmark> {
    if (all) this.close();
    yield* this.done.splice(0);
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    if (++this.depth > DEEPEST) throw new FileTrouble('broken', this.line());
    if (name === 'a') this.open(attributes);
    else if (name === 'dd') this.into = this.current && 'note';
    else if (name === 'h3') this.startFolder(attributes);
    else if (name === 'h1') this.startSection();
    else if (name === 'dt' || name === 'li') this.close();
    else if (name === 'dl') this.enter();
  }

  onclosetag(name: string): void {
    this.depth--;
    if (this.isAtEnd && (name === 'a' || name === 'dl')) throw new FileTrouble('truncated', this.line());
    if (name === 'a' || name === 'h3' || name === 'h1' || name === 'dd') this.into = undefined;
    else if (name === 'dl') this.leave();
  }

  ontext(text: string): void {
    if (this.into === 'folder') this.folder = longer(this.folder, text, LIMITS.title);
    else if (this.into === 'section') this.section = longer(this.section, text, LIMITS.title);
    else if (this.into && this.current)
      this.current[this.into] = longer(this.current[this.into], text, LIMITS.note);
  }

  private open(attributes: Record<string, string>): void {
    this.close();
    const { folders, section } = this;
    this.current = { line: this.line(), attributes, title: '', note: '', folders: [...folders], section };
    this.into = 'title';
  }

  private close(): void {
    if (this.current) this.done.push(this.current);
    this.current = undefined;
    this.into = undefined;
  }

  private startFolder(attributes: Record<string, string>): void {
    this.close();
    this.folder = '';
    const isBrowsers = 'personal_toolbar_folder' in attributes || 'unfiled_bookmarks_folder' in attributes;
    this.into = isBrowsers ? undefined : 'folder';
  }

  private startSection(): void {
    this.close();
    this.section = '';
    this.into = 'section';
  }

  private enter(): void {
    this.close();
    this.folders.push(this.folder);
    this.folder = '';
  }

  private leave(): void {
    this.close();
    this.folders.pop();
  }

  private line(): number {
    return this.lines.at(this.parser?.startIndex ?? 0);
  }
}

/** Keeps twice the limit, as white space is collapsed later. */
function longer(text: string, more: string, limit: number): string {
  return text.length < limit * 2 ? text + more : text;
}
