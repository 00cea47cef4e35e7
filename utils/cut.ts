/** The longest sequence of marks and joiners that is taken for one sign, in UTF-16 units. */
const LONGEST = 99;

/**
 * The beginning of a text, at most `limit` UTF-16 units, never part of a sign: an emoji of several parts, a flag, a letter
 * with its marks. Where one sign alone is longer, no more than a surrogate pair or a joiner is kept from falling apart.
 */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const seen = text.slice(0, limit + LONGEST);
  const end = new Intl.Segmenter().segment(seen).containing(limit)?.index || limit;
  return text
    .slice(0, end)
    .replace(/[\ud800-\udbff\u200d]$/, '')
    .trimEnd();
}

/** What joins the parts of an emoji or the letters of a flag; every other sign that is not seen. */
const UNSEEN =
  /(\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?\u200d(?=\p{Extended_Pictographic})|\u{1f3f4}[\u{e0020}-\u{e007f}]+)|[\p{Cc}\p{Cf}]/gu;

/** A text without control, bidi and zero-width characters; an emoji keeps its parts. */
export function seen(text: string): string {
  return text.replace(UNSEEN, '$1');
}
