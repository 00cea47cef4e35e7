import { i18n } from '#i18n';
import styles from './task-progress.module.css';

interface TaskProgressProps {
  label: string;
  done: number;
  /** The total, if known. */
  all?: number | undefined;
  onCancel(): void;
}

/** The progress of a task, with a button to stop it; appears after a moment, so that short tasks show nothing. */
export function TaskProgress({ label, done, all, onCancel }: TaskProgressProps) {
  return (
    <div class={styles.work}>
      <span>{label}</span>
      <progress {...(all && { value: done, max: all })} aria-label={label} />
      <span class="numbers">{all ? `${done} / ${all}` : done}</span>
      <button type="button" class="outlined" onClick={onCancel}>
        {i18n.t('transfer.cancel')}
      </button>
    </div>
  );
}
