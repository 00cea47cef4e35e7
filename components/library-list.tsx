import { i18n } from '#i18n';
import type { TagCount } from '../utils/entry';
import type { Library } from '../utils/library';
import { isTrash } from '../utils/search/chips';
import { type Sought, soughtOf } from '../utils/search/hits';
import { Bulk } from './bulk';
import { Empty } from './empty';
import { EntryRow } from './entry-row';
import { FilterBar } from './filter-bar';
import { Growing } from './growing';
import { TrashList } from './trash-list';
import { useWanted } from './use-wanted';
import { Views } from './views';

export interface LibraryListProps {
  library: Library;
}

/** The library, newest first, under its filter. */
export function LibraryList({ library }: LibraryListProps) {
  const { filter, parsed, tagCounts, counts, shown } = library;
  return (
    <section aria-label={i18n.t('filter.library')}>
      <FilterBar
        filter={filter.value}
        parsed={parsed.value}
        tagCounts={tagCounts.value}
        counts={counts.value}
        shown={shown.value.length}
        onFilter={(next) => {
          filter.value = next;
        }}
      >
        <Views
          views={library.views.value}
          filter={filter.value}
          onFilter={(next) => {
            filter.value = next;
          }}
          onSave={(view) => void library.saveView(view)}
          onRemove={(name) => void library.removeView(name)}
        />
        {filter.value.trim() !== '' && !isTrash(parsed.value.query) && <Bulk library={library} />}
      </FilterBar>
      {isTrash(parsed.value.query) ? <TrashList library={library} /> : <Saved library={library} />}
    </section>
  );
}

function Saved({ library }: LibraryListProps) {
  const { filter, parsed, shown, tags, state } = library;
  const sought = soughtOf(parsed.value.query, library.reading.value);
  return (
    <>
      <Growing items={shown.value} from={filter.value}>
        {(url) => <Row key={url} library={library} url={url} known={tags.value} sought={sought} />}
      </Growing>
      <Nothing
        isOpen={state.value !== 'opening'}
        isComplete={state.value === 'complete'}
        progress={library.progress.value}
        count={shown.value.length}
        isFiltered={filter.value.trim() !== ''}
      />
    </>
  );
}

interface RowProps extends LibraryListProps {
  url: string;
  known: TagCount[];
  sought: Sought;
}

function Row({ library, url, known, sought }: RowProps) {
  useWanted(library, url);
  const entry = library.entries.value.get(url);
  if (!entry) return null;
  return (
    <EntryRow
      entry={entry}
      known={known}
      sought={sought}
      onShelve={(one, change) => library.shelve([one], change)}
      onArchive={(one) => void library.archive([one])}
      onRemove={(one) => void library.remove([one])}
    />
  );
}

interface NothingProps {
  isOpen: boolean;
  isComplete: boolean;
  progress: { done: number; all: number } | undefined;
  count: number;
  isFiltered: boolean;
}

function Nothing({ isOpen, isComplete, progress, count, isFiltered }: NothingProps) {
  if (progress)
    return (
      <Empty isLoading>{i18n.t('filter.indexing', [String(progress.done), String(progress.all)])}</Empty>
    );
  if (!isOpen || (!isComplete && count === 0)) return <Empty isLoading>{i18n.t('common.loading')}</Empty>;
  if (count > 0) return null;
  return <Empty>{i18n.t(isFiltered ? 'filter.nothing' : 'filter.empty')}</Empty>;
}
