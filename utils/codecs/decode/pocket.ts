import { timeOf } from '../moments';
import type { Raw } from '../read-of';
import { placeInQueue } from '../roles/raw-of-facts';
import { type Cell, tableDecoder } from './csv-table';

/**
 * Pocket's last export (2025): `title,url,time_added,tags,status`, tags between `|`, status `unread` or `archive`: what is
 * unread waits to be read.
 */
export const pocketCsv = tableDecoder({
  name: 'pocket',
  isHeader: (names) => ['url', 'time_added', 'status'].every((name) => names.has(name)),
  rawOf,
});

function rawOf(cell: Cell, count: number): Raw {
  const savedAt = timeOf(cell('time_added'));
  const title = cell('title') ?? '';
  return {
    url: cell('url'),
    // Pocket uses the address as title if it knows none.
    title: /^https?:\/\/\S{0,4096}$/.test(title) ? undefined : title,
    tags: cell('tags')?.split('|'),
    savedAt,
    queue: cell('status') === 'unread' ? placeInQueue(count) : undefined,
    archivedAt: cell('status') === 'archive' ? (savedAt ?? Date.now()) : undefined,
  };
}
