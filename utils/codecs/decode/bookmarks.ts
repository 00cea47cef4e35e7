import type { Decoder, Read } from '../decoder';
import { exactTime, timeOf } from '../moments';
import { type Raw, readOf } from '../read-of';
import { placeInQueue } from '../roles/raw-of-facts';
import { folderTags, isReadingList } from './bookmark-folders';
import { bookmarkNotes } from './bookmark-notes';
import { type Bookmark, readBookmarks } from './bookmark-reader';

/** Bookmarks of Chrome, Edge, Firefox, Safari, Pinboard, Shaarli and our own: the Netscape bookmark file format. */
export const bookmarksIn: Decoder = {
  name: 'bookmarks',
  detect: (head) =>
    /^\s*<!DOCTYPE NETSCAPE-Bookmark-file/i.test(head) ||
    /<dt>\s*<a\s[^>]{0,2000}add_date/i.test(head) ||
    /<dl>\s{0,100}(?:<p>)?\s{0,100}<dt>\s{0,100}<(?:a|h3)[\s>]/i.test(head),
  decode,
};

/** Pocket's old export: a list of links with `time_added` under `Unread` and `Read Archive`. */
export const pocketHtml: Decoder = {
  name: 'pocket',
  detect: (head) => /<a\s[^>]{0,2000}time_added\s*=/i.test(head),
  decode,
};

/** A comma in any list of tags: then blanks belong to the names. */
const COMMAS = /\btags\s?=\s?"[^",]{0,2000},/i;

/** Our own file, and Firefox's: one tag may have blanks in it. */
const NO_BLANKS = /data-saved-at=|Content-Security-Policy|\sicon_uri=/i;

/** What linkding says by a tag. */
const LINKDING = /^linkding:bookmarks\.(\w+)$/i;

function* decode(text: string): Generator<Read> {
  const byBlanks = !COMMAS.test(text) && !NO_BLANKS.test(text);
  let count = 0;
  for (const bookmark of readBookmarks(text)) yield readBookmark(bookmark, ++count, byBlanks);
}

function readBookmark(bookmark: Bookmark, count: number, byBlanks: boolean): Read {
  const { line, attributes, title } = bookmark;
  const get = (name: string) => (Object.hasOwn(attributes, name) ? attributes[name] : undefined);
  // Our own attributes are in milliseconds, however small.
  const own = (name: string) => exactTime(Number(get(name)));
  const savedAt = own('data-saved-at') ?? timeOf(get('add_date')) ?? timeOf(get('time_added'));
  const tags = (get('tags') ?? '').split(byBlanks ? /[,，\s]+/ : /[,，]/);
  const marks = tags.flatMap((tag) => LINKDING.exec(tag.trim())?.[1]?.toLowerCase() ?? []);
  const isWaiting = isToRead(bookmark, get('toread'));
  const raw: Raw = {
    url: get('href'),
    title,
    savedAt,
    tags: [
      ...folderTags(bookmark.folders.map(({ name }) => name)),
      ...tags.filter((tag) => !LINKDING.test(tag.trim())),
    ],
    queue: get('data-queue') ?? (isWaiting ? placeInQueue(count) : undefined),
    readAt: own('data-read-at'),
    archivedAt:
      own('data-archived-at') ?? (isArchived(bookmark, marks) ? (savedAt ?? Date.now()) : undefined),
    ...bookmarkNotes(bookmark.note || (get('description') ?? '')),
  };
  return readOf(line, raw, `${title} ${raw.url ?? ''}`);
}

function isToRead({ folders, section }: Bookmark, toRead: string | undefined): boolean {
  return /^(?:1|true|yes)$/i.test(toRead ?? '') || isReadingList(folders) || /^Unread$/i.test(section);
}

function isArchived({ section }: Bookmark, marks: string[]): boolean {
  return /^(?:Read )?Archive$/i.test(section) || marks.includes('archived');
}
