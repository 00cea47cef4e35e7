import type { Decoder, Read } from '../decoder';
import { timeOf } from '../moments';
import { LIMITS } from '../plain';
import { type Raw, readOf, unreadable } from '../read-of';
import { addressOfTex, plainOfTex } from '../tex';
import { type BibRecord, BibScan } from './bib-scan';
import { joinNames, turned } from './names';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** BibTeX and BibLaTeX of Zotero, JabRef and our own: `urldate` is the day of saving, keywords are tags. */
export const bibtexIn: Decoder = {
  name: 'bibtex',
  detect: (head) =>
    /^[ \t]*@[a-z]{2,32}[ \t]*[{(][^,{}"]{0,200},[ \t\r]*(?:$|[a-z][\w:.-]{0,40}[ \t]{0,40}=)/im.test(head),
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
  const tex = (name: string) => (fields.get(name) ?? '').slice(0, 4 * LIMITS.note);
  const get = (name: string) => plainOfTex(tex(name)).trim();
  const notes = ['note', 'annotation', 'annote'].map(tex).filter(Boolean);
  return {
    url: ADDRESSES.map((name) => addressOfTex(tex(name))).find(Boolean),
    title: get('title'),
    author: authorsOf(fields.get('author') ?? ''),
    publishedAt: get('date') || dayOf(get('year'), get('month').toLowerCase(), get('day')),
    savedAt: ['urldate', 'lastchecked', 'note', 'timestamp']
      .map((name) => timeOf(visited(get(name))))
      .find(Boolean),
    excerpt: get('abstract'),
    tags: [get('keywords'), get('mendeley-tags')],
    note: notes.map(noteOf).find(Boolean),
  };
}

/** Where an address stands: styles without a field for it keep it in others. */
const ADDRESSES = ['url', 'howpublished', 'link', 'bdsk-url-1', 'eprint', 'note'];

/** `Accessed: 2026-01-05`, `[Online; accessed 5-January-2026]`: how styles without a field say the day. */
const VISITED =
  /^\W{0,3}(?:online\W{0,3})?(?:accessed|visited|retrieved|访问于|访问日期|引用日期)(?: on)?\W{0,3}([^\]]{6,40}?)\W?$/i;

function visited(text: string): string {
  return VISITED.exec(text)?.[1] ?? text;
}

/** The reader's note: neither an address alone, nor the day of a visit. */
function noteOf(tex: string): string | undefined {
  if (/^\s*\\url\s?\{[^{}]*\}[.,]?\s*$/.test(tex)) return undefined;
  const text = plainOfTex(tex).trim();
  return VISITED.test(text) && timeOf(visited(text)) !== undefined ? undefined : text;
}

/** A name in its own braces stays as it is; others may be several, and family name first. */
function authorsOf(value: string): string {
  const names = value.trim().slice(0, 4_000);
  if (/^\{[^{}]*(?:\{\}[^{}]*)*\}$/.test(names)) return plainOfTex(names);
  const all = names.split(/\s+and\s+/, 100).filter((name) => name !== 'others');
  return joinNames(all.map((name) => turned(plainOfTex(name).trim())));
}

function dayOf(year: string, month: string, day: string): string {
  const number = MONTHS.indexOf(month.slice(0, 3)) + 1 || Number(month);
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
