import { type Handler, Parser } from 'htmlparser2';
import { FileTrouble } from '../file-trouble';
import { Lines } from '../lines';
import { LIMITS } from '../plain';
import { HtmlText } from '../roles/html-text';

/** A folder as the file calls it; an empty name is one that the browser made. */
export interface Folder {
  name: string;
  /** Safari's reading list, which has one id in every language. */
  isReadingList: boolean;
}

/** One bookmark of the file. */
export interface Bookmark {
  line: number;
  attributes: Record<string, string>;
  title: string;
  note: string;
  /** The folders around it, outermost first. */
  folders: Folder[];
  /** The last `<H1>` before it: Pocket's `Unread` and `Read Archive`. */
  section: string;
}

/** No browser nests folders like that; the parser's cost grows with the depth. */
const DEEPEST = 1_000;

/** How much is parsed before finished bookmarks are handed over, in UTF-16 units. */
const PIECE = 16_384;

/** White space is collapsed later, so twice the limit is kept. */
const LONGEST = { title: 2 * LIMITS.title, note: 2 * LIMITS.note };

/**
 * The bookmarks of an HTML file, in order (Netscape bookmark file format: `<DL>` lists, `<H3>` folders, `<A>`
 * bookmarks, `<DD>` notes, which may hold markup; Pocket: `<H1>` and `<LI>`). Throws a `FileTrouble`: `truncated` where a
 * link is left open, or a list in a file that closes others (SemanticScuttle closes none); `broken` where it nests
 * without end.
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

/** A bookmark that is being read. */
interface Open {
  bookmark: Bookmark;
  title: HtmlText;
  note: HtmlText | undefined;
}

class BookmarkReader implements Partial<Handler> {
  parser?: Parser;
  isAtEnd = false;
  private readonly lines: Lines;
  private readonly folders: Folder[] = [];
  private readonly done: Bookmark[] = [];
  private depth = 0;
  private closesLists = false;
  private current: Open | undefined;
  /** Where text goes. */
  private into: HtmlText | undefined;
  private folder: { name: HtmlText; isReadingList: boolean } | undefined;
  private section = new HtmlText(LONGEST.title);

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
    if (name === 'dl') this.enter();
    else if (name === 'dt') this.close();
    else if (name === 'dd') this.startNote();
    else if (this.current?.note) this.current.note.open(name);
    else if (name === 'a') this.open(attributes);
    else if (name === 'h3') this.startFolder(attributes);
    else if (name === 'h1') this.startSection();
    else if (name === 'li') this.close();
  }

  onclosetag(name: string, isImplied: boolean): void {
    this.depth--;
    if (name === 'dl' && !isImplied) this.closesLists = true;
    if (this.isAtEnd && (name === 'a' ? !this.current?.note : name === 'dl' && this.closesLists))
      throw new FileTrouble('truncated', this.line());
    if (name === 'dl') this.leave();
    else if (this.current?.note) this.current.note.close(name);
    else if (name === 'a' || name === 'h3' || name === 'h1') this.into = undefined;
  }

  ontext(text: string): void {
    this.into?.add(text);
  }

  private open(attributes: Record<string, string>): void {
    this.close();
    const title = new HtmlText(LONGEST.title);
    const folders = [...this.folders];
    const bookmark = {
      line: this.line(),
      attributes,
      title: '',
      note: '',
      folders,
      section: this.section.read(),
    };
    this.current = { bookmark, title, note: undefined };
    this.into = title;
  }

  private startNote(): void {
    if (!this.current) return;
    this.current.note ??= new HtmlText(LONGEST.note);
    this.into = this.current.note;
  }

  private close(): void {
    const { current } = this;
    if (current)
      this.done.push({ ...current.bookmark, title: current.title.read(), note: current.note?.read() ?? '' });
    this.current = undefined;
    this.into = undefined;
  }

  private startFolder(attributes: Record<string, string>): void {
    this.close();
    const isBrowsers = 'personal_toolbar_folder' in attributes || 'unfiled_bookmarks_folder' in attributes;
    const isReadingList = /ReadingList$/i.test(attributes.id ?? '');
    this.folder = { name: new HtmlText(LONGEST.title), isReadingList };
    this.into = isBrowsers || isReadingList ? undefined : this.folder.name;
  }

  private startSection(): void {
    this.close();
    this.section = new HtmlText(LONGEST.title);
    this.into = this.section;
  }

  private enter(): void {
    this.close();
    this.folders.push({
      name: this.folder?.name.read() ?? '',
      isReadingList: this.folder?.isReadingList ?? false,
    });
    this.folder = undefined;
  }

  private leave(): void {
    this.close();
    this.folders.pop();
  }

  private line(): number {
    return this.lines.at(this.parser?.startIndex ?? 0);
  }
}
