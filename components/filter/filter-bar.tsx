import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { TagCount } from '../../utils/domain/entry';
import type { Counts } from '../../utils/library/models/library-state';
import { modeOf, type TagMode, tagsIn, toggleTag } from '../../utils/search/chosen-tags';
import type { Parsed } from '../../utils/search/parse-query';
import { printQuery } from '../../utils/search/print-query';
import type { Query } from '../../utils/search/query';
import { type Show, showOf, withShow } from '../../utils/search/shown-state';
import type { TagCounts } from '../../utils/search/tags/tag-counts';
import { OneOf } from '../ui/one-of';
import { TagNames } from '../ui/tag-name';
import { Completions } from './completions';
import styles from './filter-bar.module.css';
import { Problems } from './filter-problems';
import { type CompletionsOptions, useCompletions } from './use-completions';

interface FilterBarProps extends CompletionsOptions {
  parsed: Parsed;
  tagCounts: ReadonlySignal<TagCounts>;
  counts: Counts;
  shown: number;
  /** Saved views, beside the way to clear the filter. */
  children?: ComponentChildren;
}

/** Tags shown at first, and how many more with each click. */
const FEW = 14;
const PAGE = 500;
const MODES: TagMode[] = ['all', 'any', 'none'];
const SHOWS: Show[] = ['active', 'unread', 'read', 'archived', 'trash'];

/** The filter: text, state and tags. */
export function FilterBar(props: FilterBarProps) {
  const { filter, parsed, counts, shown, onFilter } = props;
  const isEmpty = filter.trim() === '';
  const { tags, take, field, around } = useCompletions(props);

  return (
    <search class={styles.bar} {...around}>
      <div class={styles.first}>
        <input
          type="search"
          data-key="/"
          aria-label={i18n.t('filter.search')}
          placeholder={i18n.t('filter.search')}
          value={filter}
          {...field}
        />
        <span class="quiet numbers" role="status">
          {isEmpty
            ? i18n.t('filter.counts', [String(counts.all), String(counts.unread)])
            : i18n.t('filter.found', [String(shown)])}
        </span>
      </div>
      <Problems problems={parsed.problems} text={filter} onFilter={onFilter} />
      <Shows {...props} />
      {tags ? <Completions tags={tags} onTag={take} /> : <Tags {...props} />}
      <div class={styles.last}>
        {props.children}
        {!isEmpty && (
          <button type="button" class={styles.clear} onClick={() => onFilter('')}>
            {i18n.t('filter.clear')}
          </button>
        )}
      </div>
    </search>
  );
}

function Shows({ parsed: { query }, onFilter }: FilterBarProps) {
  return (
    <OneOf
      label={i18n.t('filter.show')}
      options={SHOWS}
      chosen={showOf(query)}
      onChoose={(show) => onFilter(textOf(withShow(query, show)))}
      textOf={(show) => i18n.t(`filter.shows.${show}`)}
    />
  );
}

/** Rendered after everything else is painted, so that results appear before their tags while typing. */
function Tags(props: FilterBarProps) {
  const [seen, setSeen] = useState(() => ({ ...props, counted: props.tagCounts.peek() }));
  useEffect(() => {
    const counted = props.tagCounts.peek();
    const isSame = counted === seen.counted && props.parsed === seen.parsed;
    if (!isSame) setSeen({ ...props, counted });
  });
  return useMemo(() => <TagChips {...seen} />, [seen]);
}

function TagChips({ parsed: { query }, onFilter, counted }: FilterBarProps & { counted: TagCounts }) {
  const [mode, setMode] = useState<TagMode>('all');
  const pages = usePages(query);
  const own = tagsIn(query).filter((tag) => modeOf(query, tag));
  const count = counted.size + own.filter((tag) => counted.countOf(tag) === 0).length;
  if (count === 0) return null;
  // Tags of the filter itself are shown even if no entry has them.
  const seen = own.map((tag) => ({ tag, count: counted.countOf(tag) }));
  seen.push(...counted.top(Math.max(0, pages.most - own.length), own));
  return (
    <div class={styles.tags}>
      <div ref={pages.chips} class={styles.chips} role="group" aria-label={i18n.t('filter.tags')}>
        {seen.map((one) => (
          <Chip
            key={one.tag}
            {...one}
            query={query}
            onClick={() => onFilter(textOf(toggleTag(query, one.tag, mode)))}
          />
        ))}
        {pages.fold && (
          <button type="button" class={styles.chip} onClick={pages.fold}>
            {i18n.t('filter.fewer')}
          </button>
        )}
        {count > seen.length && (
          <button type="button" class={styles.chip} onClick={pages.more}>
            {i18n.t('filter.more', [String(count - seen.length)])}
          </button>
        )}
      </div>
      <OneOf
        label={i18n.t('filter.mode')}
        options={MODES}
        chosen={mode}
        onChoose={(one: TagMode) => setMode(one)}
        textOf={(one) => i18n.t(`filter.modes.${one}`)}
        titleOf={(one) => i18n.t(`filter.modeHelp.${one}`)}
        class={styles.modes}
      />
    </div>
  );
}

/** How many tags are shown: a few, and many more with each click. Another filter shows at most one page again. */
function usePages(query: Query) {
  const [pages, setPages] = useState(0);
  const chips = useRef<HTMLDivElement>(null);
  const isTurned = useRef(false);
  const turn = (to: number) => {
    isTurned.current = true;
    setPages(to);
  };
  useEffect(() => setPages((now) => Math.min(now, 1)), [query]);
  useLayoutEffect(() => {
    const last = chips.current?.lastElementChild;
    // The button that was pressed may be gone: the focus goes to the last one, without scrolling.
    if (isTurned.current && last instanceof HTMLElement) last.focus({ preventScroll: true });
    isTurned.current = false;
  }, [pages]);
  return {
    chips,
    most: pages === 0 ? FEW : pages * PAGE,
    more: () => turn(pages + 1),
    ...(pages > 0 && { fold: () => turn(0) }),
  };
}

function Chip({ tag, count, query, onClick }: TagCount & { query: Query; onClick(): void }) {
  const set = modeOf(query, tag);
  const symbol = { all: '＋', any: '∪', none: '－' };
  return (
    <button
      type="button"
      class={`${styles.chip} ${set ? styles[set] : ''}`}
      aria-pressed={set !== undefined}
      aria-label={set ? `${i18n.t(`filter.modeHelp.${set}`)} ${tag} ${count}` : `${tag} ${count}`}
      onClick={onClick}
    >
      {set && <span aria-hidden="true">{symbol[set]}</span>}
      <TagNames tags={[tag]} />
      <span class={styles.count}>{count}</span>
    </button>
  );
}

/** The text of a filter with a space after it, so that typing begins a new word. */
function textOf(query: Query): string {
  const text = printQuery(query);
  return text && `${text} `;
}
