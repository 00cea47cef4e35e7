import type { Entry } from '../../domain/entry';
import type { Codec } from '../codec';
import { escapeXml } from './escape-xml';
import { written } from './written';

/** The header every browser expects, and one folder. */
const HEAD = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
    <DT><H3>财新剪报</H3>
    <DL><p>
`;

const TAIL = `    </DL><p>
</DL><p>
`;

/**
 * Bookmarks for browsers: the Netscape bookmark file format, with TAGS (Firefox, Pinboard) and TOREAD (Pinboard).
 * What it cannot express goes into attributes of our own, which others ignore.
 */
export const bookmarks: Codec = {
  name: 'bookmarks',
  extension: 'html',
  mime: 'text/html;charset=utf-8',
  keeps: ['url', 'title', 'savedAt', 'tags', 'queue', 'readAt', 'archivedAt', 'note'],
  encode: (batches) => written(batches, { head: HEAD, entry: bookmark, tail: TAIL }),
};

function bookmark(entry: Entry): string {
  const attributes = Object.entries(attributesOf(entry))
    .flatMap(([name, value]) => (value === undefined ? [] : `${name}="${escapeXml(String(value))}"`))
    .join(' ');
  const note = entry.note ? `        <DD>${escapeXml(entry.note)}\n` : '';
  return `        <DT><A ${attributes}>${escapeXml(entry.title)}</A>\n${note}`;
}

function attributesOf(entry: Entry): Record<string, string | number | undefined> {
  return {
    HREF: entry.url,
    // Browsers count seconds.
    ADD_DATE: Math.floor(entry.savedAt / 1000),
    TAGS: entry.tags.join(',') || undefined,
    TOREAD: entry.queue === undefined ? undefined : 1,
    'DATA-SAVED-AT': entry.savedAt,
    'DATA-QUEUE': entry.queue,
    'DATA-READ-AT': entry.readAt,
    'DATA-ARCHIVED-AT': entry.archivedAt,
  };
}
