import { i18n } from '#i18n';
import styles from '../ui/notices.module.css';

/** Shown when the site permission was withdrawn, with a button that asks for it again. */
export function Permission({ onAsk }: { onAsk(): void }) {
  return <Warning text={i18n.t('common.noPermission')} action={i18n.t('common.grant')} onAction={onAsk} />;
}

/** Shown instead of the posts of a page without a running content script, with a button that reloads it. */
export function Unwatched({ onReload }: { onReload(): void }) {
  return <Warning text={i18n.t('common.unwatched')} action={i18n.t('common.reload')} onAction={onReload} />;
}

function Warning({ text, action, onAction }: { text: string; action: string; onAction(): void }) {
  return (
    <div class={`${styles.notice} ${styles.trouble}`} role="alert">
      <p>{text}</p>
      <button type="button" class="outlined" onClick={onAction}>
        {action}
      </button>
    </div>
  );
}
