import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { TagCount } from '../../utils/domain/entry';
import type { TagModel } from '../../utils/library/models/tags';
import { merging, similarTags } from '../../utils/search/tags/similar-tags';
import type { Fold } from '../../utils/search/text/fold';
import { groupName } from '../../utils/storage/dismissed-merges';
import { type RowPlace, VirtualList } from '../virtual-list/virtual-list';
import styles from './tag-manager.module.css';
import type { TagActions } from './use-tag-actions';

interface SimilarTagsProps {
  library: TagModel;
  actions: TagActions;
  fold: Fold;
}

/** Similar tags: each group can be merged or dismissed for good, or all merged at once. */
export function SimilarTags({ library, actions, fold }: SimilarTagsProps) {
  const all = library.tagTotals.value;
  const apart = library.apart.value;
  const near = useMemo(() => {
    const found = all.map(({ tag, total }) => ({ tag, count: total }));
    return similarTags(found, fold);
  }, [all, fold]);
  const groups = near.filter((group) => !apart.has(groupName(group)));
  if (groups.length === 0) return null;
  return (
    <div class={styles.near}>
      <p class={styles.verbs}>
        <span>{i18n.t('tags.near')}</span>
        {groups.length > 1 && (
          <button
            type="button"
            class="outlined"
            disabled={actions.busy}
            onClick={() => actions.retag(merging(groups))}
          >
            {i18n.t('tags.mergeAll', [String(groups.length)])}
          </button>
        )}
      </p>
      <VirtualList items={groups} keyOf={groupName} estimate={32} box={styles.nearList}>
        {(group, place) => (
          <Group
            key={groupName(group)}
            place={place}
            group={group}
            actions={actions}
            onApart={library.keepApart}
          />
        )}
      </VirtualList>
    </div>
  );
}

interface GroupProps {
  group: TagCount[];
  place: RowPlace;
  actions: TagActions;
  onApart: TagModel['keepApart'];
}

function Group({ group, place, actions, onApart }: GroupProps) {
  const names = group.map(({ tag }) => tag).join('、');
  return (
    <li {...place} class={styles.verbs}>
      <span lang="zh-CN">{names}</span>
      <button
        type="button"
        class="outlined"
        disabled={actions.busy}
        onClick={() => actions.retag(merging([group]))}
      >
        {i18n.t('tags.merge', [group[0]?.tag ?? ''])}
      </button>
      <button type="button" aria-label={i18n.t('tags.apartOf', [names])} onClick={() => void onApart(group)}>
        {i18n.t('tags.apart')}
      </button>
    </li>
  );
}
