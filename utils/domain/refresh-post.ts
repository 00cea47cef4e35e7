import type { Post } from './entry';

/** Words of a post: what a page shows may be cut, or in another language. */
const WORDS = ['title', 'author', 'category', 'excerpt'] as const;

/** The rest: what a page says today counts. */
const FACTS = ['authorUrl', 'image'] as const;

const HAN = /\p{sc=Han}/u;
const KANA_OR_HANGUL = /[\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u;

/** Three words at least of a script with spaces: more than a name or an abbreviation. */
const SENTENCE = /(?:\p{L}{2,}[^\p{L}]+){2}\p{L}/u;

/** What a page cut off ends so. */
const DOTS = /[\s.。．…⋯]*(?:\.{2,}|。{2,}|．{2,}|[…⋯])\s*$/u;

/** What is known of a post with what a page says today, but no word that is known better. */
export function refreshed<T extends Post>(known: T, post: Post): T {
  const next: T = { ...known };
  for (const word of WORDS) {
    const said = post[word];
    if (said !== undefined && !isWorse(said, known[word] ?? '', post.url)) next[word] = said;
  }
  for (const fact of FACTS) if (post[fact] !== undefined) next[fact] = post[fact];
  const { publishedAt } = post;
  // A day alone says less than the same day with its time.
  if (publishedAt !== undefined && !known.publishedAt?.startsWith(publishedAt))
    next.publishedAt = publishedAt;
  return next;
}

/**
 * Whether a reading is worse than the one before: empty, damaged, an address, cut off; or changed by a translator into
 * another script, or with its translation beside it. Pages of the site are in Chinese.
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
