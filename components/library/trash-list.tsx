import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Entry } from '../../utils/domain/entry';
import type { FilteredModel } from '../../utils/library/models/filtered';
import type { TrashModel } from '../../utils/library/models/trash';
import { daysLeft } from '../../utils/library/trash';
import { type Highlight, highlightOf } from '../../utils/search/highlight';
import { Byline } from '../ui/byline';
import { Empty } from '../ui/empty';
import { marked } from '../ui/highlighted';
import { type RowPlace, VirtualList } from '../virtual-list/virtual-list';
import styles from './entry-row.module.css';

/** The removed entries, under the same filter as the library. */
export function TrashList({ library }: { library: FilteredModel & TrashModel }) {
  const { shown, trash, filter } = library;
  const highlight = highlightOf(library.applied.value.query, library.collation.value);
  const rows = new Map(trash.value.map((removed) => [removed.url, removed]));
  return (
    <>
      <Head library={library} />
      <VirtualList items={shown.value} keyOf={(url) => url} from={filter.value} estimate={63}>
        {(url, place) => {
          const removed = rows.get(url);
          if (!removed) return null;
          return (
            <Row
              key={url}
              place={place}
              highlight={highlight}
              entry={removed.entry}
              days={daysLeft(removed.removedAt, Date.now())}
              onRestore={() => void library.restore([url])}
            />
          );
        }}
      </VirtualList>
      {shown.value.length === 0 && (
        <Empty>{i18n.t(trash.value.length > 0 ? 'filter.nothing' : 'trash.nothing')}</Empty>
      )}
    </>
  );
}

/** Actions for the whole trash. Emptying cannot be undone, so it asks for confirmation. */
function Head({ library: { shown, trash, restore, emptyTrash } }: { library: FilteredModel & TrashModel }) {
  const [sure, setSure] = useState(false);
  const count = trash.value.length;
  const empty = () => {
    setSure(!sure);
    if (sure) void emptyTrash();
  };
  return (
    <div class={styles.trash}>
      <p class="quiet">{i18n.t('trash.help')}</p>
      {shown.value.length > 1 && (
        <button type="button" onClick={() => void restore([...shown.value])}>
          {i18n.t('trash.restoreAll')}
        </button>
      )}
      {count > 0 && (
        <button type="button" class={styles.remove} onClick={empty} onBlur={() => setSure(false)}>
          {sure
            ? i18n.t('trash.emptySure', [i18n.t('common.posts', count, [String(count)])])
            : i18n.t('trash.empty')}
        </button>
      )}
    </div>
  );
}

interface RowProps {
  entry: Entry;
  place: RowPlace;
  highlight: Highlight;
  days: number;
  onRestore(): void;
}

function Row({ entry, place, highlight, days, onRestore }: RowProps) {
  return (
    <li {...place} class={styles.row} data-row>
      <div class={styles.line}>
        <span class={styles.title} lang="zh-CN">
          {marked(entry.title, highlight)}
        </span>
        <button type="button" class={styles.more} onClick={onRestore}>
          {i18n.t('trash.restore')}
        </button>
      </div>
      <Byline post={entry} tags={entry.tags} highlight={highlight}>
        <span class="numbers">{i18n.t('trash.left', days, [String(days)])}</span>
      </Byline>
    </li>
  );
}
