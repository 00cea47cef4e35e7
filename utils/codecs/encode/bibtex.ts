import type { Entry } from '../../domain/entry';
import { dayOf } from '../../domain/format-date';
import type { Codec } from '../codec';
import { dayInChina } from '../moments';
import { escapeTex } from '../tex';
import { citeKey } from './cite-key';
import { written } from './written';

/** Citations for LaTeX: BibLaTeX's `@online`, which Zotero and JabRef read too; UTF-8. */
export const bibtex: Codec = {
  name: 'bibtex',
  extension: 'bib',
  mime: 'application/x-bibtex;charset=utf-8',
  keeps: ['url', 'title', 'author', 'excerpt', 'tags', 'note'],
  keepsDay: ['publishedAt', 'savedAt'],
  encode: (batches) => written(batches, { entry: record, between: '\n' }),
};

function record(entry: Entry): string {
  const fields = Object.entries(fieldsOf(entry))
    .flatMap(([name, value]) => (value ? `  ${name} = {${value}},` : []))
    .join('\n');
  return `@online{${citeKey(entry.url)},\n${fields}\n}\n`;
}

function fieldsOf(entry: Entry): Record<string, string | undefined> {
  const day = entry.publishedAt && dayOf(entry.publishedAt);
  return {
    // Doubled braces: capitals and names stay as they are.
    title: `{${escapeTex(entry.title)}}`,
    author: entry.author && `{${escapeTex(entry.author)}}`,
    date: day,
    year: day?.slice(0, 4),
    url: entry.url,
    urldate: dayInChina(entry.savedAt),
    keywords: entry.tags.map(escapeTex).join(', '),
    abstract: entry.excerpt && escapeTex(entry.excerpt),
    note: entry.note && escapeTex(entry.note),
  };
}
