import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { TagCount } from '../utils/entry';
import type { Library } from '../utils/library';
import { nearDuplicates } from '../utils/tag';
import { InlineField } from './inline-field';
import styles from './options.module.css';
import { Part } from './part';
import { type RowPlace, VirtualList } from './virtual-list';

/** All tags, to rename, merge and drop; those that look alike are offered for merging. */
export function TagsPart({ library }: { library: Library }) {
  const [wanted, setWanted] = useState('');
  const all = library.tags.value;
  const shown = all.filter(({ tag }) => tag.toLowerCase().includes(wanted.trim().toLowerCase()));
  return (
    <Part title={i18n.t('tags.title')} id="tags">
      <p class="quiet">{i18n.t('tags.help')}</p>
      {all.length === 0 && <p>{i18n.t('tags.none')}</p>}
      <Near tags={all} onRetag={library.retag} />
      {all.length > 10 && (
        <input
          type="search"
          aria-label={i18n.t('tags.find')}
          placeholder={i18n.t('tags.find')}
          value={wanted}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      <VirtualList items={shown} keyOf={({ tag }) => tag} from={wanted} estimate={32} box={styles.tagList}>
        {(one, place) => <Row key={one.tag} {...one} place={place} onRetag={library.retag} />}
      </VirtualList>
    </Part>
  );
}

type Retag = Library['retag'];

function Near({ tags, onRetag }: { tags: TagCount[]; onRetag: Retag }) {
  return (
    <>
      {nearDuplicates(tags).map(([best, ...others]) =>
        best ? (
          <p key={best.tag} class={styles.verbs}>
            <span lang="zh-CN">
              {i18n.t('tags.near')} {[best, ...others].map(({ tag }) => tag).join('、')}
            </span>
            <button
              type="button"
              class="outlined"
              onClick={() =>
                void onRetag(
                  others.map(({ tag }) => tag),
                  best.tag,
                )
              }
            >
              {i18n.t('tags.merge', [best.tag])}
            </button>
          </p>
        ) : null,
      )}
    </>
  );
}

function Row({ tag, count, place, onRetag }: TagCount & { place: RowPlace; onRetag: Retag }) {
  const [open, setOpen] = useState(false);
  const rename = (name: string | undefined) => {
    setOpen(false);
    if (name && name.trim() !== tag) void onRetag([tag], name);
  };
  return (
    <li {...place} class={styles.tagRow}>
      {open ? (
        <InlineField label={i18n.t('tags.rename', [tag])} initial={tag} onDone={rename} />
      ) : (
        <button type="button" aria-label={i18n.t('tags.rename', [tag])} onClick={() => setOpen(true)}>
          <span lang="zh-CN">{tag}</span>
        </button>
      )}
      <span class="quiet numbers">{count}</span>
      <button type="button" aria-label={i18n.t('tags.drop', [tag])} onClick={() => void onRetag([tag])}>
        ×
      </button>
    </li>
  );
}
