import { i18n } from '#i18n';
import type { Draft } from '../../utils/domain/draft';
import type { Post } from '../../utils/domain/entry';
import type { TagModel } from '../../utils/library/models/tags';
import { TagField } from '../tag-field/tag-field-view';
import styles from './page-posts.module.css';

export interface SaveBarProps {
  library: Pick<TagModel, 'tags'>;
  draft: Draft;
  busy: boolean;
  /** The author and category whose tags are offered first. */
  about: Pick<Post, 'author' | 'category'>;
  /** How many posts would be saved; absent for an article. */
  count?: number;
  onDraft(change: Partial<Draft>): void;
  onSave(queue: boolean): void;
}

/** The tags to save with, and the buttons to save and to queue. */
export function SaveBar({ library, draft, busy, about, count, onDraft, onSave }: SaveBarProps) {
  const off = busy || count === 0;
  const why = count === 0 ? i18n.t('page.nothingTicked') : undefined;
  const save = (queue: boolean) => {
    if (!off) onSave(queue);
  };
  const button = { type: 'button', 'aria-disabled': off, title: why } as const;
  return (
    <footer class={styles.foot}>
      <div class={styles.tags}>
        <TagField
          tags={draft.tags}
          typed={draft.typed}
          known={library.tags.value}
          about={about}
          label={i18n.t('common.tags')}
          placeholder={i18n.t('common.addTags')}
          upward={count !== undefined}
          onTags={(tags) => onDraft({ tags })}
          onTyped={(typed) => onDraft({ typed })}
          onSubmit={() => save(false)}
        />
      </div>
      <button {...button} class="primary" data-key="s" onClick={() => save(false)}>
        {count ? i18n.t('page.saveCount', [String(count)]) : i18n.t('page.save')}
      </button>
      <button {...button} class="outlined" data-key="q" onClick={() => save(true)}>
        {i18n.t('common.queue')}
      </button>
    </footer>
  );
}
