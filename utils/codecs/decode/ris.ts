import { canonicalUrl } from '../../domain/url';
import type { Decoder, Read } from '../decoder';
import { FileTrouble } from '../file-trouble';
import { timeOf } from '../moments';
import { type Raw, readOf } from '../read-of';
import { unguardLine } from '../ris-line';
import { textOfHtml } from '../roles/html-text';
import { joinNames, turned } from './names';

/** Two characters, two spaces, a hyphen, a space; Zotero and EndNote forgive one space. */
const FIELD = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/s;

/** The values of one reference, by tag. */
type Fields = Map<string, string[]>;

/** RIS of Zotero, EndNote, NoteExpress and our own: `UR` is the post, `KW` are tags, `Y2` the day of saving. */
export const risIn: Decoder = {
  name: 'ris',
  detect: (head, fileName) =>
    /^\s*TY {1,2}- ?\w/.test(head) || (/\.ris$/i.test(fileName) && /^TY {1,2}- ?\w/m.test(head)),
  decode,
};

/** Throws a `FileTrouble` `truncated` where the last reference has no `ER`. */
function* decode(text: string): Generator<Read> {
  let fields: Fields | undefined;
  let [start, last] = [0, ''];
  for (const { line, value } of linesOf(text)) {
    const [, tag = '', rest = ''] = FIELD.exec(value) ?? [];
    if (tag === 'ER' && fields) yield readOf(start, rawOf(fields), sourceOf(fields));
    if (tag === 'TY' || tag === 'ER') {
      fields = tag === 'TY' ? new Map() : undefined;
      start = line;
    }
    if (fields) add(fields, tag || last, tag ? unguardLine(rest) : `\n${unguardLine(value)}`, tag === '');
    last = tag || last;
  }
  if (fields) throw new FileTrouble('truncated', start);
}

function* linesOf(text: string): Generator<{ line: number; value: string }> {
  let line = 1;
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length; line++) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    yield { line, value: text.slice(at, text[end - 1] === '\r' ? end - 1 : end) };
    at = end + 1;
  }
}

function add(fields: Fields, tag: string, value: string, isMore: boolean): void {
  const values = fields.get(tag) ?? [];
  if (isMore && values.length) values.push((values.pop() ?? '') + value);
  else if (!isMore && values.length < 1_000) values.push(value);
  fields.set(tag, values);
}

function rawOf(fields: Fields): Raw {
  const first = (...tags: string[]) => tags.flatMap((tag) => fields.get(tag) ?? [])[0];
  return {
    url: bestOf(['UR', 'L2', 'LK'].flatMap((tag) => fields.get(tag) ?? [])),
    title: first('TI', 'T1'),
    author: joinNames([...(fields.get('AU') ?? fields.get('A1') ?? [])].map((name) => turned(name.trim()))),
    publishedAt: first('DA', 'Y1', 'PY'),
    savedAt: timeOf(first('Y2')),
    excerpt: first('AB', 'N2'),
    tags: fields.get('KW'),
    note: noteOf(first('N1')?.trim()),
  };
}

/** Of several addresses, one of Caixin's before any other. */
function bestOf(addresses: string[]): string | undefined {
  const all = addresses.map((one) => one.trim());
  return all.find((one) => canonicalUrl(one) !== undefined) ?? all[0];
}

/** Zotero and Mendeley keep notes as HTML, in blocks from end to end. */
function noteOf(note: string | undefined): string | undefined {
  return note && /^<(p|div)[\s>][\s\S]*<\/\1>$/i.test(note) ? textOfHtml(note) : note;
}

function sourceOf(fields: Fields): string {
  return [...fields.values()].map(([value = '']) => value.slice(0, 200)).join(' ');
}
