import { i18n } from '#i18n';
import type { Entry } from '../../utils/domain/entry';
import type { ChangeModel } from '../../utils/library/models/changes';
import type { QueueModel } from '../../utils/library/models/queue';
import { PageLink } from '../page/page-link';
import styles from './queue-list.module.css';

interface QueueActionsProps {
  entry: Entry;
  library: QueueModel & ChangeModel;
  hidden: boolean;
  isFirst: boolean;
  onEdit(): void;
}

/** Actions for a queued entry; the next one to read also has a link to read it. */
export function QueueActions({ entry, library, hidden, isFirst, onEdit }: QueueActionsProps) {
  const { url } = entry;
  return (
    <div class={styles.verbs} hidden={hidden}>
      {isFirst && (
        <PageLink url={url} class={styles.read}>
          {i18n.t('queue.open')}
        </PageLink>
      )}
      <button type="button" data-key="e" onClick={() => void library.finish(url)}>
        {i18n.t('queue.done')}
      </button>
      <button type="button" onClick={() => void library.later(url)}>
        {i18n.t('queue.later')}
      </button>
      <button type="button" onClick={() => void library.archive([url])}>
        {i18n.t('post.archive')}
      </button>
      <button type="button" data-key="t" onClick={onEdit}>
        {i18n.t('post.edit')}
      </button>
      <button type="button" data-key="q" onClick={() => void library.shelve([url], { queued: false })}>
        {i18n.t('post.unqueue')}
      </button>
    </div>
  );
}
