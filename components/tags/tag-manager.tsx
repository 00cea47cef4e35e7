import { useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { range, type Ticked, toggle } from '../../utils/domain/selection';
import type { FilteredModel } from '../../utils/library/models/filtered';
import type { TagModel } from '../../utils/library/models/tags';
import { byPath, type TagTotal } from '../../utils/search/tags/tag-totals';
import type { Fold } from '../../utils/search/text/fold';
import { OneOf } from '../ui/one-of';
import { Part } from '../ui/section';
import { TaskProgress } from '../ui/task-progress';
import { VirtualList } from '../virtual-list/virtual-list';
import { SelectedTags } from './selected-tags';
import { SimilarTags } from './similar-tags';
import styles from './tag-manager.module.css';
import { TagRow } from './tag-row';
import { type TagActions, useTagActions } from './use-tag-actions';

type Order = 'use' | 'name';

/** Manages all tags: search, rename, split, move, merge, colour and drop, each as one step. */
export function TagsPart({ library }: { library: TagModel & Pick<FilteredModel, 'collation'> }) {
  const actions = useTagActions(library);
  const { fold } = library.collation.value;
  const all = library.tagTotals.value;
  return (
    <Part title={i18n.t('tags.title')} id="tags">
      <p class="quiet">{i18n.t('tags.help')}</p>
      {all.length === 0 && <p>{i18n.t('tags.none')}</p>}
      <SimilarTags library={library} actions={actions} fold={fold} />
      {all.length > 0 && <TagList library={library} actions={actions} fold={fold} />}
      <Status actions={actions} />
    </Part>
  );
}

const tagOf = ({ tag }: TagTotal) => tag;

interface TagListProps {
  library: TagModel;
  actions: TagActions;
  fold: Fold;
}

function TagList({ library, actions, fold }: TagListProps) {
  const [wanted, setWanted] = useState('');
  const [order, setOrder] = useState<Order>('use');
  const [ticked, setTicked] = useState<Ticked>(new Set());
  const last = useRef<string>(undefined);
  const all = library.tagTotals.value;
  const colours = library.colours.value;
  const shown = useShown(all, order, wanted, fold);
  const chosen = all.filter(({ tag }) => ticked.has(tag));
  const tick = (tag: string, isRange: boolean) => {
    const from = isRange ? last.current : undefined;
    setTicked(from ? range(ticked, shown.map(tagOf), from, tag) : toggle(ticked, tag));
    last.current = tag;
  };
  return (
    <>
      <SearchBar wanted={wanted} order={order} found={shown.length} onWanted={setWanted} onOrder={setOrder} />
      {chosen.length > 0 && (
        <SelectedTags
          ticked={chosen}
          colours={colours}
          known={library.tags.value}
          actions={actions}
          onClear={() => setTicked(new Set())}
        />
      )}
      <div aria-busy={actions.busy}>
        <VirtualList items={shown} keyOf={tagOf} from={order + wanted} estimate={32} box={styles.list}>
          {(one, place) => (
            <TagRow
              key={one.tag}
              one={one}
              place={place}
              known={library.tags.value}
              colours={colours}
              ticked={ticked.has(one.tag)}
              actions={actions}
              onTick={(isRange) => tick(one.tag, isRange)}
            />
          )}
        </VirtualList>
      </div>
    </>
  );
}

/** The tags to show; folding and sorting are cached from letter to letter. */
function useShown(all: TagTotal[], order: Order, wanted: string, fold: Fold): TagTotal[] {
  const sorted = useMemo(() => (order === 'name' ? all.toSorted(byPath) : all), [all, order]);
  const folded = useMemo(() => sorted.map(({ tag }) => fold(tag)), [sorted, fold]);
  return useMemo(() => {
    const word = fold(wanted.trim());
    return word ? sorted.filter((_one, index) => folded[index]?.includes(word)) : sorted;
  }, [sorted, folded, wanted]);
}

interface SearchBarProps {
  wanted: string;
  order: Order;
  found: number;
  onWanted(wanted: string): void;
  onOrder(order: Order): void;
}

function SearchBar({ wanted, order, found, onWanted, onOrder }: SearchBarProps) {
  return (
    <search class={styles.finding}>
      <input
        type="search"
        data-key="/"
        aria-label={i18n.t('tags.find')}
        placeholder={i18n.t('tags.find')}
        value={wanted}
        onInput={(event) => onWanted(event.currentTarget.value)}
      />
      <span class="quiet numbers" role="status">
        {i18n.t('tags.count', found, [String(found)])}
      </span>
      <OneOf
        label={i18n.t('tags.order')}
        options={['use', 'name'] as const}
        chosen={order}
        onChoose={onOrder}
        textOf={(one) => i18n.t(`tags.orders.${one}`)}
      />
    </search>
  );
}

/** The running task, after a moment; and the colour chosen last, with an undo. */
function Status({ actions: { task, given } }: { actions: TagActions }) {
  const { progress, cancel } = task;
  return (
    <div class={styles.told} role="status">
      {progress && <TaskProgress {...progress} label={i18n.t('tags.busy')} onCancel={cancel} />}
      {given && (
        <p class={styles.verbs}>
          <span>
            {i18n.t('tags.given', [named(given), i18n.t(`tags.colours.${given.colour ?? 'none'}`)])}
          </span>
          <button type="button" class="outlined" onClick={given.back}>
            {i18n.t('common.undo')}
          </button>
        </p>
      )}
    </div>
  );
}

/** Up to three tags by name, more by their number. */
function named({ tags }: { tags: string[] }): string {
  return tags.length > 3 ? i18n.t('tags.count', tags.length, [String(tags.length)]) : tags.join('、');
}
