import { timeOf } from '../moments';
import type { Raw } from '../read-of';
import { type Cell, tableDecoder } from './csv-table';

/**
 * Raindrop.io: `id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite`. The folder is a path
 * (`阅读/经济`), tags are separated by commas, `Unsorted` is no folder.
 */
export const raindrop = tableDecoder({
  name: 'raindrop',
  isHeader: (names) => ['url', 'folder', 'created', 'cover'].every((name) => names.has(name)),
  rawOf,
});

function rawOf(cell: Cell): Raw {
  const folders = (cell('folder') ?? '').split('/').filter((folder) => folder.trim() !== 'Unsorted');
  return {
    url: cell('url'),
    title: cell('title') === cell('url') ? undefined : cell('title'),
    excerpt: cell('excerpt'),
    image: cell('cover'),
    note: [cell('note'), cell('highlights')].filter(Boolean).join('\n\n'),
    tags: [...folders, cell('tags')],
    savedAt: timeOf(cell('created')),
  };
}
