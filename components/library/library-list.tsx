import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { TagCount } from '../../utils/domain/entry';
import type { Library } from '../../utils/library';
import { type Highlight, highlightOf } from '../../utils/search/highlight';
import { isTrash } from '../../utils/search/shown-state';
import { suggestionsFor } from '../../utils/search/tags/suggest-tags';
import { NO_HINTS } from '../../utils/search/tags/tag-hints';
import { FilterBar } from '../filter/filter-bar';
import { Views } from '../filter/saved-views';
import { Empty } from '../ui/empty';
import { useTicks } from '../ui/use-selection';
import { type RowPlace, VirtualList } from '../virtual-list/virtual-list';
import { Bulk } from './bulk-actions';
import { EntryRow } from './entry-row';
import styles from './entry-row.module.css';
import { TrashList } from './trash-list';
import { useWanted } from './use-wanted';

interface LibraryListProps {
  library: Library;
}

/** The library, newest first, under its filter. */
export function LibraryList({ library }: LibraryListProps) {
  const { filter, parsed, applied, tagCounts, counts, shown } = library;
  if (library.state.value === 'refused') return null;
  return (
    <section aria-label={i18n.t('filter.library')} data-library>
      <FilterBar
        filter={filter.value}
        parsed={parsed.value}
        tagCounts={tagCounts}
        tagsLike={(typed, limit) => tagsLike(library, typed, limit)}
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
        {!isTrash(applied.value.query) && <Bulk library={library} />}
      </FilterBar>
      {isTrash(applied.value.query) ? <TrashList library={library} /> : <Saved library={library} />}
    </section>
  );
}

/** The tags that contain what is typed, or the likeliest if nothing is. */
function tagsLike({ findableTags, tagHints, collation }: Library, typed: string, limit: number): TagCount[] {
  const { fold } = collation.value;
  const hints = typed === '' ? tagHints([]) : NO_HINTS;
  return suggestionsFor({ ...hints, known: findableTags.value, chosen: [], typed, limit, fold });
}

/** Height of most rows, in pixels: one line of title and one of names. */
const ROW = 63;

const itself = (url: string) => url;

function Saved({ library }: LibraryListProps) {
  const { filter, applied, shown, tags, state, ticked } = library;
  const tick = useTicks(library);
  const { query } = applied.value;
  const highlight = useMemo(
    () => highlightOf(query, library.collation.value),
    [query, library.collation.value],
  );
  return (
    <>
      <VirtualList items={shown.value} keyOf={itself} from={filter.value} estimate={ROW}>
        {(url, place) => (
          <Row
            key={place['data-slot']}
            library={library}
            url={url}
            place={place}
            known={tags.value}
            highlight={highlight}
            ticked={ticked.value.has(url)}
            isTicking={ticked.value.size > 0}
            onTick={tick}
          />
        )}
      </VirtualList>
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
  highlight: Highlight;
  place: RowPlace;
  ticked: boolean;
  isTicking: boolean;
  onTick(url: string, isRange: boolean): void;
}

function Row({ library, url, ...row }: RowProps) {
  useWanted(library, url);
  const entry = library.peek(url);
  if (!entry) return <Waiting place={row.place} />;
  return (
    <EntryRow
      entry={entry}
      isWhole={library.entries.value.has(url)}
      {...row}
      onShelve={(one, change) => library.shelve([one], change)}
      onNote={library.note}
      onArchive={(one) => void library.archive([one])}
      onRemove={(one) => void library.remove([one])}
    />
  );
}

/** A row whose entry is being read, before the search index is ready. */
function Waiting({ place }: { place: RowPlace }) {
  return <li {...place} class={styles.row} aria-busy="true" style={{ ...place.style, height: `${ROW}px` }} />;
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
