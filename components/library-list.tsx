import { i18n } from '#i18n';
import type { TagCount } from '../utils/entry';
import type { Library } from '../utils/library';
import { isTrash } from '../utils/search/chips';
import { type Sought, soughtOf } from '../utils/search/hits';
import { PLAIN } from '../utils/search/reading';
import { Bulk } from './bulk';
import { Empty } from './empty';
import { EntryRow } from './entry-row';
import { FilterBar } from './filter-bar';
import { Growing } from './growing';
import { TrashList } from './trash-list';
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
  const sought = soughtOf(parsed.value.query, PLAIN);
  return (
    <>
      <Growing items={shown.value} from={filter.value}>
        {(entry) => (
          <Row key={entry.url} library={library} url={entry.url} known={tags.value} sought={sought} />
        )}
      </Growing>
      <Nothing
        isOpen={state.value !== 'opening'}
        isComplete={state.value === 'complete'}
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

function Nothing(props: { isOpen: boolean; isComplete: boolean; count: number; isFiltered: boolean }) {
  const { isOpen, isComplete, count, isFiltered } = props;
  if (!isOpen || (!isComplete && count === 0)) return <Empty isLoading>{i18n.t('common.loading')}</Empty>;
  if (count > 0) return null;
  return <Empty>{i18n.t(isFiltered ? 'filter.nothing' : 'filter.empty')}</Empty>;
}
