import { unguarded } from '../formula';
import { timeOf } from '../moments';
import { type Cell, tableDecoder } from './csv-table';

/** Our own CSV: its columns say exactly what they hold, and only `;` stands between tags. */
export const ownCsv = tableDecoder({
  name: 'csv',
  isHeader: (names) =>
    ['url', 'author_url', 'published_at', 'saved_at', 'archived_at'].every((name) => names.has(name)),
  rawOf,
});

function rawOf(cell: Cell) {
  const get = (name: string) => unguarded(cell(name) ?? '');
  return {
    url: get('url'),
    title: get('title'),
    author: get('author'),
    authorUrl: get('author_url'),
    category: get('category'),
    publishedAt: get('published_at'),
    excerpt: get('excerpt'),
    image: get('image'),
    savedAt: timeOf(get('saved_at')),
    queue: get('queue'),
    readAt: timeOf(get('read_at')),
    archivedAt: timeOf(get('archived_at')),
    note: get('note'),
    tags: get('tags').split(';'),
  };
}
