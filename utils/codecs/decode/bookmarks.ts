import type { Decoder, Read } from '../decoder';
import { exactTime, timeOf } from '../moments';
import { readOf } from '../read-of';
import { folderTags, isReadingList } from './bookmark-folders';
import { type Bookmark, readBookmarks } from './bookmark-reader';

/** Bookmarks of Chrome, Edge, Firefox, Safari, Pinboard and our own: the Netscape bookmark file format. */
export const bookmarksIn: Decoder = {
  name: 'bookmarks',
  detect: (head) =>
    /^\s*<!DOCTYPE NETSCAPE-Bookmark-file/i.test(head) || /<dt>\s*<a\s[^>]{0,2000}add_date/i.test(head),
  decode,
};

/** Pocket's old export: a list of links with `time_added` under `Unread` and `Read Archive`. */
export const pocketHtml: Decoder = {
  name: 'pocket',
  detect: (head) => /<a\s[^>]{0,2000}time_added\s*=/i.test(head),
  decode,
};

function* decode(text: string): Generator<Read> {
  let count = 0;
  for (const bookmark of readBookmarks(text)) yield readBookmark(bookmark, ++count);
}

function readBookmark({ line, attributes, title, note, folders, section }: Bookmark, count: number): Read {
  const get = (name: string) => (Object.hasOwn(attributes, name) ? attributes[name] : undefined);
  // Our own attributes are in milliseconds, however small.
  const own = (name: string) => exactTime(Number(get(name)));
  const savedAt = own('data-saved-at') ?? timeOf(get('add_date')) ?? timeOf(get('time_added'));
  const isArchived = /^\s*Read Archive\s*$/i.test(section);
  const isToRead = get('toread') === '1' || isReadingList(folders);
  const raw = {
    url: get('href'),
    title,
    savedAt,
    tags: [...folderTags(folders), get('tags')],
    queue: get('data-queue') ?? (isToRead ? String(count).padStart(9, '0') : undefined),
    readAt: own('data-read-at'),
    archivedAt: own('data-archived-at') ?? (isArchived ? savedAt : undefined),
    note: note.trim(),
  };
  return readOf(line, raw, `${title} ${raw.url ?? ''}`);
}
