import { cut, withoutInvisible } from './plain-text';

/** Longest tag, in UTF-16 units. */
const LONGEST = 40;

/** Separators between tags in typed or pasted text, of both scripts; a tab too, as between the cells of a table. */
export const SEPARATOR = /[,，､、;；\t-\r\u0085\u2028\u2029]+/g;

/** What may surround the tags of a list: bullets, numbers, quotes. */
const AROUND = /^\s*(?:\d+[.)）]\s+)?[\s"'“‘「•●·*+-]*|["'”’」\s]+$/g;

/**
 * A tag as it is stored: one line, NFC, no separator, no leading `#`, at most 40 units long, never half a character;
 * undefined if nothing is left. Cleaning a clean tag changes nothing.
 */
export function cleanTag(text: string): string | undefined {
  const bare = withoutInvisible(text.replace(/\s+/g, ' ')).normalize('NFC');
  const tag = bare
    .replace(SEPARATOR, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[#＃\s]+/, '');
  return cut(tag.toWellFormed(), LONGEST).trim() || undefined;
}

/** The tags of a list, cleaned, each once, in the order met. */
export function listedTags(text: string): string[] {
  return uniqueTags(text.split(SEPARATOR));
}

/** The tags in typed or pasted text, which may be a list of any form: bullets, numbers, quotes, `#a #b`. */
export function splitTags(text: string): string[] {
  const parts = text.split(SEPARATOR).map((part) => part.replace(AROUND, ''));
  return uniqueTags(parts.flatMap((part) => part.split(/\s+(?=[#＃])/)));
}

/** Cleans tags and keeps each once, in the order met. */
export function uniqueTags(tags: string[]): string[] {
  return [...new Set(tags.flatMap((tag) => cleanTag(tag) ?? []))];
}
