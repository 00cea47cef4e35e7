/** Finds the boundaries of characters as a reader sees them; made at first use. */
let segmenter: Intl.Segmenter | undefined;

/** Longest character, in UTF-16 units: a longer one (a letter with many marks) is cut between its marks. */
const LONGEST = 64;

/** Between two of these there is always a boundary, so most texts need no segmenter. */
const APART = /^[ -~\u3001-\u3029\u3400-\u9fff\uff01-\uff5e]{2}$/;

/** The last place at or before `at` (UTF-16 units) that is not inside a character: an emoji, a letter with its marks. */
function boundaryBefore(text: string, at: number): number {
  if (at >= text.length) return text.length;
  if (APART.test(text.slice(at - 1, at + 1))) return at;
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const { index } = segmenter.segment(text.slice(0, at + LONGEST)).containing(at) ?? { index: at };
  if (at - index <= LONGEST && index > 0) return index;
  return /[\ud800-\udbff]/.test(text.charAt(at - 1)) ? at - 1 : at;
}

/** The beginning of a text, at most `limit` UTF-16 units, never half a character. */
export function cut(text: string, limit: number): string {
  return text.length <= limit ? text : text.slice(0, boundaryBefore(text, limit)).trimEnd();
}

/**
 * Control, bidi and zero-width characters; except the joiner between two emoji and the tags that turn a black flag into
 * another (UTS 51, ED-14a and ED-16), which are visible.
 */
const INVISIBLE =
  /(?!(?<=\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]?)\u200d\p{Extended_Pictographic}|(?<=\u{1f3f4}[\u{e0020}-\u{e007e}]*)[\u{e0020}-\u{e007f}])[\p{Cc}\p{Cf}]/gu;

/** A text without invisible characters. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}
