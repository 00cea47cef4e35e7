import type { Entry } from '../../domain/entry';
import { dayOf } from '../../domain/format-date';
import type { Codec } from '../codec';
import { dayInChina } from '../moments';
import { citeKey } from './cite-key';
import { written } from './written';

/** Citations for Zotero, Pandoc and citeproc: CSL-JSON 1.0.2, type `post-weblog`. */
export const csl: Codec = {
  name: 'csl',
  extension: 'json',
  mime: 'application/vnd.citationstyles.csl+json',
  keeps: ['url', 'title', 'author', 'excerpt', 'tags', 'note'],
  keepsDay: ['publishedAt', 'savedAt'],
  encode: (batches) =>
    written(batches, {
      head: '[\n',
      entry: (entry) => JSON.stringify(item(entry)),
      between: ',\n',
      tail: '\n]\n',
    }),
};

function item(entry: Entry): object {
  return {
    id: citeKey(entry.url),
    type: 'post-weblog',
    title: entry.title,
    // A literal name, which must not be split or reordered.
    ...(entry.author && { author: [{ literal: entry.author }] }),
    URL: entry.url,
    ...(entry.publishedAt && { issued: date(dayOf(entry.publishedAt)) }),
    accessed: date(dayInChina(entry.savedAt)),
    ...(entry.tags.length > 0 && { keyword: entry.tags.join(', ') }),
    ...(entry.excerpt && { abstract: entry.excerpt }),
    ...(entry.note && { note: entry.note }),
  };
}

function date(day: string): object {
  return { 'date-parts': [day.split('-').map(Number)] };
}
