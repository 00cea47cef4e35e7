import type { Decoder, Read } from '../decoder';
import { timeOf } from '../moments';
import { readOf } from '../read-of';
import { titleOfPage } from './page-title';

/** The head of a page that a browser saved as one file (RFC 2557): lines of a mail. */
const HEAD = /^\s{0,20}(?:[\w-]{1,40}:[^\n]{0,2000}\n){1,20}/;

/** Where the page was: Chrome says it once, others with the first part. */
const ADDRESSES = ['snapshot-content-location', 'content-location'];

/** `=?utf-8?Q?=E6=AF=95?=`: text in a mail's head (RFC 2047). */
const ENCODED = /=\?([\w-]{1,20})\?([qb])\?([^?\s]{0,2000})\?=(?:\s+(?==\?))?/gi;

/** A page saved as MHTML is one post: the links in it are the author's. */
export const mhtml: Decoder = {
  name: 'page',
  detect: (head) =>
    HEAD.test(head) &&
    /^mime-version:/im.test(head) &&
    /^(?:snapshot-)?content-location:\s?http/im.test(head),
  *decode(text): Generator<Read> {
    const head = text
      .slice(0, 65_536)
      .replace(/\r\n/g, '\n')
      .replace(/\n[ \t]+/g, ' ');
    const get = (name: string) =>
      new RegExp(`^${name}:[ \\t]*([^\\n]{1,5000})`, 'im').exec(head)?.[1]?.trim();
    const subject = get('subject')?.replace(
      ENCODED,
      (all, charset, form, words) => decoded(charset, form, words) ?? all,
    );
    yield readOf(
      1,
      {
        url: ADDRESSES.map(get).find(Boolean),
        title: titleOfPage(subject),
        savedAt: timeOf(get('date')),
      },
      subject ?? '',
    );
  },
};

function decoded(charset: string, form: string, words: string): string | undefined {
  try {
    const bytes = /q/i.test(form)
      ? words
          .replaceAll('_', ' ')
          .replace(/=([\da-f]{2})/gi, (_all, code) => String.fromCharCode(Number.parseInt(code, 16)))
      : atob(words);
    return new TextDecoder(charset).decode(Uint8Array.from(bytes, (one) => one.charCodeAt(0)));
  } catch {
    return undefined;
  }
}
