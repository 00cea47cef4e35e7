import type { Decoder, Read } from '../decoder';
import { timeOf } from '../moments';
import { type Raw, readOf } from '../read-of';
import { joinNames, turned } from './names';
import { textLines } from './text-lines';

/** `%T title`: a percent sign, one sign, a blank. */
const FIELD = /^%([A-Z0-9@[~!&(*+#<>?=$^])(?: (.*))?$/;

/** The fields of one reference. */
type Fields = Map<string, string[]>;

/** Refer, as EndNote exports it and 知网 offers it (`.enw`): a field a line, an empty line between references. */
export const referIn: Decoder = {
  name: 'ris',
  detect: (head) => /^\s*%0 \w/.test(head),
  decode,
};

function* decode(text: string): Generator<Read> {
  let fields: Fields = new Map();
  let [start, last] = [1, ''];
  for (const { number, text: line } of textLines(text)) {
    const [, tag, value = ''] = FIELD.exec(line) ?? [];
    if (tag === '0') {
      yield* told(fields, start);
      [fields, start] = [new Map(), number];
    }
    last = tag ?? last;
    // A line without a field goes on with the one before: 知网 puts a keyword on each.
    const more = tag ? value : line;
    if (more.trim() && last) fields.set(last, [...(fields.get(last) ?? []).slice(0, 500), more.trim()]);
  }
  yield* told(fields, start);
}

function* told(fields: Fields, line: number): Generator<Read> {
  if (fields.size > 0) yield readOf(line, rawOf(fields), [...fields.values()].flat().join(' '));
}

function rawOf(fields: Fields): Raw {
  const first = (...tags: string[]) => tags.flatMap((tag) => fields.get(tag) ?? [])[0];
  return {
    url: first('U'),
    title: first('T'),
    author: joinNames((fields.get('A') ?? []).map(turned)),
    publishedAt: first('8', 'D'),
    savedAt: timeOf(first('[')),
    excerpt: first('X'),
    tags: fields.get('K'),
    note: first('Z'),
  };
}
