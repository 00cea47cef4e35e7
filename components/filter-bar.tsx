import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { TagCount } from '../utils/entry';
import type { Counts } from '../utils/library';
import { EVERYTHING, type Filter, isEmptyFilter, type TagMode, toggleTag } from '../utils/search/filter';
import styles from './filter-bar.module.css';

export interface FilterBarProps {
  filter: Filter;
  tagCounts: TagCount[];
  counts: Counts;
  shown: number;
  onFilter(filter: Filter): void;
}

/** Tags shown before 更多 is pressed. */
const FEW = 14;
const MODES: TagMode[] = ['all', 'any', 'none'];
const SHOWS: Filter['show'][] = ['active', 'unread', 'read', 'archived', 'trash'];

/** Words, state and tags that entries are found by. */
export function FilterBar(props: FilterBarProps) {
  const { filter, counts, shown, onFilter } = props;
  return (
    <search class={styles.bar}>
      <div class={styles.first}>
        <input
          type="search"
          data-key="/"
          aria-label={i18n.t('filter.search')}
          placeholder={i18n.t('filter.search')}
          value={filter.text}
          onInput={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
        />
        <span class="quiet numbers" role="status">
          {isEmptyFilter(filter)
            ? i18n.t('filter.counts', [String(counts.all), String(counts.unread)])
            : i18n.t('filter.found', [String(shown)])}
        </span>
      </div>
      <Shows {...props} />
      <Tags {...props} />
      {!isEmptyFilter(filter) && (
        <button type="button" class={styles.clear} onClick={() => onFilter(EVERYTHING)}>
          {i18n.t('filter.clear')}
        </button>
      )}
    </search>
  );
}

function Shows({ filter, onFilter }: FilterBarProps) {
  return (
    <div class={styles.shows} role="group" aria-label={i18n.t('filter.show')}>
      {SHOWS.map((show) => (
        <button
          key={show}
          type="button"
          aria-pressed={filter.show === show}
          onClick={() => onFilter({ ...filter, show })}
        >
          {i18n.t(`filter.shows.${show}`)}
        </button>
      ))}
    </div>
  );
}

function Tags({ filter, tagCounts, onFilter }: FilterBarProps) {
  const [mode, setMode] = useState<TagMode>('all');
  const [all, setAll] = useState(false);
  if (tagCounts.length === 0) return null;
  const chosen = new Set([...filter.all, ...filter.any, ...filter.none]);
  const order = [
    ...tagCounts.filter(({ tag }) => chosen.has(tag)),
    ...tagCounts.filter(({ tag }) => !chosen.has(tag)),
  ];
  const seen = all ? order.slice(0, 500) : order.slice(0, Math.max(FEW, chosen.size));
  return (
    <div class={styles.tags}>
      <div class={styles.chips} role="group" aria-label={i18n.t('filter.tags')}>
        {seen.map((one) => (
          <Chip
            key={one.tag}
            {...one}
            filter={filter}
            onClick={() => onFilter(toggleTag(filter, one.tag, mode))}
          />
        ))}
        {order.length > FEW && (
          <button type="button" class={styles.chip} aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? i18n.t('filter.fewer') : i18n.t('filter.more', [String(order.length - seen.length)])}
          </button>
        )}
      </div>
      <div class={styles.modes} role="group" aria-label={i18n.t('filter.mode')}>
        {MODES.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={mode === one}
            title={i18n.t(`filter.modeHelp.${one}`)}
            onClick={() => setMode(one)}
          >
            {i18n.t(`filter.modes.${one}`)}
          </button>
        ))}
      </div>
    </div>
  );
}

function Chip({ tag, count, filter, onClick }: TagCount & { filter: Filter; onClick(): void }) {
  const set = MODES.find((mode) => filter[mode].includes(tag));
  const sign = { all: '＋', any: '∪', none: '－' };
  return (
    <button
      type="button"
      class={`${styles.chip} ${set ? styles[set] : ''}`}
      aria-pressed={set !== undefined}
      aria-label={set ? `${i18n.t(`filter.modeHelp.${set}`)} ${tag} ${count}` : `${tag} ${count}`}
      onClick={onClick}
    >
      {set && <span aria-hidden="true">{sign[set]}</span>}
      <span lang="zh-CN">{tag}</span>
      <span class={styles.count}>{count}</span>
    </button>
  );
}
