import type { Entry } from '../domain/entry';

/** What a step was, for the words that offer to take it back. */
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

/** One entry in a step: as it is on the other side of it. */
export interface StepChange {
  url: string;
  /** Absent: on the other side there is no such entry. */
  other?: Entry;
}

/** One change the reader made, whole: what it takes to go back, and, once undone, to go forward again. */
export interface Step {
  id?: number;
  /** Epoch milliseconds. */
  at: number;
  what: StepKind;
  changes: StepChange[];
  /** Of a note: in which editing session of which window it was typed. */
  session?: string;
  /** Set while the step is undone; the highest was undone last. */
  undone?: number;
}

/** What was undone or redone. */
export interface Stepped {
  what: StepKind;
  urls: string[];
  /** Title of the entry, where it was one. */
  title?: string;
}
