import type { Found, Read } from '../../../utils/codecs';
import { cleanTag } from '../../../utils/domain/tag';
import { canonicalUrl } from '../../../utils/domain/url';

const LONGEST = { title: 500, author: 100, category: 100, excerpt: 5_000 } as const;
const MOMENT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d\+08:00)?$/;
const REASONS = ['no-address', 'bad-address', 'bad-shape'];
const FIELDS = [
  'url',
  'isCaixin',
  'title',
  'author',
  'authorUrl',
  'category',
  'publishedAt',
  'excerpt',
  'image',
  'shelving',
];
const SHELVING = ['savedAt', 'tags', 'queue', 'readAt', 'archivedAt', 'note'];

/** What is wrong with the result of reading any file; empty if nothing. */
export function faultsOf(read: Read): string[] {
  const faults = 'item' in read ? [...postFaults(read.item), ...shelvingFaults(read.item)] : [];
  if (!Number.isInteger(read.line) || read.line < 1) faults.push(`line ${read.line}`);
  if ('unreadable' in read && (!REASONS.includes(read.unreadable) || !isLine(read.text, 200, true)))
    faults.push(`unreadable: ${JSON.stringify(read)}`);
  return faults;
}

function postFaults(item: Found): string[] {
  const faults = Object.keys(item).filter((key) => !FIELDS.includes(key));
  const isRight = item.isCaixin
    ? canonicalUrl(item.url) === item.url
    : /^https?:\/\//.test(item.url) && !canonicalUrl(item.url);
  if (!isRight) faults.push(`url ${item.url}`);
  for (const key of ['title', 'author', 'category', 'excerpt'] as const) {
    const text = item[key];
    if (text !== undefined && !isLine(text, LONGEST[key])) faults.push(`${key} ${JSON.stringify(text)}`);
  }
  for (const key of ['authorUrl', 'image'] as const)
    if (!item[key]?.startsWith('https://') && key in item) faults.push(key);
  if (item.publishedAt !== undefined && !isMoment(item.publishedAt))
    faults.push(`publishedAt ${item.publishedAt}`);
  return faults;
}

function shelvingFaults({ shelving }: Found): string[] {
  const faults = Object.keys(shelving).filter((key) => !SHELVING.includes(key));
  for (const key of ['savedAt', 'readAt', 'archivedAt'] as const) {
    const time = shelving[key];
    if (key in shelving && !(Number.isInteger(time) && Number(time) > 0 && Number(time) < Date.UTC(2100, 0)))
      faults.push(`${key} ${time}`);
  }
  const { tags = ['x'], note, queue = 'a' } = shelving;
  if (!tags.length || tags.length > 500 || new Set(tags).size !== tags.length) faults.push('tags');
  if (tags.some((tag) => cleanTag(tag) !== tag || /[,;，、；\n]/.test(tag))) faults.push(`tags ${tags}`);
  if (
    note !== undefined &&
    (note.length > 100_000 || !/\S/.test(note) || /[^\P{Cc}\n\t]/u.test(note) || !note.isWellFormed())
  )
    faults.push('note');
  if (!/^[!-~]{1,200}$/.test(queue)) faults.push(`queue ${queue}`);
  return faults;
}

function isLine(text: string, limit: number, mayBeEmpty = false): boolean {
  const isPlain =
    text.length <= limit && text.isWellFormed() && text.trim() === text && !/\p{Cc}/u.test(text);
  return isPlain && (mayBeEmpty || text !== '');
}

function isMoment(iso: string): boolean {
  const time = Date.parse(iso.length === 10 ? `${iso}T00:00Z` : iso.replace('+08:00', 'Z'));
  return MOMENT.test(iso) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso.slice(0, 10));
}
