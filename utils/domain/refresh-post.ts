import type { Post } from './entry';

/** Texts of a post: a page may show them shortened or translated. */
const TEXTS = ['title', 'author', 'category', 'excerpt'] as const;

/** Other facts: the latest page counts. */
const FACTS = ['authorUrl', 'image'] as const;

const HAN = /\p{sc=Han}/u;
const KANA_OR_HANGUL = /[\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u;

/** At least three words of a script with spaces: more than a name or an abbreviation. */
const SENTENCE = /(?:\p{L}{2,}[^\p{L}]+){2}\p{L}/u;

/** The end of a shortened text. */
const DOTS = /[\s.。．…⋯]*(?:\.{2,}|。{2,}|．{2,}|[…⋯])\s*$/u;

/** Updates a known post from a page, but keeps texts that are known better. */
export function refreshed<T extends Post>(known: T, post: Post): T {
  const next: T = { ...known };
  for (const key of TEXTS) {
    const said = post[key];
    if (said !== undefined && !isWorse(said, known[key] ?? '', post.url)) next[key] = said;
  }
  for (const fact of FACTS) if (post[fact] !== undefined) next[fact] = post[fact];
  const { publishedAt } = post;
  // A day alone says less than the same day with its time.
  if (publishedAt !== undefined && !known.publishedAt?.startsWith(publishedAt))
    next.publishedAt = publishedAt;
  return next;
}

/**
 * Whether a text is worse than the known one: empty, damaged, a mere address, shortened; or translated into another script,
 * or with a translation beside it. Pages of the site are in Chinese.
 */
export function isWorse(said: string, known: string, url = ''): boolean {
  if (!known) return false;
  if (!said.trim() || (said.includes('\ufffd') && !known.includes('\ufffd'))) return true;
  if (said === url || `https://${said}` === url || `http://${said}` === url) return true;
  const stem = said.replace(DOTS, '');
  if (stem.length < known.length && known.startsWith(stem)) return true;
  if (!HAN.test(known)) return false;
  if (!HAN.test(said) || (KANA_OR_HANGUL.test(said) && !KANA_OR_HANGUL.test(known))) return true;
  const rest = said.includes(known) ? said.replace(known, ' ') : '';
  return SENTENCE.test(rest) && !HAN.test(rest);
}
