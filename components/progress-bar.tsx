import { i18n } from '#i18n';
import type { Progress, Transfer } from '../utils/library/transfer';
import styles from './options.module.css';

export interface ProgressBarProps {
  transfer: Transfer;
  what: Progress['what'];
}

/** How far a long work is, with the way to stop it; it comes after a moment, so that short ones stay quiet. */
export function ProgressBar({ transfer, what }: ProgressBarProps) {
  const progress = transfer.progress.value;
  if (progress?.what !== what) return null;
  const { done, all } = progress;
  return (
    <div class={styles.progress}>
      <progress {...(all && { value: done, max: all })} aria-label={i18n.t(`transfer.${what}`)} />
      <span class="numbers">{all ? `${done} / ${all}` : done}</span>
      <button type="button" class="outlined" onClick={transfer.cancel}>
        {i18n.t('transfer.cancel')}
      </button>
    </div>
  );
}
