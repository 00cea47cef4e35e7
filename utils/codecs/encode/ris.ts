import type { Entry } from '../../domain/entry';
import { dayOf } from '../../domain/format-date';
import type { Codec } from '../codec';
import { dayInChina } from '../moments';
import { guardLine } from '../ris-line';
import { written } from './written';

/** Citations for Zotero, EndNote, Mendeley, NoteExpress: RIS, type BLOG, CRLF, UTF-8. */
export const ris: Codec = {
  name: 'ris',
  extension: 'ris',
  mime: 'application/x-research-info-systems;charset=utf-8',
  // No author: a comma in a name would turn it round.
  keeps: ['url', 'title', 'excerpt', 'tags', 'note'],
  keepsDay: ['publishedAt', 'savedAt'],
  encode: (batches) => written(batches, { entry: record, between: '\r\n' }),
};

function record(entry: Entry): string {
  const lines = tagsOf(entry).flatMap(([tag, value]) => (value ? `${tag}  - ${value}` : []));
  return `${[...lines, 'ER  - '].join('\r\n')}\r\n`;
}

function tagsOf(entry: Entry): [tag: string, value: string | undefined][] {
  const day = entry.publishedAt && dayOf(entry.publishedAt);
  return [
    ['TY', 'BLOG'],
    ['TI', entry.title],
    ['AU', entry.author?.replaceAll(',', '，')],
    ['PY', day?.slice(0, 4)],
    ['DA', day && slashed(day)],
    ['AB', entry.excerpt],
    ['UR', entry.url],
    // The day of access; Zotero's own choice of tag.
    ['Y2', slashed(dayInChina(entry.savedAt))],
    ...entry.tags.map((tag): [string, string] => ['KW', tag]),
    ['N1', entry.note?.split('\n').map(guardLine).join('\r\n')],
  ];
}

const slashed = (day: string) => `${day.replaceAll('-', '/')}/`;
