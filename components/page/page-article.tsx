import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Entry, Post } from '../../utils/domain/entry';
import type { ChangeModel } from '../../utils/library/models/changes';
import type { TagModel } from '../../utils/library/models/tags';
import { Actions, savedAs } from '../library/entry-actions';
import { EntryEditor } from '../library/entry-editor-lazy';
import { Byline } from '../ui/byline';
import styles from './page-posts.module.css';
import { SaveBar, type SaveBarProps } from './save-bar';

interface PageArticleProps extends Omit<SaveBarProps, 'about' | 'count'> {
  post: Post;
  /** The entry, where the article is saved. */
  entry: Entry | undefined;
  library: ChangeModel & Pick<TagModel, 'tags'>;
}

/** The article that is open: saved with one press; once it is, all that can be done with an entry, right here. */
export function PageArticle(props: PageArticleProps) {
  const { post, entry } = props;
  return (
    <section class={styles.page} aria-label={i18n.t('page.article')} data-row>
      <header class={styles.article}>
        <h2 lang="zh-CN">{post.title}</h2>
        <Byline post={post} tags={entry?.tags ?? []}>
          {entry && savedAs(entry)}
        </Byline>
      </header>
      {entry ? <Saved {...props} entry={entry} /> : <SaveBar {...props} about={post} />}
    </section>
  );
}

function Saved({ entry, library }: PageArticleProps & { entry: Entry }) {
  const [isOpen, setOpen] = useState(false);
  const all = {
    entry,
    known: library.tags.value,
    onShelve: (url: string, change: Parameters<ChangeModel['shelve']>[1]) => library.shelve([url], change),
    onNote: library.note,
    onArchive: (url: string) => void library.archive([url]),
    onRemove: (url: string) => void library.remove([url]),
  };
  return (
    <div class={styles.saved}>
      {entry.note && !isOpen && <p class={styles.note}>{entry.note}</p>}
      <Actions {...all} class={styles.actions} onEdit={() => setOpen(!isOpen)} />
      {isOpen && <EntryEditor {...all} onClose={() => setOpen(false)} />}
    </div>
  );
}
