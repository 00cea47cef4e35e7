import type { Decoder, Read } from '../decoder';
import { Lines } from '../lines';
import { LIMITS } from '../plain';
import { readOf } from '../read-of';

/** An address in text: ASCII up to a space, a quote or a bracket; or a Markdown link to something else. */
const ADDRESS =
  /https?:\/\/[^\s"'<>()[\]{}`\\|^\u0080-\uffff]{1,4096}|(?<=(?<!\\)\]\()(?:javascript|data|file|vbscript):[^\s)]{0,200}/gi;

/** A title whose every character is escaped, and the marks around it. */
const LONGEST_TITLE = 2 * LIMITS.title + 100;

/** What ends a sentence, not an address. */
const AFTER = '.,;:!?*_~';

/** What may precede a title: bullets and numbers. */
const BEFORE_TITLE = /^(?:[-*+•·>\s]|\d{1,4}[.)、])+/;

/** What may separate a title from its address: colons, dashes, opening brackets. */
const AFTER_TITLE = ' \t\r\u3000:：,，|-–—(（[【';

/** Any text with addresses in it: one a line, Markdown, HTML, notes. The last resort. */
export const links: Decoder = {
  name: 'links',
  detect: (head) => /https?:\/\/[^\s/]/i.test(head),
  decode,
};

function* decode(text: string): Generator<Read> {
  const lines = new Lines(text);
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const url = withoutEnd(match[0], AFTER);
    const before = endOf(text.slice(end, match.index), LONGEST_TITLE);
    const isFirst = end === 0 || before.includes('\n');
    end = match.index + match[0].length;
    yield readOf(lines.at(match.index), { url, title: titleIn(before, isFirst) }, url);
  }
}

/** The end of a text, never beginning with half a character. */
function endOf(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = text.slice(-limit);
  return end.slice(/^[\p{M}\p{Cf}\udc00-\udfff]*/u.exec(end)?.[0].length);
}

/** The title of an address: the text of its Markdown link, or what precedes the first address on a line. */
function titleIn(before: string, isFirst: boolean): string | undefined {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (line.endsWith('](')) return linkText(line);
  return !isFirst || line.includes('<') ? undefined : withoutEnd(line.replace(BEFORE_TITLE, ''), AFTER_TITLE);
}

function linkText(line: string): string | undefined {
  let start = line.lastIndexOf('[');
  // An escaped bracket belongs to the text.
  while (start > 0 && line[start - 1] === '\\') start = line.lastIndexOf('[', start - 2);
  return start < 0 ? undefined : line.slice(start + 1, -2).replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** A loop, as a pattern that ends in `+$` is quadratic. */
function withoutEnd(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && marks.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
