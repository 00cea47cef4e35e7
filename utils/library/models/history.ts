import type { ReadonlySignal } from '@preact/signals';
import type { StepKind } from '../../db/step';

/** What was done last, and whether it can be undone or redone. */
export interface Notice {
  what: StepKind | 'later' | 'undone' | 'redone';
  /** Title of the entry, where it was one. */
  title?: string;
  count: number;
  /** The step to undo; absent if there is only a redo. */
  step?: number;
}

/** What was done last, and undo and redo. */
export interface HistoryModel {
  /** What was done last, until it is dismissed or something else is done. */
  notice: ReadonlySignal<Notice | undefined>;
  /** Undoes the last step, done in any surface, or the one with this number. False if there is none. */
  undo(step?: number): Promise<boolean>;
  /** Redoes the step undone last. */
  redo(): Promise<boolean>;
  dismissNotice(): void;
}
