import type { Decoder, Read } from '../decoder';
import { timeOf } from '../moments';
import { LIMITS } from '../plain';
import { type Raw, readOf, unreadable } from '../read-of';
import { plainOfTex } from '../tex';
import { type BibRecord, BibScan } from './bib-scan';
import { joinNames, turned } from './names';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** BibTeX and BibLaTeX of Zotero, JabRef and our own: `urldate` is the day of saving, keywords are tags. */
export const bibtexIn: Decoder = {
  name: 'bibtex',
  detect: (head) => /^[ \t]*@[a-z]{2,32}[ \t]*[{(][^,{}"]{0,200},[ \t\r]*$/im.test(head),
  decode,
};

function* decode(text: string): Generator<Read> {
  for (const record of new BibScan(text).records()) {
    const source = [...record.fields.values()].map((value) => value.slice(0, 200)).join(' ');
    yield record.isBroken
      ? unreadable(record.line, 'bad-shape', source)
      : readOf(record.line, rawOf(record.fields), source);
  }
}

function rawOf(fields: BibRecord['fields']): Raw {
  const get = (name: string) => plainOfTex((fields.get(name) ?? '').slice(0, 4 * LIMITS.note)).trim();
  return {
    url: get('url') || /\\url\{([^{}]{1,4096})\}/.exec(fields.get('howpublished') ?? '')?.[1],
    title: get('title'),
    author: authorsOf(fields.get('author') ?? ''),
    publishedAt: get('date') || dayOf(get('year'), get('month').toLowerCase(), get('day')),
    savedAt: timeOf(get('urldate')),
    excerpt: get('abstract'),
    tags: [get('keywords')],
    note: get('note') || get('annotation') || get('annote'),
  };
}

/** A name in its own braces stays as it is; others may be several, and family name first. */
function authorsOf(value: string): string {
  const names = value.trim().slice(0, 4_000);
  if (/^\{[^{}]*(?:\{\}[^{}]*)*\}$/.test(names)) return plainOfTex(names);
  return joinNames(names.split(/\s+and\s+/, 100).map((name) => turned(plainOfTex(name).trim())));
}

function dayOf(year: string, month: string, day: string): string {
  const number = MONTHS.indexOf(month.slice(0, 3)) + 1 || Number(month);
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
