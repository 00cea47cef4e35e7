import type { Entry } from '../domain/entry';

/** What a step was, for the message that offers to undo it. */
export type StepKind =
  | 'save'
  | 'queue'
  | 'unqueue'
  | 'move'
  | 'tags'
  | 'note'
  | 'read'
  | 'unread'
  | 'archive'
  | 'unarchive'
  | 'finish'
  | 'remove'
  | 'restore'
  | 'import'
  | 'rewind'
  | 'mend';

/** One entry in a step, as it is on the other side: before the step, or after it while it is undone. */
export interface StepChange {
  url: string;
  /** Absent if there is no such entry on the other side. */
  other?: Entry;
}

/** One complete change by the reader, with what it takes to undo it and, once undone, to redo it. */
export interface Step {
  id?: number;
  /** Epoch milliseconds. */
  at: number;
  what: StepKind;
  changes: StepChange[];
  /** Of a note: the editing session it was typed in. */
  session?: string;
  /** Set while the step is undone; the highest number was undone last. */
  undone?: number;
}

/** A step that was undone or redone. */
export interface TurnedStep {
  what: StepKind;
  urls: string[];
  /** Title of the entry, where it was one. */
  title?: string;
}
