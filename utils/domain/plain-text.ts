/** What holds one character together for a reader, made when it is first needed. */
let segmenter: Intl.Segmenter | undefined;

/** Longest character, in UTF-16 units: a longer one (a letter under a pile of marks) is cut between its marks. */
const LONGEST = 64;

/** Between two of these a character ends: nothing has to be looked up for most texts. */
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
 * Control, bidi and zero-width characters; not the joiner between two emoji and not the tags that make a flag of a
 * black flag (UTS 51, ED-14a and ED-16), which are part of what is seen.
 */
const INVISIBLE =
  /(?!(?<=\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]?)\u200d\p{Extended_Pictographic}|(?<=\u{1f3f4}[\u{e0020}-\u{e007e}]*)[\u{e0020}-\u{e007f}])[\p{Cc}\p{Cf}]/gu;

/** A text without what cannot be seen. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}
