import { i18n } from '#i18n';
import styles from '../ui/notices.module.css';

/** Shown when the site permission was withdrawn, with a button that asks for it again. */
export function Permission({ onAsk }: { onAsk(): void }) {
  return (
    <div class={`${styles.notice} ${styles.trouble}`} role="alert">
      <p>{i18n.t('common.noPermission')}</p>
      <button type="button" class="outlined" onClick={onAsk}>
        {i18n.t('common.grant')}
      </button>
    </div>
  );
}
