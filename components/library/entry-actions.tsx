import { i18n } from '#i18n';
import type { ShelvingChange } from '../../utils/db/entries';
import type { Entry } from '../../utils/domain/entry';
import type { NoteChange } from '../../utils/library/kept-note';
import styles from './entry-row.module.css';

export interface EntryActions {
  onShelve(url: string, change: ShelvingChange): Promise<unknown>;
  onNote(url: string, change: NoteChange): Promise<string | undefined>;
  onArchive(url: string): void;
  onRemove(url: string): void;
}

interface ActionsProps extends Omit<EntryActions, 'onNote'> {
  entry: Entry;
  hidden?: boolean;
  class?: string | undefined;
  onEdit(): void;
}

/** What is true of an entry beside being saved; null if nothing is. */
export function states(entry: Entry) {
  const words = [
    entry.queue !== undefined && `≡ ${i18n.t('common.queued')}`,
    entry.readAt !== undefined && i18n.t('common.read'),
    entry.archivedAt !== undefined && i18n.t('common.archived'),
  ].filter(Boolean);
  return words.length > 0 ? <span class={styles.states}>{words.join(' · ')}</span> : null;
}

/** The same; where nothing else is, that it is saved. */
export function savedAs(entry: Entry) {
  return states(entry) ?? <span class={styles.states}>✓ {i18n.t('common.saved')}</span>;
}

/** What can be done with an entry. */
export function Actions({
  class: style = styles.actions,
  hidden = false,
  entry,
  onShelve,
  onArchive,
  onRemove,
  onEdit,
}: ActionsProps) {
  const { url } = entry;
  const isQueued = entry.queue !== undefined;
  const isRead = entry.readAt !== undefined;
  const isArchived = entry.archivedAt !== undefined;
  return (
    <div class={style} hidden={hidden}>
      <button type="button" data-key="q" onClick={() => void onShelve(url, { queued: !isQueued })}>
        {i18n.t(isQueued ? 'post.unqueue' : 'post.queue')}
      </button>
      <button type="button" data-key="e" onClick={() => void onShelve(url, { read: !isRead })}>
        {i18n.t(isRead ? 'post.unread' : 'post.read')}
      </button>
      <button
        type="button"
        onClick={() => void (isArchived ? onShelve(url, { archived: false }) : onArchive(url))}
      >
        {i18n.t(isArchived ? 'post.unarchive' : 'post.archive')}
      </button>
      <button type="button" data-key="t" onClick={onEdit}>
        {i18n.t('post.edit')}
      </button>
      <button type="button" class={styles.remove} onClick={() => onRemove(url)}>
        {i18n.t('post.remove')}
      </button>
    </div>
  );
}
