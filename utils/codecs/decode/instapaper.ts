import { timeOf } from '../moments';
import type { Raw } from '../read-of';
import { placeInQueue } from '../roles/raw-of-facts';
import { tagsIn } from '../roles/tag-list';
import { type Cell, tableDecoder } from './csv-table';

/**
 * Instapaper: `URL,Title,Selection,Folder`, since 2019 `Timestamp` and since 2023 `Tags` as a JSON list. What is in no
 * folder is `Unread` and waits to be read.
 */
export const instapaper = tableDecoder({
  name: 'instapaper',
  isHeader: (names) => ['url', 'title', 'selection', 'folder'].every((name) => names.has(name)),
  rawOf,
});

function rawOf(cell: Cell, count: number): Raw {
  const savedAt = timeOf(cell('timestamp'));
  const folder = cell('folder') ?? 'Unread';
  const isOwn = !/^(?:unread|archive)$/i.test(folder);
  return {
    url: cell('url'),
    title: cell('title'),
    note: cell('selection'),
    tags: [...(isOwn ? [folder] : []), ...tagsIn(cell('tags') ?? '')],
    savedAt,
    queue: /^unread$/i.test(folder) ? placeInQueue(count) : undefined,
    archivedAt: /^archive$/i.test(folder) ? (savedAt ?? Date.now()) : undefined,
  };
}
