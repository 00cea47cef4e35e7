import type { TagCount } from './entry';

/** Longest tag kept, in UTF-16 units. */
const LONGEST = 40;

/** Separators between tags in typed or pasted text, of both scripts. */
const SEPARATOR = /[,，、;；\n\r]+/g;

/** Control, bidi and zero-width characters (joiners inside emoji included: a tag is a word). */
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;

/**
 * A tag as it is kept: one line, NFC, no separator, no leading `#`, at most 40 characters; undefined where nothing is
 * left. Cleaning a clean tag changes nothing.
 */
export function cleanTag(text: string): string | undefined {
  const bare = text.replace(/\s+/g, ' ').replace(INVISIBLE, '').normalize('NFC');
  const tag = bare
    .replace(SEPARATOR, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[#＃\s]+/, '');
  return tag.slice(0, LONGEST).trim().toWellFormed() || undefined;
}

/** The tags in typed or pasted text, cleaned, each once, in the order met. */
export function splitTags(text: string): string[] {
  return uniqueTags(text.split(SEPARATOR));
}

/** Cleans tags and keeps each once, in the order met. */
export function uniqueTags(tags: string[]): string[] {
  return [...new Set(tags.flatMap((tag) => cleanTag(tag) ?? []))];
}

/** A tag with one name, or its beginning, in place of another: `经济/宏观` under `财经` is `财经/宏观`; undefined drops it. */
export function renamed(tag: string, from: string, to: string | undefined): string | undefined {
  if (tag !== from && !tag.startsWith(`${from}/`)) return tag;
  return to === undefined ? undefined : cleanTag(to + tag.slice(from.length));
}

/** Tags that differ only in width, case or spaces, the most used first in each group. */
export function nearDuplicates(tags: TagCount[]): TagCount[][] {
  const groups = Map.groupBy(tags, ({ tag }) =>
    tag
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s·・_-]/g, ''),
  );
  return [...groups.values()].filter((group) => group.length > 1);
}

/**
 * Tags to offer for what is typed: those that begin with it, then those that hold it, each most used first; none
 * that is chosen already.
 */
export function suggestTags(tags: TagCount[], typed: string, chosen: string[], limit: number): string[] {
  const wanted = typed.trim().toLowerCase();
  const open = tags.filter(({ tag }) => !chosen.includes(tag)).map(({ tag }) => tag);
  const begins = open.filter((tag) => tag.toLowerCase().startsWith(wanted));
  const holds = open.filter((tag) => tag.toLowerCase().indexOf(wanted) > 0);
  return [...begins, ...holds].slice(0, limit);
}
