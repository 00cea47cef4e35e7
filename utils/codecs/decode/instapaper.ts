import { timeOf } from '../moments';
import type { Raw } from '../read-of';
import { type Cell, tableDecoder } from './csv-table';

/** Instapaper: `URL,Title,Selection,Folder,Timestamp` and, since 2023, `Tags` as a JSON list. */
export const instapaper = tableDecoder({
  name: 'instapaper',
  isHeader: (names) => ['url', 'title', 'selection', 'folder', 'timestamp'].every((name) => names.has(name)),
  rawOf,
});

function rawOf(cell: Cell): Raw {
  const savedAt = timeOf(cell('timestamp'));
  const folder = cell('folder') ?? 'Unread';
  const isOwn = !/^(?:unread|archive)$/i.test(folder);
  return {
    url: cell('url'),
    title: cell('title'),
    note: cell('selection'),
    tags: [...(isOwn ? [folder] : []), ...tagsOf(cell('tags') ?? '')],
    savedAt,
    archivedAt: /^archive$/i.test(folder) ? savedAt : undefined,
  };
}

/** `["经济","法律"]`, or words between commas. */
function tagsOf(text: string): unknown[] {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list : [];
  } catch {
    return [text];
  }
}
