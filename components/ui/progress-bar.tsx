import { i18n } from '#i18n';
import type { Progress, Transfer } from '../../utils/library/transfer/transfer';
import { TaskProgress } from './task-progress';

interface ProgressBarProps {
  transfer: Transfer;
  what: Progress['what'];
}

/** How far an import or export is. */
export function ProgressBar({ transfer, what }: ProgressBarProps) {
  const progress = transfer.progress.value;
  if (progress?.what !== what) return null;
  return (
    <TaskProgress
      label={i18n.t(`transfer.${what}`)}
      done={progress.done}
      all={progress.all}
      onCancel={transfer.cancel}
    />
  );
}
