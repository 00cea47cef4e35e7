import { withoutInvisible } from '../domain/plain-text';

/** Longest title and excerpt, in UTF-16 units. */
export const TITLE_LIMIT = 300;
export const EXCERPT_LIMIT = 600;

/** How much of a text node is read, in UTF-16 units: no title or excerpt needs more. */
export const NODE_LIMIT = 4000;

const PLAIN =
  /^[\u0020-\u007e\u00a1-\u00ac\u2010-\u2027\u2030-\u205e\u3001-\ud7ff\ue000-\ufefe\uff00-\uffef]*$/;

/** Text of a page as one line of plain text: white space collapsed (U+00A0 and U+3000 too), nothing invisible. */
export function clean(text: string): string {
  const line = text.replace(/[^\S\ufeff]+/g, ' ').trim();
  return PLAIN.test(line) ? line : withoutInvisible(line).replace(/\s+/g, ' ').trim().toWellFormed();
}

/** What a list cuts off in the middle of markup, with the dots that follow (site.md 2.1): `抢&rd......`, ` </......`. */
const CUT_MARKUP = /(?:&[a-z#0-9]*;?|<\/?[a-z]*)?(?:\s*(?:\.{3,}|…+|[[【]\s*[\]】]))+\s*$/i;

/** An excerpt without the dots at its end, and without what was cut in the middle of markup. */
export function withoutCut(text: string): string {
  return text.replace(CUT_MARKUP, '').trimEnd();
}
