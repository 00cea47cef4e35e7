import { isSyntax } from '../../domain/title';
import type { Decoder, Known, Read } from '../decoder';
import { FileTrouble } from '../file-trouble';
import { readOf } from '../read-of';
import { hasAddress } from '../roles/addresses';
import { factsOf } from '../roles/json-facts';
import { rawOfFacts } from '../roles/raw-of-facts';
import { roleOf } from '../roles/role-names';
import { isObject } from '../roles/texts';
import { clippedArticle } from './clipped-article';
import { rawOfOwnNote } from './own-note';
import { yamlIn } from './yaml-text';

/** Properties between two lines of dashes (Jekyll's front matter). */
const FRONT = /^\s{0,100}---[ \t]{0,20}\r?\n([\s\S]{0,900000}?)\r?\n(?:---|\.\.\.)[ \t]{0,20}(?:\r?\n|$)/;

/** The same in TOML (Hugo, Zola). */
const TOML = /^\s{0,100}\+\+\+[ \t]{0,20}\r?\n([\s\S]{0,100000}?)\r?\n\+\+\+[ \t]{0,20}(?:\r?\n|$)/;

/** Our own properties, where the note among them is longer than what is looked at. */
const OURS_LONG = /^---\ntitle: "[^\n]{0,4000}\nurl: "https:[^\n]{0,5000}\n[\s\S]{0,60000}^original_note: /m;

/** A heading and below it lines that say one thing each, as Notion exports a page. */
const NOTION = /^\s{0,100}# ([^\n]{1,500})\r?\n\s{0,20}\n((?:[^\s:#][^\n:]{0,60}: [^\n]{0,5000}\r?\n){1,60})/;

/** Properties as Logseq writes them at the beginning of a page: `title:: words`. */
const DOUBLE = /^\s{0,20}(?:- )?((?:[^\s:][^\n:]{0,60}:: ?[^\n]{0,5000}\r?\n?){1,60})/;

/**
 * One note about one post: its properties say which, and its text is the article's (Obsidian Web Clipper, Notion, and
 * many others), or the reader's own in notes that we wrote. Throws a `FileTrouble` `broken` where they are no YAML.
 */
export const note: Decoder = {
  name: 'note',
  detect: (head) => {
    if (OURS_LONG.test(head) && !FRONT.test(head)) return true;
    const properties = propertiesIn(head);
    return properties !== undefined && factsOf(properties).all('url').some(hasAddress);
  },
  decode,
};

function* decode(text: string, { fileName }: Known = {}): Generator<Read> {
  const properties = propertiesIn(text);
  if (!properties) throw new FileTrouble('broken', 1);
  const body = text.slice(FRONT.exec(text)?.[0].length ?? text.length).replaceAll('\r\n', '\n');
  const source = text.slice(0, 200);
  if (isOwn(properties)) {
    yield readOf(1, rawOfOwnNote(properties, body), source);
    return;
  }
  const raw = rawOfFacts(factsOf(properties), { count: 1, tagsByBlanks: true });
  yield readOf(1, { ...raw, title: raw.title ?? headingIn(body) ?? nameOf(fileName) }, source);
}

/** Our own notes have these properties, each a text. */
function isOwn(properties: Record<string, unknown>): boolean {
  return ['title', 'url', 'saved', 'status'].every((name) => typeof properties[name] === 'string');
}

function propertiesIn(text: string): Record<string, unknown> | undefined {
  const front = FRONT.exec(text)?.[1];
  if (front !== undefined) {
    const properties = yamlIn(front);
    if (!isObject(properties)) return undefined;
    const isWhole = factsOf(properties).all('url').some(hasAddress);
    const clipped = isWhole ? undefined : clippedArticle(text.slice(FRONT.exec(text)?.[0].length));
    return { ...clipped, ...properties };
  }
  const toml = TOML.exec(text)?.[1];
  if (toml !== undefined) return tomlIn(toml);
  const [, title, lines = ''] = NOTION.exec(text) ?? [];
  const pairs = pairsIn(lines, ': ');
  if (title && pairs.some(([name]) => roleOf(name)?.role === 'url'))
    return { ...Object.fromEntries(pairs), title };
  const double = DOUBLE.exec(text)?.[1];
  if (double) return Object.fromEntries(pairsIn(double.replace(/\[\[|\]\]/g, ''), ':: '));
  return clippedArticle(text);
}

/** Properties in TOML that are a text, a date or a list on one line. */
function tomlIn(toml: string): Record<string, unknown> {
  const pairs = toml.split(/\r?\n/).flatMap((line): [string, string][] => {
    const [, name, value = ''] = /^\s{0,20}["']?([\w-]{1,60})["']?\s?=\s?(.{1,5000})$/.exec(line) ?? [];
    return name ? [[name, value.trim().replace(/^(["'])(.*)\1$/, '$2')]] : [];
  });
  return Object.fromEntries(pairs);
}

function pairsIn(lines: string, between: string): [string, string][] {
  return lines.split('\n').flatMap((line): [string, string][] => {
    const at = line.indexOf(between);
    return at > 0 ? [[line.slice(0, at).trim(), line.slice(at + between.length).trim()]] : [];
  });
}

/** The first heading of a text. */
function headingIn(body: string): string | undefined {
  const title = /^\s{0,100}#{1,2} ([^\n]{1,500})/.exec(body)?.[1]?.trim();
  return title && !isSyntax(title) ? title : undefined;
}

function nameOf(fileName: string | undefined): string | undefined {
  return fileName?.replace(/^.*[/\\]/, '').replace(/\.[a-z]{1,10}$/i, '') || undefined;
}
