import { i18n } from '#i18n';
import styles from '../ui/notices.module.css';

/** Shown instead of the posts of a page without a running content script, with a button that reloads it. */
export function Unwatched({ onReload }: { onReload(): void }) {
  return (
    <div class={`${styles.notice} ${styles.trouble}`} role="alert">
      <p>{i18n.t('common.unwatched')}</p>
      <button type="button" class="outlined" onClick={onReload}>
        {i18n.t('common.reload')}
      </button>
    </div>
  );
}
