import { i18n } from '#i18n';
import type { TagCount } from '../../utils/domain/entry';
import { TagNames } from '../ui/tag-name';
import styles from './filter-bar.module.css';

interface CompletionsProps {
  tags: TagCount[];
  onTag(tag: string): void;
}

/** The tags that complete what is typed; shown instead of the tags to filter by. */
export function Completions({ tags, onTag }: CompletionsProps) {
  if (tags.length === 0) return null;
  return (
    <div
      class={styles.chips}
      role="group"
      aria-label={i18n.t('filter.completions')}
      // A click here must not take the focus from the field.
      onMouseDown={(event) => event.preventDefault()}
    >
      {tags.map(({ tag, count }) => (
        <button key={tag} type="button" class={styles.chip} onClick={() => onTag(tag)}>
          <span aria-hidden="true">#</span>
          <TagNames tags={[tag]} />
          <span class={styles.count}>{count}</span>
        </button>
      ))}
    </div>
  );
}
