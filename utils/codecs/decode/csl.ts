import * as v from 'valibot';
import { canonicalUrl } from '../../domain/url';
import type { Decoder } from '../decoder';
import { citeKey } from '../encode/cite-key';
import { timeOf } from '../moments';
import type { Raw } from '../read-of';
import { textOfHtml } from '../roles/html-text';
import { arrayItems, text } from './json-items';
import { joinNames, type Name, nameOf } from './names';

const number = v.union([v.number(), v.string()]);
const date = v.fallback(
  v.optional(
    v.object({
      'date-parts': v.fallback(v.optional(v.array(v.array(number))), undefined),
      raw: text,
      literal: text,
    }),
  ),
  undefined,
);
const name: v.GenericSchema<unknown, Name> = v.object({ literal: text, family: text, given: text });

/** One reference of CSL-JSON 1.0.2, as Zotero and Pandoc write it. */
const reference = v.object({
  id: text,
  type: v.string(),
  title: text,
  URL: text,
  author: v.fallback(v.optional(v.array(name), []), []),
  issued: date,
  accessed: date,
  abstract: text,
  keyword: text,
  note: text,
});

/** CSL-JSON: the day of access is the day of saving, keywords are tags. */
export const cslIn: Decoder = {
  name: 'csl',
  detect: (head) =>
    /^\s*\[\s*\{/.test(head) && /"type"\s*:\s*"[a-z][a-z_-]+"/.test(head) && /"(?:URL|issued)"/.test(head),
  decode: (file) => arrayItems(file, reference, rawOf),
};

function rawOf(item: v.InferOutput<typeof reference>): Raw {
  return {
    url: item.URL,
    title: item.title && (isOwn(item) ? item.title : textOfHtml(item.title)),
    author: joinNames(item.author.map(nameOf)),
    publishedAt: dayOf(item.issued),
    savedAt: timeOf(dayOf(item.accessed)),
    excerpt: item.abstract,
    tags: [item.keyword],
    note: item.note,
  };
}

/** Our own titles are plain; others hold CSL's rich text (`<i>`, `<sup>`). */
function isOwn({ id, URL }: v.InferOutput<typeof reference>): boolean {
  return URL !== undefined && canonicalUrl(URL) === URL && id === citeKey(URL);
}

function dayOf(value: v.InferOutput<typeof date>): string | undefined {
  const parts = value?.['date-parts']?.[0];
  if (parts?.length === 3) return parts.map((part) => String(part).padStart(2, '0')).join('-');
  return value?.raw ?? value?.literal;
}
