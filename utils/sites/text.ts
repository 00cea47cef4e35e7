/** Longest title and excerpt kept, in UTF-16 units. */
export const TITLE_LIMIT = 300;
export const EXCERPT_LIMIT = 600;

/** Most of one text node that is looked at: no title or excerpt needs more. */
export const NODE_LIMIT = 4000;

/** Control, bidi and zero-width characters; a joiner inside an emoji sequence stays. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;
const isJoiner = (mark: string, at: number, text: string) =>
  mark === '\u200d' && /\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?$/u.test(text.slice(0, at));
const PLAIN =
  /^[\u0020-\u007e\u00a1-\u00ac\u2010-\u2027\u2030-\u205e\u3001-\ud7ff\ue000-\ufefe\uff00-\uffef]*$/;

/** Text of a page as one line of plain text: white space collapsed (U+00A0 and U+3000 too), nothing invisible. */
export function clean(text: string): string {
  const line = text.replace(/[^\S\ufeff]+/g, ' ').trim();
  return PLAIN.test(line)
    ? line
    : line
        .replace(INVISIBLE, (mark, at: number) => (isJoiner(mark, at, line) ? mark : ''))
        .replace(/\s+/g, ' ')
        .trim()
        .toWellFormed();
}

/** The beginning of a text, never half a character. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = /[\ud800-\udbff]/.test(text.charAt(limit - 1)) ? limit - 1 : limit;
  return text.slice(0, end).trimEnd();
}

/** What a list cuts off in the middle of markup, with the dots that follow (site.md 2.1): `抢&rd......`, ` </......`. */
const CUT_MARKUP = /(?:&[a-z#0-9]*;?|<\/?[a-z]*)?\s*(?:\.{3,}|…+)\s*$/i;

/** An excerpt without the dots at its end, and without what was cut in the middle of markup. */
export function withoutCut(text: string): string {
  return text.replace(CUT_MARKUP, '').trimEnd();
}
