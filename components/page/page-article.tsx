import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Draft } from '../../utils/domain/draft';
import type { Entry, Post, TagCount } from '../../utils/domain/entry';
import type { ChangeModel } from '../../utils/library/models/changes';
import { Actions, states } from '../library/entry-actions';
import { EntryEditor } from '../library/entry-editor-lazy';
import { TagField } from '../tag-field/tag-field-view';
import { Byline } from '../ui/byline';
import styles from './page-posts.module.css';

export interface PageArticleProps {
  post: Post;
  /** The entry, where the article is saved. */
  entry: Entry | undefined;
  library: ChangeModel;
  draft: Draft;
  known: TagCount[];
  busy: boolean;
  onDraft(change: Partial<Draft>): void;
  onSave(queue: boolean): void;
}

/** The article that is open: saved with one press; once it is, all that can be done with an entry, right here. */
export function PageArticle(props: PageArticleProps) {
  const { post, entry } = props;
  return (
    <section class={styles.page} aria-label={i18n.t('page.article')} data-row>
      <header class={styles.article}>
        <h2 lang="zh-CN">{post.title}</h2>
        <Byline post={post} {...(entry && { tags: entry.tags })}>
          {entry && (states(entry) ?? <span>✓ {i18n.t('common.saved')}</span>)}
        </Byline>
      </header>
      {entry ? <Saved {...props} entry={entry} /> : <Unsaved {...props} />}
    </section>
  );
}

function Unsaved({ post, draft, known, busy, onDraft, onSave }: PageArticleProps) {
  const save = (queue: boolean) => {
    if (!busy) onSave(queue);
  };
  return (
    <footer class={styles.foot}>
      <div class={styles.tags}>
        <TagField
          tags={draft.tags}
          typed={draft.typed}
          known={known}
          about={post}
          label={i18n.t('common.tags')}
          placeholder={i18n.t('common.addTags')}
          onTags={(tags) => onDraft({ tags })}
          onTyped={(typed) => onDraft({ typed })}
          onSubmit={() => save(false)}
        />
      </div>
      <button type="button" class="primary" aria-disabled={busy} data-key="s" onClick={() => save(false)}>
        {i18n.t('page.save')}
      </button>
      <button type="button" class="outlined" aria-disabled={busy} data-key="q" onClick={() => save(true)}>
        {i18n.t('common.queue')}
      </button>
    </footer>
  );
}

function Saved({ entry, library, known }: PageArticleProps & { entry: Entry }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div class={styles.saved}>
      {entry.note && !isOpen && <p class={styles.note}>{entry.note}</p>}
      <Actions
        entry={entry}
        class={styles.actions}
        onShelve={(url, change) => library.shelve([url], change)}
        onArchive={(url) => void library.archive([url])}
        onRemove={(url) => void library.remove([url])}
        onEdit={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <EntryEditor
          entry={entry}
          known={known}
          onShelve={(url, change) => library.shelve([url], change)}
          onNote={library.note}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
