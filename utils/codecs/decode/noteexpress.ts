import type { Decoder, Read } from '../decoder';
import { timeOf } from '../moments';
import { type Raw, readOf } from '../read-of';
import { bareName } from '../roles/role-names';
import { joinNames, turned } from './names';
import { textLines } from './text-lines';

/** `{Title}: words`. */
const FIELD = /^\{([A-Z][\w /-]{0,40})\}: ?(.*)$/;

/** The fields of one reference, by their bare names. */
type Fields = Map<string, string>;

/** NoteExpress' own format, which 知网 and 万方 offer too: a field a line; each reference begins with its type. */
export const noteExpress: Decoder = {
  name: 'ris',
  detect: (head) => /^\s*\{Reference Type\}: ?\w/.test(head),
  *decode(text): Generator<Read> {
    let fields: Fields = new Map();
    let [start, last] = [1, ''];
    for (const { number, text: line } of textLines(text)) {
      const [, name, value = ''] = FIELD.exec(line) ?? [];
      if (name === 'Reference Type') {
        yield* told(fields, start);
        [fields, start] = [new Map(), number];
      }
      last = name === undefined ? last : bareName(name);
      const more = name === undefined ? line : value;
      if (last && more.trim()) fields.set(last, [fields.get(last), more.trim()].filter(Boolean).join('\n'));
    }
    yield* told(fields, start);
  },
};

function* told(fields: Fields, line: number): Generator<Read> {
  if (fields.size > 0) yield readOf(line, rawOf(fields), [...fields.values()].join(' '));
}

function rawOf(fields: Fields): Raw {
  const first = (...names: string[]) => names.map((name) => fields.get(name)).find(Boolean);
  return {
    url: first('url', 'link'),
    title: first('title'),
    author: joinNames((first('author') ?? '').split(/[;；\n]/, 100).map((name) => turned(name.trim()))),
    publishedAt: first('date', 'publishdate', 'year'),
    savedAt: timeOf(first('accessdate', 'dateaccessed')),
    excerpt: first('abstract'),
    tags: first('keywords')?.split(/[;；,，\n]/, 500),
    note: first('notes', 'note'),
  };
}
